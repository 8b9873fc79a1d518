// Where the panel on the right was left, for each contact: its tab, how far it was scrolled, what was read and searched.

export type PanelTab = "customer" | "history" | "pops";

export interface PanelPlace {
  tab: PanelTab;
  /** How far each part was scrolled. */
  readonly scrolled: Map<string, number>;
  /** The earlier contact that is read, by its place in the list. */
  reading: number | null;
  query: string;
}

export class PanelPlaces {
  readonly #places = new Map<string, PanelPlace>();

  of(contact: string): PanelPlace {
    const known = this.#places.get(contact);
    if (known !== undefined) return known;
    const place: PanelPlace = { tab: "customer", scrolled: new Map(), reading: null, query: "" };
    this.#places.set(contact, place);
    return place;
  }

  delete(contact: string): void {
    this.#places.delete(contact);
  }
}

/** Back to where this part was left, and remembers where it is left next. */
export function keepsPlace(place: PanelPlace, part: string): (element: HTMLElement) => () => void {
  return (element) => {
    element.scrollTop = place.scrolled.get(part) ?? 0;
    const keep = (): void => void place.scrolled.set(part, element.scrollTop);
    element.addEventListener("scroll", keep, { passive: true });
    return () => element.removeEventListener("scroll", keep);
  };
}
