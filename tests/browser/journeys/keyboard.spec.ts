// The whole job without a mouse.
import { expect, test } from "../stage/test";

test("sign in, accept, write, close and sign out by keyboard", async ({ desk, centre }) => {
  const keys = desk.page.keyboard;
  // The user's name comes from the settings, so the password has the focus.
  await expect(desk.at("sign-in-password")).toBeFocused();
  await keys.type("demo");
  await keys.press("Enter");
  await desk.isSignedIn();
  await keys.press("Alt+r");
  await desk.is("ready");
  await centre.customer("Jo Marsh", [{ step: "await_message", contains: "Hello" }, { step: "say", text: "Hello to you." }]);
  await expect(desk.offer("Jo Marsh")).toBeVisible();
  await keys.press("F2");
  await expect(desk.conversation("Jo Marsh")).toHaveAttribute("data-phase", "active");
  await expect(desk.composer).toBeFocused();
  await keys.type("Hello");
  await keys.press("Enter");
  await expect(desk.row("Hello to you.")).toBeVisible();
  await keys.press("Alt+c");
  await expect(desk.at("closing-reason-filter")).toBeFocused();
  await keys.type("silent");
  await keys.press("Enter");
  await expect(desk.at("closing-reason").filter({ hasText: "Customer went silent" })).toHaveAttribute("aria-selected", "true");
  // A plain Enter never ends the contact.
  await keys.press("Control+Enter");
  await expect(desk.at("closing-form")).toBeHidden();
  await keys.press("Control+k");
  await keys.type("sign out");
  await desk.picture("80-palette");
  await keys.press("Enter");
  await expect(desk.at("sign-in-submit")).toBeVisible();
});
