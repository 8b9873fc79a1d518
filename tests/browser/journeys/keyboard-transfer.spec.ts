// Consult to transfer without a mouse.
import { expect, test } from "../stage/test";

test("asked, told, handed over, by keys alone", async ({ ann, tom, centre }) => {
  const keys = ann.page.keyboard;
  await centre.customer("Jo Marsh", [{ step: "say", text: "The heating is out." }, { step: "await_message", contains: "Tom here" }, { step: "say", text: "Hello Tom." }]);
  await expect(ann.offer("Jo Marsh")).toBeVisible();
  await keys.press("F2");
  await expect(ann.composer).toBeFocused();
  // The composer waits for the room already; nobody can be asked before it is entered.
  await expect(ann.conversation("Jo Marsh")).toHaveAttribute("data-phase", "active");
  await keys.press("Alt+t");
  await expect(ann.at("destination-search")).toBeFocused();
  await expect(ann.at("destination-agent").filter({ hasText: "Tom" })).toBeVisible();
  await keys.type("tom");
  await keys.press("Enter");
  await expect(ann.at("destination-agent").filter({ hasText: "Tom" })).toHaveAttribute("aria-selected", "true");
  await keys.press("Enter");
  await expect(ann.at("start-consult")).toBeFocused();
  await keys.press("Enter");
  await expect(tom.offer("Jo Marsh")).toBeVisible();
  await tom.page.keyboard.press("F2");
  await tom.isInPart("consulted");
  await ann.isAtStep("talking");
  await keys.press("Alt+w");
  await expect(ann.at("talk-text")).toBeFocused();
  await keys.type("It is yours.");
  await keys.press("Enter");
  await expect(tom.row("It is yours.")).toBeVisible();
  // The steps' buttons are before the conversation in the order of Tab.
  await ann.at("complete-transfer").focus();
  await ann.picture("99-transfer-by-keyboard");
  await keys.press("Enter");
  await ann.hasNoMore("Jo Marsh");
  await expect(tom.at("joint")).toHaveCount(0);
  await expect(tom.composer).toHaveAccessibleName(/Message to Jo/);
  await tom.page.keyboard.press("Alt+m");
  await tom.page.keyboard.type("Tom here");
  await tom.page.keyboard.press("Enter");
  await expect(tom.row("Hello Tom.")).toBeVisible();
});
