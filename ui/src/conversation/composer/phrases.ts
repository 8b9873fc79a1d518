// Finding a phrase by typing: over name and text, the skillset's own first, what the agent uses often higher.
import type { PhraseView } from "~/api/generated/bindings";
import { fold } from "~/kit/searchList";
import type { Range } from "./blanks";

export interface PhraseQuery {
  query: string;
  /** The `/` and what follows it, to be replaced. */
  range: Range;
}

const LONGEST_QUERY = 40;

/** A `/` at the beginning or after a space, with what was typed behind it up to the caret. */
export function phraseQuery(text: string, caret: number): PhraseQuery | null {
  const before = text.slice(0, caret);
  const found = /(?:^|\s)\/([^\s/][^\n/]*)?$/u.exec(before);
  const query = found?.[1] ?? "";
  if (found === null || query.length > LONGEST_QUERY) return null;
  return { query, range: { start: caret - query.length - 1, end: caret } };
}

export const ALL_SKILLSETS = "all";

/** A phrase for all skillsets counts as its own kind, even with the same name. */
export const phraseKey = (phrase: PhraseView): string => `${phrase.skillset}\u0000${phrase.name}\u0000${phrase.text}`;

export function findPhrases(
  phrases: readonly PhraseView[],
  query: string,
  uses: ReadonlyMap<string, number>,
  limit = 8,
): PhraseView[] {
  const words = fold(query).split(/\s+/).filter((word) => word !== "");
  return phrases
    .flatMap((phrase, place) => {
      const match = quality(phrase, words);
      if (match === null) return [];
      const own = Math.min(uses.get(phraseKey(phrase)) ?? 0, 20);
      const near = phrase.skillset === ALL_SKILLSETS ? 0 : 1;
      return [{ phrase, place, score: match * 100 + near * 30 + own * 4 }];
    })
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, limit)
    .map(({ phrase }) => phrase);
}

/** Every word must be found; the worst-found word decides. Absent: no match. */
function quality(phrase: PhraseView, words: readonly string[]): number | null {
  const name = fold(phrase.name);
  const text = fold(phrase.text);
  let worst = 4;
  for (const word of words) {
    const found = wordQuality(name, text, word);
    if (found === 0) return null;
    worst = Math.min(worst, found);
  }
  return words.length === 0 ? 0 : worst;
}

function wordQuality(name: string, text: string, word: string): number {
  if (name.startsWith(word)) return 4;
  if (beginsWord(name, word)) return 3;
  if (beginsWord(text, word)) return 2;
  return isSpread(name, word) ? 1 : 0;
}

const beginsWord = (text: string, word: string): boolean =>
  text.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word));

/** The letters in this order, with others between them: `rfd` in `refund`. */
function isSpread(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
