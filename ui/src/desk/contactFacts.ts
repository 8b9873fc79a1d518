// What is known of the customer, in two parts: facts with readable names, and every field as the server sent it.
import type { ContactView, IntrinsicView } from "~/api/generated/bindings";
import { text } from "~/text";

export interface Fact {
  key: string;
  name: string;
  value: string;
}

const CUSTOM = /^Custom:/u;

/** What the server says under a name that people know. */
export function intrinsicFacts(contact: ContactView): Fact[] {
  return contact.intrinsics.flatMap((one) => {
    const name = nameOf(one);
    return name === null || one.value.trim() === "" ? [] : [{ key: one.key, name, value: valueOf(one) }];
  });
}

/** The same, and what the chat itself tells of the customer. */
export function readableFacts(contact: ContactView): Fact[] {
  const facts = intrinsicFacts(contact);
  if (contact.kind !== "web_chat") return facts;
  if (contact.device !== null) facts.push({ key: "device", name: text.customer.device, value: contact.device });
  facts.push({ key: "presence", name: text.customer.connection, value: text.states.presence[contact.customer] });
  if (contact.previous_transcripts !== null) {
    facts.push({ key: "previous", name: text.customer.previous, value: String(contact.previous_transcripts) });
  }
  return facts;
}

/** A field of the customer's form carries its own title. */
function nameOf(one: IntrinsicView): string | null {
  if (one.meaning === null) return null;
  if (one.meaning !== "custom") return text.states.intrinsic[one.meaning];
  const title = one.key.replace(CUSTOM, "").trim();
  return title === "" ? text.states.intrinsic.custom : title;
}

function valueOf(one: IntrinsicView): string {
  return one.meaning === "wait_time" && /^\d+$/u.test(one.value) ? text.customer.waitSeconds(one.value) : one.value;
}
