// Contacts by stable key: what did not change stays the same object, so that a screen redraws only what did.
import type { Change, ContactView } from "~/api/generated/bindings";

/** Gives the same list back when nothing changed. */
export function applyContacts(contacts: readonly ContactView[], changes: readonly Change[]): readonly ContactView[] {
  let next: ContactView[] | null = null;
  for (const change of changes) {
    switch (change.change) {
      case "contact": {
        next ??= [...contacts];
        const at = next.findIndex((contact) => contact.key === change.to.key);
        if (at < 0) next.push(change.to);
        else next[at] = change.to;
        break;
      }
      case "contact_gone":
        next = (next ?? contacts).filter((contact) => contact.key !== change.to.key);
        break;
      case "order":
        next = inOrder(next ?? contacts, change.to);
        break;
      default:
    }
  }
  return next ?? contacts;
}

/** A contact that the order does not name keeps its place at the end: showing too much beats hiding a customer. */
function inOrder(contacts: readonly ContactView[], order: readonly string[]): ContactView[] {
  const place = new Map(order.map((key, index) => [key, index]));
  return [...contacts].sort((a, b) => (place.get(a.key) ?? order.length) - (place.get(b.key) ?? order.length));
}
