// What stands below a contact's name: what happens now, else a draft left behind, else the last line.
import type { ContactView } from "~/api/generated/bindings";
import { isStuck } from "~/desk/isStuck";
import { text } from "~/text";

export interface SecondLine {
  label: string;
  text: string;
  look: "plain" | "draft" | "whisper" | "state";
}

export function secondLine(contact: ContactView, selected: boolean): SecondLine {
  const words = text.worklist;
  const phase = isStuck(contact) ? words.stuck : text.states.phase[contact.phase];
  if (phase !== "") return { label: phase, text: "", look: "state" };
  if (contact.typing.some((typing) => typing.customer)) return { label: "", text: words.typing, look: "plain" };
  const draft = contact.drafts.reply.trim();
  if (draft !== "" && !selected) return { label: words.draft, text: draft, look: "draft" };
  const preview = contact.preview;
  if (preview === null) return { label: "", text: words.noLine, look: "plain" };
  if (preview.whisper) return { label: words.whisper, text: preview.text, look: "whisper" };
  return { label: preview.mine ? words.you : "", text: preview.text, look: "plain" };
}
