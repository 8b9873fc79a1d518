// The words of the window in the agent's language; every other file takes them from here.
import { en } from "./en";

/** A language has exactly the keys of the English one; functions take the parts of a sentence. */
export type Texts = typeof en;

const languages: Record<string, Texts> = { en };

/** The first of the agent's languages that there are words for. */
export function pickTexts(wanted: readonly string[]): Texts {
  for (const tag of wanted) {
    const found = languages[tag.toLowerCase()] ?? languages[tag.split("-")[0]?.toLowerCase() ?? ""];
    if (found !== undefined) return found;
  }
  return en;
}

export const text: Texts = pickTexts(typeof navigator === "undefined" ? [] : navigator.languages);
