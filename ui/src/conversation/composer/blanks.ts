// Blanks in a phrase, `{{like this}}`: found, selected, and never sent unfilled.

export interface Range {
  start: number;
  end: number;
}

const BLANK = /\{\{[^{}\n]*\}\}/g;

export function blanksIn(text: string): Range[] {
  return [...text.matchAll(BLANK)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The first blank at or after a place, else the first of all. */
export function nextBlank(text: string, from: number): Range | null {
  const blanks = blanksIn(text);
  return blanks.find((blank) => blank.start >= from) ?? blanks[0] ?? null;
}

export interface Insertion {
  text: string;
  /** What is selected afterwards: the first blank of what was inserted, or the place behind it. */
  selection: Range;
}

export function insert(text: string, replaced: Range, inserted: string): Insertion {
  const next = text.slice(0, replaced.start) + inserted + text.slice(replaced.end);
  const end = replaced.start + inserted.length;
  const blank = blanksIn(inserted)[0];
  const selection =
    blank === undefined ? { start: end, end } : { start: replaced.start + blank.start, end: replaced.start + blank.end };
  return { text: next, selection };
}
