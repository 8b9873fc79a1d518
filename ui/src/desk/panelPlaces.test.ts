// The panel on the right is found where it was left, for each contact, until the contact is gone.
import { expect, it } from "vitest";
import { keepsPlace, PanelPlaces } from "./panelPlaces";

it("keeps each contact's own place", () => {
  const places = new PanelPlaces();
  places.of("maria").tab = "history";
  places.of("maria").reading = 3;
  expect(places.of("tomas")).toMatchObject({ tab: "customer", reading: null, query: "" });
  expect(places.of("maria")).toMatchObject({ tab: "history", reading: 3 });
  places.delete("maria");
  expect(places.of("maria").tab).toBe("customer");
});

it("scrolls back to where a part was left", () => {
  const place = new PanelPlaces().of("maria");
  const element = Object.assign(new EventTarget(), { scrollTop: 0 });
  const stop = keepsPlace(place, "history")(element as unknown as HTMLElement);
  element.scrollTop = 120;
  element.dispatchEvent(new Event("scroll"));
  stop();
  element.scrollTop = 0;
  element.dispatchEvent(new Event("scroll"));
  keepsPlace(place, "pops")(element as unknown as HTMLElement);
  expect(element.scrollTop).toBe(0);
  keepsPlace(place, "history")(element as unknown as HTMLElement);
  expect(element.scrollTop).toBe(120);
});
