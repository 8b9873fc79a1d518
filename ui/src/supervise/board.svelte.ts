// The supervisor's side of the window: what of the board is shown, and which contacts are looked into.
import type { BoardRowView, BoardView, ContactView } from "~/api/generated/bindings";
import type { Desk } from "~/desk/desk.svelte";
import { isObserving } from "./observed";
import { filterAgents, filterRows, nextUrgent, samePeople, searchable, type Person } from "./boardRows";

/** What a row of the board is to this supervisor. */
export type Relation = "free" | "opening" | "observed" | "taken" | "own";

/** What was on the screen before the board. */
export interface OnDesk {
  selected: string | null;
  beside: string | null;
}

export class Board {
  readonly #desk: Desk;
  agent = $state<string | null>(null);
  flaggedOnly = $state(false);
  query = $state("");
  /** The row that the keyboard is at. */
  active = $state<string | null>(null);
  /** The pane beside the board was put away; the contacts in it stay observed. */
  paneAway = $state(false);
  #toDesk = false;
  #lastPeople: readonly Person[] = [];
  #opening = $state.raw<ReadonlySet<string>>(new Set());
  /** The keys of contacts that were opened from here: they stay in the pane after a barge. */
  #opened = $state.raw<ReadonlySet<string>>(new Set());

  readonly filter = $derived({ agent: this.agent, flaggedOnly: this.flaggedOnly, query: this.query });
  readonly filtered = $derived(this.agent !== null || this.flaggedOnly || this.query.trim() !== "");
  /** Who there is: the same list until somebody comes, goes or is renamed, so that a thousand names are made ready once. */
  readonly people = $derived.by(() => (this.#lastPeople = samePeople(this.#lastPeople, this.#view?.agents ?? [])));
  readonly names = $derived.by(() => new Map(this.people.map((agent) => [agent.id, agent.name])));
  readonly #found = $derived.by(() => searchable(this.people));
  readonly rows = $derived.by(() => filterRows(this.#view?.rows ?? [], this.#found, this.filter));
  readonly idle = $derived.by(() => filterAgents(this.#view?.agents ?? [], this.#found, this.filter));
  readonly next = $derived.by(() => nextUrgent(this.rows, this.#desk.contacts, this.me, this.#opening));
  /** What the pane shows: observed contacts, and those taken over from here. */
  readonly watched = $derived.by(() =>
    this.#desk.contacts.filter((one) => one.observed || this.#opened.has(one.key)),
  );
  readonly shown = $derived.by(() => {
    if (this.paneAway) return null;
    return this.watched.find((one) => one.key === this.#desk.selectedKey) ?? this.watched[0] ?? null;
  });
  readonly #byGuid = $derived.by(() => new Map(this.#desk.contacts.map((one) => [one.guid, one])));

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get #view(): BoardView | null {
    return this.#desk.board;
  }

  get me(): string | null {
    return this.#desk.session?.agent?.id ?? null;
  }

  clear(): void {
    this.agent = null;
    this.flaggedOnly = false;
    this.query = "";
  }

  relation(row: BoardRowView): Relation {
    if (this.#opening.has(row.guid)) return "opening";
    const contact = this.#byGuid.get(row.guid);
    if (contact !== undefined) {
      if (!this.watched.includes(contact)) return "own";
      return isObserving(contact) ? "observed" : "taken";
    }
    return row.agent === this.me ? "own" : "free";
  }

  /** What Enter and a click do with a row: look into it, show it, or go to it on the desk. */
  async open(row: BoardRowView): Promise<void> {
    this.active = row.guid;
    const relation = this.relation(row);
    const contact = this.#byGuid.get(row.guid);
    if (relation === "free") await this.#observe(row.guid);
    else if (contact === undefined) return;
    else if (relation === "own") this.toDesk(contact);
    else this.show(contact);
  }

  async observeNext(): Promise<void> {
    if (this.next !== null) await this.open(this.next);
  }

  /** What stood on the desk is not looked at while the board is: nothing in it becomes read. */
  enter(): OnDesk {
    const before = { selected: this.#desk.selectedKey, beside: this.#desk.besideKey };
    this.#desk.select(this.shown?.key ?? null);
    return before;
  }

  /** Back to where the desk was, unless a contact of the desk was chosen meanwhile. */
  leave({ selected, beside }: OnDesk): void {
    const desk = this.#desk;
    const chosen = this.#toDesk || (desk.selectedKey !== null && !this.watched.some((one) => one.key === desk.selectedKey));
    this.#toDesk = false;
    const there = (key: string | null): boolean => key !== null && desk.contacts.some((one) => one.key === key);
    if (chosen || !there(selected)) return;
    desk.select(selected);
    if (there(beside)) desk.putBeside(beside);
  }

  show(contact: ContactView): void {
    this.paneAway = false;
    this.#desk.select(contact.key);
  }

  /** Shows a contact on the desk instead of the board. */
  toDesk(contact: ContactView): void {
    this.#toDesk = true;
    this.#desk.select(contact.key);
    this.#desk.view.supervising = false;
  }

  putPaneAway(): void {
    this.paneAway = true;
    this.#desk.select(null);
  }

  async #observe(guid: string): Promise<void> {
    this.#opening = new Set(this.#opening).add(guid);
    this.paneAway = false;
    const key = await this.#desk.observe(guid);
    if (key !== null) this.#opened = new Set(this.#opened).add(key);
    const opening = new Set(this.#opening);
    opening.delete(guid);
    this.#opening = opening;
  }
}
