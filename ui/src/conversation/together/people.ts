// Who is in a chat, by name and by word: the owner, the other agent, who watches.
import type { ContactView, ParticipantView, TimelineItem } from "~/api/generated/bindings";
import { isByBarge } from "~/desk/takenOver";
import { text } from "~/text";

/** The other agents, those who only watch left out. */
export function partners(contact: ContactView): ParticipantView[] {
  return contact.participants.filter((one) => !one.me && one.role !== "observer");
}

/** Who owns the chat, where it is somebody else. */
export function ownerOf(contact: ContactView): ParticipantView | null {
  if (contact.part === "owner") return null;
  const others = partners(contact);
  return others.find((one) => one.role === "active") ?? others[0] ?? null;
}

/** In a conference the server calls every agent who writes `active`; only one of them is the owner. */
export function roleWord(one: ParticipantView, contact: ContactView): string {
  const words = text.together.people;
  if (one.role === "observer") return text.states.role.observer;
  if (one.me) {
    if (contact.part === "owner") return words.owner;
    if (contact.part === "observer") return text.states.role.observer;
    return contact.part === "consulted" ? words.asked : contact.part === "unknown" ? text.states.role[one.role] : words.guest;
  }
  if (contact.part === "unknown") return text.states.role[one.role];
  if (contact.part === "owner") return contact.joint?.agent_id === one.agent_id ? words.asked : words.guest;
  return ownerOf(contact)?.agent_id === one.agent_id ? words.owner : words.guest;
}

/** Some events name an agent by the id, because the name came later. */
export function nameOf(contact: ContactView, who: string): string {
  return contact.participants.find((one) => one.agent_id === who)?.name ?? (contact.joint?.agent_id === who ? contact.joint.name : who);
}

/** Whether several agents take part, so that a name must stand on every line. */
export function isShared(contact: ContactView): boolean {
  return partners(contact).length > 0;
}

export type Banner = "consulted" | "bystander" | "member" | "conference" | "barged" | "observer";

/** What the agent must know of the own part before writing; absent where the chat is simply the agent's own. */
export function bannerOf(contact: ContactView, items: readonly TimelineItem[]): Banner | null {
  switch (contact.part) {
    case "consulted":
    case "bystander":
    case "member":
    case "observer":
      return contact.part;
    case "owner":
      if (contact.joint !== null || partners(contact).length === 0) return null;
      return isByBarge(items) ? "barged" : "conference";
    case "unknown":
      return null;
  }
}

/** True for the agent at this desk, by id or by name. */
export function isMe(contact: ContactView, who: string): boolean {
  return contact.participants.some((one) => one.me && (one.agent_id === who || one.name === who));
}
