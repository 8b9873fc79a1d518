// One conversation's loaded rows: the newest ones as they arrive, older pages as they are asked for.
import type { TimelineChange, TimelineItem, TimelinePageReply, TimelineView } from "~/api/generated/bindings";
import { mergeTimeline, NEWEST } from "./mergeTimeline";

export class Timeline {
  items = $state.raw<readonly TimelineItem[]>([]);
  loadingOlder = $state(false);
  /** True when the last attempt to read an older page failed. */
  olderFailed = $state(false);
  #deskHasMore = $state(false);
  /** What the last older page said; absent while only the newest rows are loaded. */
  #pageHasMore = $state<boolean | null>(null);

  get moreBefore(): boolean {
    return this.#pageHasMore ?? this.#deskHasMore;
  }

  /** The row of the newest suggested reply that nobody has answered yet. */
  get newestSuggestion(): string | undefined {
    return this.items.findLast(({ content }) =>
      content.kind === "line" && content.suggestion === "open" && content.author !== "me",
    )?.id;
  }

  /** Whether anything was said that the customer must not read, as far as rows are loaded. */
  get holdsWhispers(): boolean {
    return this.items.some(({ content }) => content.kind === "line" && content.audience === "whisper");
  }

  /** A snapshot: only the newest rows; older pages are asked for again when they are wanted. */
  reset(view: TimelineView): void {
    this.items = view.items;
    this.#deskHasMore = view.more_before;
    this.#pageHasMore = null;
  }

  apply(change: TimelineChange): void {
    this.items = mergeTimeline(this.items, change);
    this.#deskHasMore = change.more_before;
  }

  /** Lets go of what is far above while the agent follows the newest rows; it can be asked for again. */
  trim(): void {
    if (this.items.length <= 2 * NEWEST || this.loadingOlder) return;
    this.items = this.items.slice(-NEWEST);
    this.#deskHasMore = true;
    this.#pageHasMore = null;
  }

  async loadOlder(ask: (before: string) => Promise<TimelinePageReply>): Promise<void> {
    const first = this.items[0];
    if (first === undefined || this.loadingOlder || !this.moreBefore) return;
    this.loadingOlder = true;
    this.olderFailed = false;
    try {
      const page = await ask(first.id);
      // A snapshot may have replaced the rows meanwhile; the page then belongs to nothing on screen.
      if (this.items[0]?.id !== first.id) return;
      const known = new Set(this.items.map((item) => item.id));
      this.items = [...page.items.filter((item) => !known.has(item.id)), ...this.items];
      this.#pageHasMore = page.more_before;
    } catch {
      this.olderFailed = true;
    } finally {
      this.loadingOlder = false;
    }
  }
}
