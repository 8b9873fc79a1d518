// Marks of the work list: several agents, taken over, who asks, and what a decline does.
import { describe, expect, it } from "vitest";
import type { ContactView, ParticipantView } from "~/api/generated/bindings";
import { contact, offered, row } from "~/gallery/sampleContact";
import { asksWords, declineWords, rowMark } from "./rowMark";

const me: ParticipantView = { agent_id: "1", name: "Ann", role: "active", me: true };
const tom: ParticipantView = { agent_id: "2", name: "Tom Brand", role: "active", me: false };
const joint = { agent_id: "2", name: "Tom Brand", step: "talking" as const, begun_at: 0, until: null, failure: null };

describe("a row", () => {
  it.each<[string, Partial<ContactView>, string | null]>([
    ["my own", { participants: [me] }, null],
    ["watched by a supervisor", { participants: [me, { ...tom, role: "observer" }] }, null],
    ["a consult", { participants: [me, tom], joint }, "consult Consult: Tom"],
    ["a consult that failed", { joint: { ...joint, step: "failed", failure: { code: "consult_declined", subject: null, detail: null } } }, "failed Consult: Tom"],
    ["help for a colleague", { part: "consulted", participants: [me, tom] }, "consult Helping Tom"],
    ["a conference of mine", { participants: [me, tom] }, "conference Conference"],
    ["somebody's conference", { part: "member", participants: [me, tom] }, "conference Conference"],
    ["taken over", { part: "bystander", participants: [me, tom] }, "barged Taken over"],
  ])("%s", (_name, more, expected) => {
    const mark = rowMark(contact("c", "Maria", more), []);
    expect(mark === null ? null : `${mark.look} ${mark.words}`).toBe(expected);
  });
});

it("a row that I took over is no conference", () => {
  const barge = row(1, { kind: "event", event: "supervisor_barged", who: "Ann" });
  expect(rowMark(contact("c", "Maria", { participants: [me, tom] }), [barge])?.look).toBe("barged");
});

describe("an offer", () => {
  it("of a consult says who asks, where that is known", () => {
    expect(asksWords(contact("c", "Maria"))).toBeNull();
    expect(asksWords(contact("c", "Maria", { consult: true, participants: [] }))).toBe("An agent asks for help");
    expect(asksWords(contact("c", "Maria", { consult: true, participants: [tom] }))).toBe("Tom Brand asks for help");
  });
  it("says before the click that a decline returns all of them, whatever their type", () => {
    const of = (count: number, kinds: ContactView["kind"][]): string =>
      declineWords(kinds.map((kind) => contact(kind, "x", { kind, actions: { ...offered, decline_returns: count } })));
    expect(of(1, ["web_chat"])).toBe("Decline returns it to its queue and sets you Not Ready.");
    expect(of(2, ["web_chat", "web_chat"])).toBe("Decline returns 2 offers and sets you Not Ready.");
    expect(of(2, ["web_chat", "email"])).toBe("Decline returns all 2 offers, whatever their type, and sets you Not Ready.");
  });
});
