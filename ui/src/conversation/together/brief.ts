// A hand-over brief from what the desk knows: plain text that the agent edits before it goes.
import type { BriefFacts, BriefLine } from "~/api/generated/bindings";
import { text } from "~/text";

export interface Brief {
  text: string;
  /** Where the agent goes on writing: behind the word for the reason. */
  caret: number;
}

/** What was written already stands as the reason. */
export function composeBrief(facts: BriefFacts, reason = ""): Brief {
  const words = text.together.brief;
  const first = `${words.reason} ${reason.trim()}`;
  const lines = [first, words.minutes(facts.minutes)];
  if (facts.exchanges.length > 0) {
    lines.push(words.last, ...facts.exchanges.map((one) => words.line(who(one), oneLine(one.text))));
  }
  if (facts.pages.length > 0) lines.push(words.pages, ...facts.pages.map((url) => words.page(url)));
  return { text: lines.join("\n"), caret: first.length };
}

/** A line of the brief is a line, whatever was typed. */
function oneLine(said: string): string {
  return said.replace(/\s+/gu, " ").trim();
}

/** Who said it, to a reader who knows whose brief it is; the own name here may be a mere login. */
function who(line: BriefLine): string {
  if (line.author === "me") return text.together.brief.me;
  return line.name || text.conversation.author[line.author];
}
