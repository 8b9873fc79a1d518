// Facts of an observed contact: who is watched, whether it is still watching, and where a barge stands.
import type { ContactView } from "~/api/generated/bindings";

/** The agents in the room besides me, the owner first; `board` names the agent where the room does not yet. */
export function agentsOf(contact: ContactView): string[] {
  const others = contact.participants.filter((one) => !one.me && one.role !== "observer");
  return [...others].sort((a, b) => Number(b.role === "active") - Number(a.role === "active")).map((one) => one.name);
}

/** Only looking: nothing I do reaches the customer. */
export function isObserving(contact: ContactView): boolean {
  if (contact.part === "observer") return true;
  return contact.observed && contact.part === "unknown";
}
