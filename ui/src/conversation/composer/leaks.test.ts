// Random work in two chats with two fields each: every line goes to whom it was written for, and none is lost.
import { expect, it, vi } from "vitest";
import type { Audience, ContactView } from "~/api/generated/bindings";
import { FakeHost } from "~/api/fakeHost";
import { Desk } from "~/desk/desk.svelte";
import { contact, open } from "~/gallery/sampleContact";
import { snapshot } from "~/gallery/sampleDesk";
import { Composer } from "./composer.svelte";
import { Drafts } from "./drafts.svelte";

const yes = { is: "yes" } as const;
const chats = ["maria", "tomas"].map((key) => contact(key, key, { actions: { ...open, whisper: yes } }));
/** Parts of a life in the same chat: the owner, and who may only whisper. */
const parts = [(chat: ContactView) => chat, (chat: ContactView): ContactView => ({
  ...chat, part: "bystander", actions: { ...chat.actions, reply: { is: "no", why: "taken_over" } },
})];

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A server that answers after so many milliseconds of the test's own clock. */
function answers(after: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(), after);
  });
}

it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))("seed %i", async (seed) => {
  vi.useFakeTimers();
  const next = numbers(seed);
  const host = new FakeHost(snapshot(chats, []));
  const desk = new Desk(host);
  desk.options = snapshot([], []).options;
  const composer = new Composer(desk, new Drafts(desk, () => Date.now()));
  host.handlers.send = async () => {
    await answers(next(60));
    return { item: "x" };
  };
  const underWay: Promise<boolean>[] = [];
  const written = new Map<string, string>();
  for (let step = 0; step < 120; step += 1) {
    const chat = parts[next(2)]?.(chats[next(2)] as ContactView) as ContactView;
    // A field of its own, or the one that follows the agent's choice.
    const fixed: Audience | undefined = ([undefined, "everyone", "whisper"] as const)[next(3)];
    const audience = fixed ?? composer.audience(chat);
    switch (next(5)) {
      case 0:
        composer.switchAudience(chat);
        break;
      case 1:
      case 2: {
        const mark = `${chat.key}-${audience}-${step} `;
        written.set(`${chat.key} ${audience}`, (written.get(`${chat.key} ${audience}`) ?? "") + mark);
        composer.typed(chat, composer.drafts.text(chat, audience) + mark, audience);
        break;
      }
      case 3:
        underWay.push(composer.send(chat, [], true, audience));
        break;
      default:
        await vi.advanceTimersByTimeAsync(next(100));
    }
  }
  await vi.advanceTimersByTimeAsync(1_000);
  await Promise.all(underWay);
  for (const { contact: to, audience, text } of host.of("send")) {
    for (const word of text.split(/\s+/)) expect(word.startsWith(`${to}-${audience}-`)).toBe(true);
  }
  for (const { contact: to, audience, text } of host.of("set_draft")) {
    for (const word of text.split(/\s+/).filter((one) => one !== "")) expect(word.startsWith(`${to}-${audience}-`)).toBe(true);
  }
  const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
  for (const chat of chats) {
    for (const audience of ["everyone", "whisper"] as const) {
      const sent = host.of("send").filter((one) => one.contact === chat.key && one.audience === audience).map((one) => one.text);
      const all = [...sent, composer.drafts.text(chat, audience)].join(" ");
      expect(plain(all)).toBe(plain(written.get(`${chat.key} ${audience}`) ?? ""));
    }
  }
  vi.useRealTimers();
});
