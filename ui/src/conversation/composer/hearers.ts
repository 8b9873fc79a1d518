// Who reads what is being written: the customer by name, or the agents by theirs.
import type { Audience, ContactView } from "~/api/generated/bindings";
import { shortName } from "~/format/person";
import { text } from "~/text";

export function hearers(contact: ContactView, audience: Audience): string {
  if (audience === "everyone") return shortName(contact.title);
  const others = contact.participants.filter((one) => !one.me).map((one) => shortName(one.name));
  return others.length === 0 ? text.composer.otherAgents : others.join(", ");
}

/** A reply may be suggested by who is not the one to write it. */
export function maySuggest(contact: ContactView): boolean {
  return contact.actions.whisper.is === "yes" && contact.part !== "owner" && contact.part !== "unknown";
}
