// What each shortcut does; the keyboard and the palette both end here.
import type { ShortcutAction } from "~/api/generated/bindings";
import type { Desk } from "~/desk/desk.svelte";
import { nextDue } from "~/desk/nextDue";

/** What lives in other parts of the window. */
export interface Reach {
  accept: (contact: string) => void;
  switchAudience: () => void;
  observeNext: () => void;
  takeSuggestion: (contact: string, item: string) => void;
}

type Handler = (desk: Desk, reach: Reach, place: number) => void;

function show(desk: Desk, key: string | undefined): void {
  if (key === undefined) return;
  desk.select(key);
  desk.view.wantComposer();
}

/** What comes beside: who is due next, else anybody else. */
function besideNext(desk: Desk): string | null {
  const next = nextDue(desk.mine, desk.selectedKey);
  return (next ?? desk.mine.find((contact) => contact.key !== desk.selectedKey))?.key ?? null;
}

/** An action without a handler does not compile. */
const handlers: Record<ShortcutAction, Handler> = {
  accept_offer: (desk, reach) => {
    const offer = desk.offers.find((one) => one.actions.accept.is === "yes");
    if (offer !== undefined) reach.accept(offer.key);
  },
  decline_offer: (desk) => {
    const offer = desk.offers.find((one) => one.actions.decline.is === "yes");
    if (offer !== undefined) void desk.attempt("decline", { contact: offer.key });
  },
  toggle_ready: (desk) => void desk.askReady(desk.session?.readiness.actual !== "ready"),
  next_due: (desk) => show(desk, nextDue(desk.mine, desk.selectedKey)?.key),
  contact_by_place: (desk, _reach, place) => show(desk, desk.mine[place - 1]?.key),
  switch_audience: (desk, reach) => {
    reach.switchAudience();
    desk.view.wantComposer();
  },
  focus_composer: (desk) => desk.view.wantComposer(),
  push_page: (desk) => {
    if (desk.selected?.actions.push_page.is === "yes") desk.view.pagePush = true;
  },
  close_contact: (desk) => {
    const contact = desk.selected;
    if (contact?.actions.close.is === "yes") void desk.attempt("close", { contact: contact.key });
  },
  toggle_customer: ({ view }) => void (view.customerPanel = !view.customerPanel),
  command_palette: ({ view }) => {
    view.shortcuts = false;
    view.palette = !view.palette;
  },
  shortcut_list: ({ view }) => {
    view.palette = false;
    view.shortcuts = !view.shortcuts;
  },
  consult: (desk) => {
    const contact = desk.selected;
    if (contact === null) return;
    const { consult, transfer_to_skillset } = contact.actions;
    const possible = consult.is === "yes" || transfer_to_skillset.is === "yes";
    if (desk.view.handOver === contact.key) desk.view.handOver = null;
    else if (possible) desk.view.handOver = contact.key;
  },
  take_suggestion: (desk, reach) => {
    const contact = desk.selected;
    const item = contact === null ? undefined : desk.timeline(contact.key)?.newestSuggestion;
    if (contact?.actions.reply.is === "yes" && item !== undefined) reach.takeSuggestion(contact.key, item);
  },
  side_by_side: (desk) => {
    if (desk.besideKey !== null) desk.putBeside(null);
    else desk.putBeside(besideNext(desk));
  },
  supervise: (desk) => {
    if (desk.session?.agent?.supervisor === true) desk.view.supervising = !desk.view.supervising;
  },
  next_urgent: (desk, reach) => {
    const supervises = desk.session?.agent?.supervisor === true;
    if (supervises && desk.view.supervising) reach.observeNext();
  },
  // While contacts are open the desk refuses, and a notice says why.
  sign_out: (desk) => void desk.attempt("sign_out", {}),
};

export function runAction(desk: Desk, reach: Reach, action: ShortcutAction, place: number): void {
  handlers[action](desk, reach, place);
}
