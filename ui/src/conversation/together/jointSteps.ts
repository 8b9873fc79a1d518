// A consult or transfer as a short sequence: what is done, what happens now, what is to come.
import type { ContactView, JointView } from "~/api/generated/bindings";
import { shortName } from "~/format/person";
import { text } from "~/text";

export type StepMark = "done" | "now" | "next" | "failed";

export interface StepView {
  words: string;
  mark: StepMark;
}

export function jointSteps(joint: JointView): StepView[] {
  return joint.agent_id === null ? transferSteps(joint) : consultSteps(joint);
}

function consultSteps(joint: JointView): StepView[] {
  const words = text.together.joint;
  const name = shortName(joint.name);
  const now = words.now[joint.step](name);
  const here: StepView = { words: words.now.talking(name), mark: "done" };
  const invited: StepView = { words: words.invited(name), mark: "done" };
  const joins: StepView = { words: words.joins(name), mark: "next" };
  const complete: StepView = { words: words.complete, mark: "next" };
  switch (joint.step) {
    case "inviting":
      return [{ words: now, mark: "now" }, joins, complete];
    case "ringing":
      return [invited, { words: now, mark: "now" }, complete];
    case "talking":
      return [invited, { ...here, mark: "now" }, { ...complete, mark: joint.failure === null ? "next" : "failed" }];
    case "failed":
      return [invited, { words: now, mark: "failed" }, complete];
    case "briefing":
    case "transferring":
    case "conferring":
    case "ending":
      return [invited, here, { words: now, mark: "now" }];
  }
}

function transferSteps(joint: JointView): StepView[] {
  const words = text.together.joint;
  const now = words.now[joint.step](joint.name);
  if (joint.step === "briefing") return [{ words: now, mark: "now" }, { words: words.transfer(joint.name), mark: "next" }];
  const mark = joint.step === "failed" ? "failed" : "now";
  return [{ words: mark === "failed" ? words.transfer(joint.name) : now, mark }];
}

/** Whether the consulted agent is in the room, so that the talk with them has a place of its own. */
export function talksWith(contact: ContactView): JointView | null {
  const joint = contact.joint;
  if (joint === null || joint.agent_id === null) return null;
  // Who has begun it owns the chat, also while the server has not said so.
  if (contact.part !== "owner" && contact.part !== "unknown") return null;
  if (joint.step === "inviting" || joint.step === "ringing" || joint.step === "failed") return null;
  return joint;
}

/** Whether something is under way that leaves no room for another choice. */
export function isUnderWay(contact: ContactView): boolean {
  return contact.joint !== null && contact.joint.step !== "failed";
}
