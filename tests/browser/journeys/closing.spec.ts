// Closing: the reason found by typing, a note for colleagues, the transcript for the customer.
import { expect, test } from "../stage/test";

test("an agent closes with a reason, a note and the transcript", async ({ ready: desk, centre }) => {
  await centre.customer("Jo Marsh", [{ step: "say", text: "Please book it." }]);
  await desk.accept("Jo Marsh");
  await expect(desk.row("Please book it.")).toBeVisible();
  await desk.at("close-contact").click();
  await expect(desk.at("closing-reason")).toHaveCount(4);
  await desk.at("closing-reason-filter").pressSequentially("book");
  await expect(desk.at("closing-reason")).toHaveText(["Booking made"]);
  await desk.at("closing-reason-filter").press("Enter");
  await expect(desk.at("closing-reason").filter({ hasText: "Booking made" })).toHaveAttribute("aria-selected", "true");
  await desk.at("closing-note").fill("Two seats, window.");
  await desk.at("closing-transcript").check();
  await desk.picture("40-closing-form");
  await desk.at("closing-finish").click();
  await expect(desk.contact("Jo Marsh")).toBeHidden();
  await desk.picture("41-closed");
  const state = await centre.state();
  expect((await centre.room("Jo Marsh"))?.reasons).toEqual([{ agent: "20001", code: 2, note: "Two seats, window." }]);
  expect(state.mailed.map((mail) => mail.email)).toEqual(["jo@example.org"]);
  await desk.signOut();
});

test("signing out waits until every contact is closed", async ({ ready: desk, centre }) => {
  await centre.customer("Jo Marsh");
  await desk.accept("Jo Marsh");
  await desk.at("settings-menu").click();
  await expect(desk.page.getByRole("paragraph").filter({ hasText: "1 contact is open; close it first." })).toBeVisible();
  await desk.picture("42-sign-out-waits");
  await desk.page.keyboard.press("Escape");
  await desk.close("Question answered");
  await desk.signOut();
});
