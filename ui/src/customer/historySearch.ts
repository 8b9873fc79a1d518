// Searching in what was fetched of a customer's earlier contacts: which ones match, and where.
import type { PastContactView } from "~/api/generated/bindings";
import { fold } from "~/kit/searchList";

export interface Piece {
  text: string;
  hit: boolean;
}

/** What is searched for: small letters without accents; empty when nothing is. */
export function searchWords(query: string): string[] {
  return fold(query).split(/\s+/u).filter((word) => word !== "");
}

/** Every word must be said somewhere in the contact, or be its type. */
export function holds(entry: PastContactView, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const said = fold([entry.contact_type ?? "", ...entry.lines.map((line) => line.text)].join("\n"));
  return words.every((word) => said.includes(word));
}

/** The text in pieces: what matches a word, and what stands between. Together they are the text again. */
export function pieces(text: string, words: readonly string[]): Piece[] {
  if (words.length === 0 || text === "") return [{ text, hit: false }];
  const { folded, from } = folding(text);
  const hit = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      hit.fill(1, from[at], from[at + word.length] ?? text.length);
    }
  }
  const result: Piece[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end += 1) {
    if (end < text.length && hit[end] === hit[start]) continue;
    result.push({ text: text.slice(start, end), hit: hit[start] === 1 });
    start = end;
  }
  return result;
}

/** The folded text, and for each of its units where it comes from: folding changes lengths. */
function folding(text: string): { folded: string; from: number[] } {
  let folded = "";
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = fold(character);
    for (let unit = 0; unit < plain.length; unit += 1) from.push(at);
    folded += plain;
    at += character.length;
  }
  return { folded, from };
}

const FIRST_WORDS = 120;

/** What the list shows of a contact: the first line with a word searched for, else the first line that was for everyone. */
export function firstWords(entry: PastContactView, words: readonly string[]): string {
  const found = words.length === 0 ? undefined : entry.lines.find((line) => words.some((word) => fold(line.text).includes(word)));
  const open = entry.lines.find((line) => !line.whisper && line.text.trim() !== "");
  const line = (found ?? open ?? entry.lines[0])?.text.trim() ?? "";
  return line.length <= FIRST_WORDS ? line : `${line.slice(0, FIRST_WORDS)}…`;
}
