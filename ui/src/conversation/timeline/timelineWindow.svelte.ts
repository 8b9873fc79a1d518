// Which of the loaded rows are drawn: 200 at most, sliding as the agent scrolls.
import type { TimelineItem } from "~/api/generated/bindings";

export const DRAWN = 200;
const STEP = 100;

export class TimelineWindow {
  /** The first drawn row while the window is held; absent: the newest rows, whatever arrives. */
  #held = $state<string | null>(null);
  readonly #items: () => readonly TimelineItem[];

  readonly #start: number;
  readonly drawn: readonly TimelineItem[];
  /** The place of the first drawn row among the loaded ones. */
  readonly offset: number;
  readonly atNewest: boolean;

  constructor(items: () => readonly TimelineItem[]) {
    this.#items = items;
    this.#start = $derived.by(() => {
      const newest = Math.max(0, items().length - DRAWN);
      if (this.#held === null) return newest;
      const at = items().findIndex((item) => item.id === this.#held);
      return at < 0 ? newest : at;
    });
    this.drawn = $derived(items().slice(this.#start, this.#start + DRAWN));
    this.offset = $derived(this.#start);
    this.atNewest = $derived(this.#start + DRAWN >= items().length);
  }

  /** The agent reads further up: what arrives must not push away what is being read. */
  hold(): void {
    this.#held ??= this.drawn[0]?.id ?? null;
  }

  followNewest(): void {
    this.#held = null;
  }

  /** Tells whether there were loaded rows above to show. */
  up(): boolean {
    if (this.#start === 0) return false;
    this.#held = this.#items()[Math.max(0, this.#start - STEP)]?.id ?? null;
    return true;
  }

  down(): void {
    if (this.atNewest) return;
    this.#held = this.#items()[Math.min(this.#start + STEP, this.#items().length - DRAWN)]?.id ?? null;
  }
}
