// What is special about a contact in the list: several agents in it, or taken over.
import type { ContactView, TimelineItem } from "~/api/generated/bindings";
import { isByBarge } from "~/desk/takenOver";
import { shortName } from "~/format/person";
import { text } from "~/text";

export interface RowMark {
  words: string;
  look: "consult" | "conference" | "barged" | "failed";
}

export function rowMark(contact: ContactView, items: readonly TimelineItem[]): RowMark | null {
  const words = text.together.marks;
  const others = contact.participants.filter((one) => !one.me && one.role !== "observer");
  const joint = contact.joint;
  if (joint !== null) {
    return { words: words.consult(shortName(joint.name)), look: joint.failure === null ? "consult" : "failed" };
  }
  switch (contact.part) {
    case "consulted":
      return { words: words.helping(shortName(others.find((one) => one.role === "active")?.name ?? "")), look: "consult" };
    case "bystander":
      return { words: words.takenOver, look: "barged" };
    case "member":
      return { words: words.conference, look: "conference" };
    case "owner":
      if (others.length === 0) return null;
      return isByBarge(items) ? { words: words.takenOver, look: "barged" } : { words: words.conference, look: "conference" };
    case "observer":
    case "unknown":
      return null;
  }
}

/** Who asks for help with an offer, where it is known. */
export function asksWords(contact: ContactView): string | null {
  if (!contact.consult) return null;
  const asker = contact.participants.find((one) => !one.me && one.role === "active");
  return asker === undefined ? text.together.list.asksForHelp : text.together.list.asks(asker.name);
}

/** What declining one of the offers does to all of them. */
export function declineWords(offers: readonly ContactView[]): string {
  const returns = offers[0]?.actions.decline_returns ?? offers.length;
  const onlyChats = offers.every((one) => one.kind === "web_chat");
  return onlyChats || returns <= 1 ? text.worklist.declineReturns(returns) : text.together.list.declineAll(returns);
}
