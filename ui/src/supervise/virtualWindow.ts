// Which rows of a long list are in the document: those in sight and a few around them.

export interface Slice {
  /** The first row that is drawn. */
  first: number;
  /** Behind the last row that is drawn. */
  end: number;
}

/** Rows drawn above and below what is in sight, so that a quick scroll shows no gap. */
export const AROUND = 6;

/** All rows have the same height; without a height nothing can be said but the first few. */
export function sliceOf(scrollTop: number, viewport: number, rowHeight: number, count: number): Slice {
  if (rowHeight <= 0) return { first: 0, end: Math.min(count, AROUND) };
  const top = Math.max(0, Math.min(scrollTop, count * rowHeight - viewport));
  const first = Math.floor(top / rowHeight) - AROUND;
  const end = Math.ceil((top + viewport) / rowHeight) + AROUND;
  return { first: Math.max(0, first), end: Math.min(count, end) };
}

/** Where to scroll so that a row is wholly in sight; where it is already, nothing moves. */
export function scrollFor(index: number, scrollTop: number, viewport: number, rowHeight: number): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  const below = top + rowHeight - viewport;
  return below > scrollTop ? below : scrollTop;
}

/** Where the arrow keys lead in a list of so many rows; nothing for any other key. */
export function rowFor(key: string, from: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const within = (index: number): number => Math.max(0, Math.min(last, index));
  switch (key) {
    case "ArrowDown":
      return within(from + 1);
    case "ArrowUp":
      return from < 0 ? 0 : within(from - 1);
    case "PageDown":
      return within(from + page);
    case "PageUp":
      return within(from - page);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}
