// Keeps what the agent reads in its place while rows come and go around it.

export interface Anchor {
  id: string;
  /** Distance of the row's upper edge from the visible upper edge. */
  offset: number;
}

/** How near to the end still counts as being there. */
const NEAR_END = 32;

export function atEnd(scroller: HTMLElement): boolean {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= NEAR_END;
}

/** The first row that is at least partly visible. */
export function anchorOf(scroller: HTMLElement): Anchor | null {
  const top = scroller.scrollTop;
  for (const row of scroller.querySelectorAll<HTMLElement>("[data-row]")) {
    if (row.offsetTop + row.offsetHeight <= top) continue;
    return { id: row.dataset["row"] ?? "", offset: row.offsetTop - top };
  }
  return null;
}

export function returnTo(scroller: HTMLElement, anchor: Anchor): void {
  const row = scroller.querySelector<HTMLElement>(`[data-row="${CSS.escape(anchor.id)}"]`);
  if (row !== null) scroller.scrollTop = row.offsetTop - anchor.offset;
}
