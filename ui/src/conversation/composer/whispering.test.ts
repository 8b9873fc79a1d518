// Whispers and suggested replies while writing: never into the reply by themselves, and nothing typed is lost.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ContactView, WhyNot } from "~/api/generated/bindings";
import { FakeHost, refusal } from "~/api/fakeHost";
import { Desk } from "~/desk/desk.svelte";
import { contact, open, whisper } from "~/gallery/sampleContact";
import { snapshot } from "~/gallery/sampleDesk";
import { Composer, holdsWhisper } from "./composer.svelte";
import { Drafts } from "./drafts.svelte";
import { hearers, maySuggest } from "./hearers";

const yes = { is: "yes" } as const;
const maria = contact("maria", "Maria Rossi", { actions: { ...open, whisper: yes } });
const cannotReply = (why: WhyNot): ContactView => ({ ...maria, actions: { ...maria.actions, reply: { is: "no", why } } });
const kept = (reply: string): ContactView => ({ ...maria, drafts: { reply, whisper: "" } });
let host: FakeHost;
let composer: Composer;

beforeEach(() => {
  vi.useFakeTimers();
  host = new FakeHost(snapshot([maria], []));
  const desk = new Desk(host);
  desk.options = snapshot([], []).options;
  composer = new Composer(desk, new Drafts(desk, () => Date.now()));
});
afterEach(() => vi.useRealTimers());

describe("for whom", () => {
  it.each<WhyNot>(["observing_only", "not_owner", "consulted_only", "taken_over"])("is only agents while %s", (why) => {
    expect(composer.audience(cannotReply(why))).toBe("whisper");
    composer.switchAudience(cannotReply(why));
    expect(composer.audience(cannotReply(why))).toBe("whisper");
  });
  it.each<WhyNot>(["chat_server_down", "closing"])("stays the customer while %s, which passes", (why) => {
    expect(composer.audience(cannotReply(why))).toBe("everyone");
  });
  it("stays whispering when the agent becomes the owner in the middle of a whisper", () => {
    composer.typed(cannotReply("consulted_only"), "She is Gold, I th");
    expect(composer.audience(maria)).toBe("whisper");
  });
  it("is the customer when the agent becomes the owner and no whisper is begun", async () => {
    composer.typed(cannotReply("consulted_only"), "She is Gold");
    await composer.send(cannotReply("consulted_only"), []);
    expect(composer.audience(maria)).toBe("everyone");
  });
  it("is fixed for each of two fields, whichever has the focus", async () => {
    composer.typed(maria, "to Maria", "everyone");
    composer.typed(maria, "to Tom", "whisper");
    await composer.send(maria, [], false, "whisper");
    expect(host.of("send")).toEqual([{ contact: "maria", audience: "whisper", text: "to Tom", suggestion: false }]);
    expect(composer.drafts.text(maria, "everyone")).toBe("to Maria");
  });
  it("is named", () => {
    const shared = { ...maria, participants: [...maria.participants, { agent_id: "2", name: "Tom Brand", role: "passive" as const, me: false }] };
    expect([hearers(shared, "whisper"), hearers(shared, "everyone"), hearers(maria, "whisper")]).toEqual(["Tom", "Maria", "other agents"]);
  });
});

describe("a suggested reply", () => {
  it("may be made by whoever does not own the chat", () => {
    expect(maySuggest(maria)).toBe(false);
    expect(maySuggest({ ...maria, part: "observer" })).toBe(true);
    expect(maySuggest({ ...maria, part: "observer", actions: open })).toBe(false);
  });
  it("goes once: the tick falls with it, and never goes with a reply", async () => {
    composer.suggest("maria", true);
    composer.typed(maria, "Hello", "everyone");
    await composer.send(maria, [], false, "everyone");
    composer.typed(maria, "We pay it.", "whisper");
    await composer.send(maria, [], false, "whisper");
    composer.typed(maria, "Right?", "whisper");
    await composer.send(maria, [], false, "whisper");
    expect(host.of("send").map((one) => one.suggestion)).toEqual([false, true, false]);
  });
  it("is taken behind what is typed, once the desk has all of it", async () => {
    composer.typed(maria, "H");
    composer.typed(maria, "Hello");
    await composer.takeSuggestion(maria, "row");
    expect(host.calls.map((call) => call.name)).toEqual(["set_draft", "set_draft", "take_suggestion"]);
    composer.drafts.absorb(kept("H"));
    expect(composer.drafts.text(kept("H"), "everyone")).toBe("Hello");
    composer.drafts.absorb(kept("Hello\nWe pay it."));
    expect(composer.drafts.text(kept("Hello\nWe pay it."), "everyone")).toBe("Hello\nWe pay it.");
    expect(composer.audience(maria)).toBe("everyone");
  });
  it("is taken into an empty field too, and behind a space that the desk leaves out", async () => {
    await composer.takeSuggestion(maria, "row");
    composer.drafts.absorb(kept("We pay it."));
    expect(composer.drafts.text(kept("We pay it."), "everyone")).toBe("We pay it.");
    composer.typed(maria, "Hello ");
    await composer.takeSuggestion(maria, "row");
    composer.drafts.absorb(kept("Hello "));
    expect(composer.drafts.text(kept("Hello "), "everyone")).toBe("Hello ");
    composer.drafts.absorb(kept("Hello\nWe pay it."));
    expect(composer.drafts.text(kept("Hello\nWe pay it."), "everyone")).toBe("Hello\nWe pay it.");
  });
  it("keeps what is typed between the key and the answer", async () => {
    composer.typed(maria, "Hello");
    await composer.takeSuggestion(maria, "row");
    composer.typed(maria, "Hello Maria");
    composer.drafts.absorb(kept("Hello\nWe pay it."));
    expect(composer.drafts.text(kept("Hello\nWe pay it."), "everyone")).toBe("Hello Maria\nWe pay it.");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(host.of("set_draft").at(-1)?.text).toBe("Hello Maria\nWe pay it.");
  });
  it("changes nothing when it is refused", async () => {
    host.handlers.take_suggestion = () => {
      throw refusal("no_such_item");
    };
    composer.typed(maria, "Hello");
    await composer.takeSuggestion(maria, "row");
    composer.drafts.absorb(kept("Hello and more"));
    expect(composer.drafts.text(kept("Hello and more"), "everyone")).toBe("Hello");
  });
  it("may be sent to the customer without a question, a whisper may not", () => {
    const said = whisper(1, "agent", "Sam", "We pay the hotel for you");
    const suggested = { ...said, content: { ...said.content, suggestion: "taken" } } as typeof said;
    expect(holdsWhisper("We pay the hotel for you", [suggested])).toBe(false);
    expect(holdsWhisper("We pay the hotel for you", [said])).toBe(true);
  });
});
