// Writing: drafts told in time, sends that clear only what was sent, and texts that wait for the agent.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeHost, refusal } from "~/api/fakeHost";
import { Desk } from "~/desk/desk.svelte";
import { contact, open, whisper } from "~/gallery/sampleContact";
import { snapshot } from "~/gallery/sampleDesk";
import { Composer, holdsWhisper, lengthOf } from "./composer.svelte";
import { Drafts, PACE } from "./drafts.svelte";

const yes = { is: "yes" } as const;
const maria = contact("maria", "Maria Rossi", { actions: { ...open, whisper: yes } });
let host: FakeHost;
let desk: Desk;
let composer: Composer;

beforeEach(() => {
  vi.useFakeTimers();
  host = new FakeHost(snapshot([maria], []));
  desk = new Desk(host);
  desk.options = snapshot([], []).options;
  composer = new Composer(desk, new Drafts(desk, () => Date.now()));
});
afterEach(() => vi.useRealTimers());

const told = (): string[] => host.of("set_draft").map((one) => one.text);
const text = (audience: "everyone" | "whisper" = "everyone"): string => composer.drafts.text(maria, audience);

describe("drafts", () => {
  it("are told at once, then at most every quarter second, the last text always", async () => {
    for (const typed of ["H", "He", "Hel"]) composer.typed(maria, typed);
    await vi.advanceTimersByTimeAsync(0);
    expect(told()).toEqual(["H"]);
    await vi.advanceTimersByTimeAsync(PACE);
    expect(told()).toEqual(["H", "Hel"]);
  });
  it("are told at once when the agent goes elsewhere", async () => {
    composer.typed(maria, "a");
    composer.typed(maria, "ab");
    composer.drafts.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(told()).toEqual(["a", "ab"]);
  });
  it("come from the desk until something is typed here, and again once the desk has caught up", async () => {
    const kept = { ...maria, drafts: { reply: "kept", whisper: "" } };
    expect(composer.drafts.text(kept, "everyone")).toBe("kept");
    composer.typed(maria, "mine");
    await vi.advanceTimersByTimeAsync(PACE);
    composer.drafts.reconcile(kept);
    expect(composer.drafts.text(kept, "everyone")).toBe("mine");
    composer.drafts.reconcile({ ...maria, drafts: { reply: "mine", whisper: "" } });
    expect(composer.drafts.text(kept, "everyone")).toBe("kept");
  });
  it("of a reply and of a whisper are two", () => {
    composer.typed(maria, "to Maria");
    composer.choose(maria, "whisper");
    expect(text("whisper")).toBe("");
    composer.typed(maria, "to Sam");
    expect([text(), text("whisper")]).toEqual(["to Maria", "to Sam"]);
  });
});

describe("sending", () => {
  it("goes to the chosen audience and empties the field", async () => {
    composer.choose(maria, "whisper");
    composer.typed(maria, "Please check \n");
    await composer.send(maria, []);
    expect(host.of("send")).toEqual([{ contact: "maria", audience: "whisper", text: "Please check", suggestion: false }]);
    expect(text("whisper")).toBe("");
  });
  it("comes after the drafts it was told, and no draft follows it", async () => {
    composer.typed(maria, "a");
    composer.typed(maria, "ab");
    await composer.send(maria, []);
    await vi.advanceTimersByTimeAsync(2 * PACE);
    expect(host.calls.map((call) => call.name)).toEqual(["set_draft", "send"]);
  });
  it("keeps the text when it is refused, and says why", async () => {
    host.handlers.send = () => {
      throw refusal("not_possible");
    };
    composer.typed(maria, "Hello");
    expect(await composer.send(maria, [])).toBe(false);
    expect(text()).toBe("Hello");
    expect(composer.failureFor(maria)?.code).toBe("not_possible");
  });
  it("is done once for two presses, and keeps what is typed meanwhile", async () => {
    let answer: (reply: { item: string }) => void = () => undefined;
    host.handlers.send = () => new Promise((resolve) => (answer = resolve));
    composer.typed(maria, "One");
    const first = composer.send(maria, []);
    expect(await composer.send(maria, [])).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    composer.typed(maria, "One two");
    answer({ item: "1" });
    expect(await first).toBe(true);
    expect(host.of("send")).toHaveLength(1);
    expect(text()).toBe(" two");
  });
  it("lets each press take what was typed behind the texts on their way", async () => {
    const answers: ((reply: { item: string }) => void)[] = [];
    host.handlers.send = () => new Promise((resolve) => answers.push(resolve));
    const sends: Promise<boolean>[] = [];
    for (const typed of ["One", "OneTwo", "OneTwoThree"]) {
      composer.typed(maria, typed);
      sends.push(composer.send(maria, []));
      await vi.advanceTimersByTimeAsync(0);
    }
    composer.typed(maria, "OneTwoThreeFo");
    for (const n of [0, 1, 2]) {
      answers[n]?.({ item: `${n}` });
      await vi.advanceTimersByTimeAsync(PACE);
    }
    expect(await Promise.all(sends)).toEqual([true, true, true]);
    expect(host.of("send").map((one) => one.text)).toEqual(["One", "Two", "Three"]);
    expect(text()).toBe("Fo");
  });
  it("keeps what was typed behind a text that was refused", async () => {
    let refuse: (why: unknown) => void = () => undefined;
    host.handlers.send = () => new Promise((_, reject) => (refuse = reject));
    composer.typed(maria, "One");
    const first = composer.send(maria, []);
    await vi.advanceTimersByTimeAsync(0);
    composer.typed(maria, "OneTwo");
    const second = composer.send(maria, []);
    refuse(refusal("not_possible"));
    expect(await Promise.all([first, second])).toEqual([false, false]);
    expect(host.of("send")).toHaveLength(1);
    expect(text()).toBe("OneTwo");
  });
  it("does nothing with spaces, nor where it is not possible", async () => {
    composer.typed(maria, " \n ");
    expect(await composer.send(maria, [])).toBe(false);
    composer.typed(maria, "x");
    const closed = { ...maria, actions: { ...open, reply: { is: "no", why: "closing" } as const } };
    expect(await composer.send(closed, [])).toBe(false);
    expect(host.of("send")).toHaveLength(0);
  });
  it("waits while a blank is unfilled or the text too long", async () => {
    composer.typed(maria, "Dear {{name}}");
    await composer.send(maria, []);
    expect(composer.heldFor(maria)).toMatchObject({ why: "blanks", count: 1 });
    composer.typed(maria, "x".repeat(4100));
    expect(composer.heldFor(maria)).toBeNull();
    await composer.send(maria, []);
    expect(composer.heldFor(maria)).toMatchObject({ why: "too_long", over: 4 });
  });
  it("asks once before a whisper goes to the customer", async () => {
    const items = [whisper(1, "agent", "Sam", "Offer her the lounge voucher")];
    composer.typed(maria, "offer her the  lounge voucher!");
    expect(await composer.send(maria, items)).toBe(false);
    expect(composer.heldFor(maria)?.why).toBe("was_whisper");
    expect(await composer.send(maria, items, true)).toBe(true);
  });
});

it("lets only whisper who may only whisper", () => {
  const observing = { ...maria, actions: { ...open, reply: { is: "no", why: "observing_only" } as const, whisper: yes } };
  expect(composer.audience(observing)).toBe("whisper");
});
it("counts characters, not code units, and does not ask about short words", () => {
  expect(lengthOf("a😀b")).toBe(3);
  expect(holdsWhisper("ok", [whisper(1, "agent", "Sam", "ok")])).toBe(false);
});
