// Which contact comes next: the one due first among those that wait, after the one on screen.
import type { ContactView } from "~/api/generated/bindings";

/** The desk's order is by what is due next, so the first that waits is the one; the selected one is passed over. */
export function nextDue(mine: readonly ContactView[], selected: string | null): ContactView | null {
  const others = mine.filter((contact) => contact.key !== selected && contact.phase !== "being_returned");
  return others.find((contact) => contact.unanswered > 0) ?? others.find((contact) => contact.phase === "wrap_up") ?? null;
}
