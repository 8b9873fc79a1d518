// What is open and where the agent looks: lost with the window, and no loss.
import type { Audience } from "~/api/generated/bindings";
import { PanelPlaces } from "./panelPlaces";

/** Below this width of the window, in units of its text size, the customer panel starts closed. */
const ROOM_FOR_PANEL = 76;

function hasRoomForPanel(): boolean {
  if (typeof window === "undefined") return true;
  const unit = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return window.innerWidth >= ROOM_FOR_PANEL * unit;
}

export class ViewState {
  /** The agent asked for a state in this window and the server has not followed yet. */
  readyAsked = $state(false);
  palette = $state(false);
  shortcuts = $state(false);
  stateMenu = $state(false);
  settings = $state(false);
  whyNoChats = $state(false);
  pagePush = $state(false);
  /** The contact for which an agent or skillset is being chosen, to consult or to hand over to. */
  handOver = $state<string | null>(null);
  /** The contact whose note is being written while the chat goes on. */
  note = $state<string | null>(null);
  /** The supervisor's board instead of the desk. */
  supervising = $state(false);
  customerPanel = $state(hasRoomForPanel());
  /** Chosen by the agent for a contact; absent: what is possible there. */
  audiences = $state.raw<ReadonlyMap<string, Audience>>(new Map());
  /** Goes up whenever the composer should take the focus. */
  composerWanted = $state(0);
  /** Where each contact's panel on the right was left. */
  readonly panelPlaces = new PanelPlaces();
  /** What the next agent is to be told, as far as it is written. */
  readonly briefs = new Map<string, string>();
  /** Whether the customer panel was open before two conversations took its room. */
  #panelBefore = false;

  /** The text's size is known now: what starts open and has no room closes. */
  textScaled(): void {
    this.customerPanel = hasRoomForPanel();
  }

  /** Two conversations need the room of the panel; it comes back with the single one. */
  makeRoom(two: boolean): void {
    if (two) this.#panelBefore = this.customerPanel;
    this.customerPanel = !two && this.#panelBefore;
  }

  setAudience(contact: string, audience: Audience): void {
    if (this.audiences.get(contact) === audience) return;
    this.audiences = new Map(this.audiences).set(contact, audience);
  }

  wantComposer(): void {
    this.composerWanted += 1;
  }

  forget(contact: string): void {
    this.panelPlaces.delete(contact);
    this.briefs.delete(contact);
    if (this.handOver === contact) this.handOver = null;
    if (this.note === contact) this.note = null;
    if (!this.audiences.has(contact)) return;
    const audiences = new Map(this.audiences);
    audiences.delete(contact);
    this.audiences = audiences;
  }
}
