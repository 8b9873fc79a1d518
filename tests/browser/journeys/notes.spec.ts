// A note written while the chat goes on waits in the closing form.
import { expect, test } from "../stage/test";

test.use({ settings: '[[activity_codes]]\ncode = "4001"\nlabel = "Booking"\n' });

test("note and activity code before the close are in the form", async ({ ready: desk, centre }) => {
  await centre.customer("Jo Marsh", [{ step: "say", text: "Two seats, please." }]);
  await centre.customer("Kim Berg");
  await desk.accept("Jo Marsh");
  await desk.at("note").click();
  await desk.at("note-text").fill("Window seats if any.");
  await desk.at("activity-code").selectOption({ label: "Booking" });
  await expect(desk.at("activity")).toHaveAttribute("data-state", "set");
  await desk.picture("97-note");
  // Looking after somebody else loses nothing.
  await desk.accept("Kim Berg");
  await desk.opens("Jo Marsh");
  await desk.say("Done.");
  await desk.at("close-contact").click();
  await expect(desk.at("closing-note")).toHaveValue("Window seats if any.");
  // The usual reason is chosen already.
  await expect(desk.at("closing-reason").and(desk.page.locator('[aria-selected="true"]'))).toHaveText("Question answered");
  await desk.picture("98-note-in-the-form");
  await desk.at("closing-finish").click();
  await desk.hasNoMore("Jo Marsh");
  expect((await centre.room("Jo Marsh"))?.reasons).toEqual([expect.objectContaining({ code: 1, note: "Window seats if any." })]);
});
