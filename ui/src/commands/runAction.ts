// What each shortcut does; the keyboard and the palette both end here.
import type { Desk } from "~/desk/desk.svelte";
import { nextDue } from "~/desk/nextDue";
import type { ActionId } from "./shortcuts";

/** What lives in other parts of the window. */
export interface Reach {
  accept: (contact: string) => void;
  switchAudience: () => void;
}

export function runAction(desk: Desk, reach: Reach, action: ActionId, place: number): void {
  const { view } = desk;
  const contact = desk.selected;
  const show = (key: string | undefined): void => {
    if (key === undefined) return;
    desk.select(key);
    view.wantComposer();
  };
  switch (action) {
    case "palette":
      view.palette = !view.palette;
      break;
    case "shortcuts":
      view.shortcuts = true;
      break;
    case "accept_offer": {
      const offer = desk.offers.find((one) => one.actions.accept.is === "yes");
      if (offer !== undefined) reach.accept(offer.key);
      break;
    }
    case "next_due":
      show(nextDue(desk.mine, desk.selectedKey)?.key);
      break;
    case "contact_by_place":
      show(desk.mine[place - 1]?.key);
      break;
    case "toggle_ready":
      void desk.askReady(desk.session?.readiness.actual !== "ready");
      break;
    case "switch_audience":
      reach.switchAudience();
      view.wantComposer();
      break;
    case "focus_composer":
      view.wantComposer();
      break;
    case "push_page":
      if (contact?.actions.push_page.is === "yes") view.pagePush = true;
      break;
    case "close_contact":
      if (contact?.actions.close.is === "yes") void desk.attempt("close", { contact: contact.key });
      break;
    case "toggle_customer":
      view.customerPanel = !view.customerPanel;
      break;
  }
}
