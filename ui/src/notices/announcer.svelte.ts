// What a screen reader says: new messages politely, offers at once; bursts become one sentence.
import type { Change, ContactView, TimelineItem } from "~/api/generated/bindings";
import type { DeskState } from "~/desk/desk.svelte";
import { shortName } from "~/format/person";
import { text } from "~/text";
import { togetherSpeech } from "./togetherSpeech";

export class Announcer {
  polite = $state("");
  assertive = $state("");

  /** A listener of the desk. */
  heard(before: DeskState | null, after: DeskState, changes: readonly Change[]): void {
    if (before === null) return;
    const together = togetherSpeech(before, after, changes);
    const urgent = [offerWords(before.contacts, after.contacts), ...together.assertive].filter((one) => one !== "");
    if (urgent.length > 0) this.assertive = urgent.join(". ");
    const lines = [...spoken(after, changes), ...elsewhere(before, after), ...left(before, after), ...together.polite];
    if (lines.length > 0) this.polite = lines.join(". ");
  }
}

const words = text.conversation;
const offersOf = (contacts: readonly ContactView[]): ContactView[] => contacts.filter((one) => one.phase === "offered");

function offerWords(before: readonly ContactView[], after: readonly ContactView[]): string {
  const known = new Set(offersOf(before).map((one) => one.key));
  const fresh = offersOf(after).filter((one) => !known.has(one.key));
  const gone = offersOf(before).filter((one) => !after.some((other) => other.key === one.key));
  return [
    ...fresh.map((one) => words.offered(text.states.kind[one.kind], one.title, one.skillset ?? "")),
    ...gone.map((one) => words.withdrawn(one.title)),
  ].join(". ");
}

/** The lines of others in the conversation on screen. */
function spoken(after: DeskState, changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    // With an order given, rows were read again: nothing of it is new to the ear.
    if (change.change !== "timeline" || !onScreen(after, change.to.contact) || change.to.order !== null) return [];
    return change.to.items.flatMap(lineWords);
  });
}

const onScreen = (state: DeskState, contact: string): boolean => contact === state.selected || contact === state.beside;

function lineWords({ content }: TimelineItem): string[] {
  // A suggested reply is said as one.
  if (content.kind !== "line" || content.author === "me" || content.suggestion !== null) return [];
  const name = content.audience === "whisper" ? `${words.whisperLabel}, ${content.name}` : shortName(content.name);
  return [words.said(name, content.text)];
}

function elsewhere(before: DeskState, after: DeskState): string[] {
  const unread = new Map(before.contacts.map((one) => [one.key, one.unread]));
  const names = after.contacts
    .filter((one) => !onScreen(after, one.key) && one.unread > (unread.get(one.key) ?? 0))
    .map((one) => one.title);
  return names.length === 0 ? [] : [words.newFrom(names.join(", "))];
}

function left(before: DeskState, after: DeskState): string[] {
  const presence = new Map(before.contacts.map((one) => [one.key, one.customer]));
  return after.contacts
    .filter((one) => one.customer === "left" && presence.get(one.key) !== "left" && presence.has(one.key))
    .map((one) => words.customerLeft(one.title));
}
