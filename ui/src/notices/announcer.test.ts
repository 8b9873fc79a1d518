// What is said aloud of the other agents: once each, and at once where it changes who writes to the customer.
import { expect, it } from "vitest";
import type { ContactView, JointView, ParticipantView } from "~/api/generated/bindings";
import type { DeskState } from "~/desk/desk.svelte";
import { contact, line, whisper } from "~/gallery/sampleContact";
import { Announcer } from "./announcer.svelte";
import { togetherSpeech, type Speech } from "./togetherSpeech";

const me: ParticipantView = { agent_id: "1", name: "Ann", role: "active", me: true };
const tom: ParticipantView = { agent_id: "2", name: "Tom Brand", role: "passive", me: false };
const sam: ParticipantView = { agent_id: "9", name: "Sam Hale", role: "observer", me: false };
const joint: JointView = { agent_id: "2", name: "Tom Brand", step: "ringing", begun_at: 0, until: null, failure: null };
const maria = contact("maria", "Maria Rossi", { participants: [me] });
const state = (...contacts: ContactView[]): DeskState => ({ contacts, selected: "maria", beside: null });
const said = (before: Partial<ContactView>, after: Partial<ContactView>): Speech =>
  togetherSpeech(state({ ...maria, ...before }), state({ ...maria, ...after }), []);

it("a consult accepted is said once, not again as somebody who joined", () => {
  expect(said({ joint }, { joint: { ...joint, step: "talking" }, participants: [me, tom] })).toEqual({
    assertive: ["Tom Brand has joined. Only agents read what you whisper"], polite: [],
  });
});
it("a consult declined or given up says why", () => {
  const failed = { ...joint, step: "failed" as const, failure: { code: "consult_declined" as const, subject: null, detail: null } };
  expect(said({ joint }, { joint: failed }).assertive).toEqual([
    "Consult with Tom Brand: The other agent did not take the consult. Ask somebody else, or try again.",
  ]);
  expect(said({ joint: failed }, { joint: { ...failed, until: 1 } }).assertive).toEqual([]);
});
it("who comes, watches and leaves is said", () => {
  expect(said({}, { participants: [me, tom, sam] }).polite).toEqual([
    "Tom Brand joined the chat with Maria Rossi", "Sam Hale observes the chat with Maria Rossi",
  ]);
  expect(said({ participants: [me, tom] }, {}).polite).toEqual(["Tom Brand left the chat with Maria Rossi"]);
});
it("entering a chat says nothing of who is there", () => {
  expect(said({ phase: "joining", participants: [] }, { participants: [me, tom] }).polite).toEqual([]);
});
it("a barge is said at once", () => {
  const after = { part: "bystander" as const, participants: [{ ...me, role: "passive" as const }, { ...sam, role: "active" as const }] };
  expect(said({ participants: [me, sam] }, after)).toEqual({
    assertive: ["Sam Hale took over the chat with Maria Rossi. You may only whisper"], polite: [],
  });
});
it("a suggestion is said as one, wherever it arrives, and lines of both conversations on the screen", () => {
  const announcer = new Announcer();
  const now: DeskState = { contacts: [maria], selected: "other", beside: "maria" };
  const item = whisper(0, "agent", "Sam", "We pay it.");
  const suggested = { ...item, content: { ...item.content, suggestion: "open" } as typeof item.content };
  const change = (items: (typeof item)[]) => ({ change: "timeline" as const, to: { contact: "maria", items, order: null, more_before: false } });
  announcer.heard(now, now, [change([suggested])]);
  expect(announcer.polite).toBe("Suggested reply from Sam: We pay it.");
  announcer.heard(now, now, [change([line(0, "customer", "Maria Rossi", "Hi")])]);
  expect(announcer.polite).toBe("Maria: Hi");
});
