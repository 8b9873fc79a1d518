// Several agents in one chat, the pure part: who is who, the steps, the list to choose from, the brief.
import { describe, expect, it } from "vitest";
import type { JointStep, JointView, ParticipantView, PartView, QueueView } from "~/api/generated/bindings";
import { contact, line, open, row } from "~/gallery/sampleContact";
import { composeBrief } from "./brief";
import { activeIn, firstHit, flat, groupsFor } from "./handOver";
import { isUnderWay, jointSteps, talksWith } from "./jointSteps";
import { bannerOf, isMe, isShared, nameOf, ownerOf, roleWord } from "./people";

const yes = { is: "yes" } as const;
const me: ParticipantView = { agent_id: "1", name: "Ann", role: "active", me: true };
const tom: ParticipantView = { agent_id: "2", name: "Tom Brand", role: "active", me: false };
const sam: ParticipantView = { agent_id: "9", name: "Sam Hale", role: "observer", me: false };
const joint = (step: JointStep, more: Partial<JointView> = {}): JointView => ({
  agent_id: "2", name: "Tom Brand", step, begun_at: 0, until: null, failure: null, ...more,
});
const failure = { code: "operation_refused", subject: null, detail: null } as const;

describe("who is who", () => {
  it.each<[PartView, string, string]>([
    ["owner", "owner", "guest"],
    ["member", "guest", "owner"],
    ["bystander", "guest", "owner"],
    ["consulted", "asked for help", "owner"],
  ])("as %s I am %s and the other, active too, is %s", (part, mine, others) => {
    const chat = contact("c", "Maria", { part, participants: [me, tom] });
    expect([roleWord(me, chat), roleWord(tom, chat)]).toEqual([mine, others]);
  });
  it("calls the consulted agent asked for help, and who watches observing", () => {
    const chat = contact("c", "Maria", { participants: [me, tom, sam], joint: joint("talking") });
    expect([roleWord(tom, chat), roleWord(sam, chat)]).toEqual(["asked for help", "observing"]);
  });
  it("names the owner only where it is somebody else", () => {
    expect(ownerOf(contact("c", "Maria", { participants: [me, tom] }))).toBeNull();
    expect(ownerOf(contact("c", "Maria", { part: "observer", participants: [{ ...me, role: "observer" }, tom] }))?.name).toBe("Tom Brand");
  });
  it("finds the name where an event has the id", () => {
    const chat = contact("c", "Maria", { participants: [me], joint: joint("ringing") });
    expect([isMe(chat, "1"), isMe(chat, "Ann"), isMe(chat, "2"), isMe(chat, "")]).toEqual([true, true, false, false]);
    expect([nameOf(chat, "1"), nameOf(chat, "2"), nameOf(chat, "Maria")]).toEqual(["Ann", "Tom Brand", "Maria"]);
  });
  it("is not shared with somebody who only watches", () => {
    expect(isShared(contact("c", "Maria", { participants: [me, sam] }))).toBe(false);
    expect(isShared(contact("c", "Maria", { participants: [me, tom] }))).toBe(true);
  });
  it("says the agent's part before anything is written", () => {
    const owner = contact("c", "Maria", { participants: [me, tom] });
    expect(bannerOf(owner, [])).toBe("conference");
    expect(bannerOf({ ...owner, joint: joint("talking") }, [])).toBeNull();
    expect(bannerOf(contact("c", "Maria"), [])).toBeNull();
    expect(bannerOf(contact("c", "Maria", { part: "consulted" }), [])).toBe("consulted");
  });
  it("tells an owner by a barge from the owner of a conference, until the ownership changes again", () => {
    const owner = contact("c", "Maria", { participants: [me, tom] });
    const barge = row(2, { kind: "event", event: "supervisor_barged", who: "Ann" });
    const change = row(1, { kind: "event", event: "owner_changed", who: "Ann" });
    expect(bannerOf(owner, [barge, line(1, "me", "Ann", "Hello")])).toBe("barged");
    expect(bannerOf(owner, [barge, change])).toBe("conference");
  });
});

describe("the steps", () => {
  const shown = (view: JointView): string[] => jointSteps(view).map((step) => `${step.mark}: ${step.words}`);
  it.each<[JointStep, string[]]>([
    ["inviting", ["now: Inviting Tom…", "next: Tom joins", "next: Complete"]],
    ["ringing", ["done: Tom is invited", "now: Waiting for Tom", "next: Complete"]],
    ["talking", ["done: Tom is invited", "now: Tom is here", "next: Complete"]],
    ["transferring", ["done: Tom is invited", "done: Tom is here", "now: Handing over to Tom…"]],
    ["conferring", ["done: Tom is invited", "done: Tom is here", "now: Letting Tom write too…"]],
    ["ending", ["done: Tom is invited", "done: Tom is here", "now: Ending the consult…"]],
    ["failed", ["done: Tom is invited", "failed: Did not come about", "next: Complete"]],
  ])("of a consult while %s", (step, expected) => expect(shown(joint(step))).toEqual(expected));
  it("mark the last one where a transfer was refused and the talk goes on", () => {
    expect(shown(joint("talking", { failure })).at(-1)).toBe("failed: Complete");
  });
  it.each<[JointStep, string[]]>([
    ["briefing", ["now: Telling the reason…", "next: Transfer to WC_Billing"]],
    ["transferring", ["now: Handing over to WC_Billing…"]],
    ["failed", ["failed: Transfer to WC_Billing"]],
  ])("of a transfer to a skillset while %s", (step, expected) =>
    expect(shown(joint(step, { agent_id: null, name: "WC_Billing" }))).toEqual(expected),
  );
  it("give the talk a place of its own only while the other agent is there", () => {
    const places = (["inviting", "ringing", "talking", "transferring", "conferring", "ending", "failed"] as const)
      .filter((step) => talksWith(contact("c", "Maria", { joint: joint(step) })) !== null);
    expect(places).toEqual(["talking", "transferring", "conferring", "ending"]);
    expect(talksWith(contact("c", "Maria", { part: "consulted", joint: joint("talking") }))).toBeNull();
    expect(isUnderWay(contact("c", "Maria", { joint: joint("failed") }))).toBe(false);
  });
});

describe("where it can go", () => {
  const queues: QueueView[] = [
    { id: "q1", name: "WC_Billing", transfer: yes, agents: [{ id: "2", name: "Tom Brand", consult: yes }, { id: "1", name: "Ann", consult: { is: "no", why: "that_is_me" } }] },
    { id: "q2", name: "WC_Refunds", transfer: { is: "no", why: "nobody_active" }, agents: [] },
    { id: "q3", name: "WC_Travel", transfer: yes, agents: [{ id: "2", name: "Tom Brand", consult: yes }] },
  ];
  const keys = (query: string): string[] => flat(groupsFor(queues, query, open)).map((one) => one.key);
  it("is all of it, in order, each key once though an agent has two skillsets", () => {
    expect(keys("")).toEqual(["queue q1", "agent q1 2", "agent q1 1", "queue q2", "queue q3", "agent q3 2"]);
  });
  it("narrows to agents under their skillsets, or to a whole skillset", () => {
    expect(keys("brand")).toEqual(["queue q1", "agent q1 2", "queue q3", "agent q3 2"]);
    expect(keys("billing")).toEqual(["queue q1", "agent q1 2", "agent q1 1"]);
    expect(keys("nobody")).toEqual([]);
  });
  it("takes with Enter what the words name, not the skillset it stands in", () => {
    expect(firstHit(groupsFor(queues, "tom", open), "tom")?.key).toBe("agent q1 2");
    expect(firstHit(groupsFor(queues, "travel", open), "travel")?.key).toBe("queue q3");
    expect(firstHit(groupsFor(queues, "refunds", open), "refunds")?.key).toBe("queue q2");
  });
  it("is closed where the contact itself does not allow it, for that reason", () => {
    const used = { ...open, transfer_to_skillset: { is: "no", why: "transfer_used" } as const };
    const [billing, refunds] = groupsFor(queues, "", used);
    expect(billing?.queue.possible).toEqual({ is: "no", why: "transfer_used" });
    expect(refunds?.queue.possible).toEqual({ is: "no", why: "transfer_used" });
    expect(billing?.agents.map((one) => one.possible.is)).toEqual(["yes", "no"]);
  });
  it("counts who is there besides me", () => expect(queues.map(activeIn)).toEqual([1, 0, 1]));
});

describe("the brief", () => {
  const facts = {
    minutes: 1,
    exchanges: [
      { author: "customer" as const, name: "Maria", text: "Who pays\nthe  hotel?" },
      { author: "me" as const, name: "ann", text: "One moment" },
      { author: "system" as const, name: "", text: "Please wait" },
    ],
    pages: ["https://www.example.org/a"],
  };
  it("has the reason first, where the agent goes on writing", () => {
    const brief = composeBrief(facts, " Hotel ");
    expect(brief.text.split("\n")).toEqual([
      "Reason: Hotel", "In the chat for 1 minute.", "Last messages:", "- Maria: Who pays the hotel?",
      "- I: One moment", "- Contact center: Please wait", "Pages pushed:", "- https://www.example.org/a",
    ]);
    expect(brief.text.slice(0, brief.caret)).toBe("Reason: Hotel");
  });
  it("leaves out what there is none of", () => {
    expect(composeBrief({ minutes: 0, exchanges: [], pages: [] }).text).toBe("Reason: \nIn the chat for less than a minute.");
  });
});
