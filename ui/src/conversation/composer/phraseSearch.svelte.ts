// The open list of phrases: what matches, which one is active, and how often each was used since the window opened.
import type { PhraseView } from "~/api/generated/bindings";
import { moveActive } from "~/kit/searchList";
import { insert, type Insertion } from "./blanks";
import { findPhrases, phraseKey, phraseQuery, type PhraseQuery } from "./phrases";

export class PhraseSearch {
  #asked = $state.raw<PhraseQuery | null>(null);
  active = $state(0);
  /** Kept in memory only. */
  #uses = $state.raw<ReadonlyMap<string, number>>(new Map());
  #phrases = $state.raw<readonly PhraseView[]>([]);
  readonly found = $derived(this.#asked === null ? [] : findPhrases(this.#phrases, this.#asked.query, this.#uses));
  /** Open with nothing found only right after the slash; then the agent simply goes on writing. */
  readonly open = $derived(this.#asked !== null && this.#phrases.length > 0 && this.found.length > 0);

  /** After every change of the text or the caret. */
  follow(text: string, caret: number, phrases: readonly PhraseView[]): void {
    const asked = phraseQuery(text, caret);
    if (asked?.query !== this.#asked?.query) this.active = 0;
    this.#phrases = phrases;
    this.#asked = asked;
  }

  close(): void {
    this.#asked = null;
  }

  /** Tells whether the key moved within the list. */
  move(key: string): boolean {
    const to = moveActive(key, this.active, this.found.length);
    if (to !== null) this.active = to;
    return to !== null;
  }

  take(text: string, phrase: PhraseView | undefined = this.found[this.active]): Insertion | null {
    const asked = this.#asked;
    if (asked === null || phrase === undefined) return null;
    const key = phraseKey(phrase);
    this.#uses = new Map(this.#uses).set(key, (this.#uses.get(key) ?? 0) + 1);
    this.close();
    return insert(text, asked.range, phrase.text);
  }
}
