// A chat goes to a whole skillset: only where somebody is active, and a reason goes ahead.
import { expect, test } from "../stage/test";

test("to a skillset, with a reason that only agents read", async ({ ann, tom, customer }) => {
  await customer.ask("Jo Marsh", "jo@example.org");
  await ann.accept("Jo Marsh");
  await customer.say("The page does not load.");
  await ann.at("consult-or-transfer").click();
  // It can be looked at, so that its reason can be read.
  await ann.at("destination-queue").filter({ hasText: "WC_Sales" }).click({ force: true });
  await expect(ann.at("start-transfer")).toHaveAccessibleDescription(/Nobody is active in this skillset/);
  await expect(ann.at("start-transfer")).toHaveAttribute("aria-disabled", "true");
  await ann.picture("50-nobody-active");
  await ann.at("destination-queue").filter({ hasText: "WC_Support" }).click();
  await expect(ann.at("start-transfer")).toHaveText(/Transfer to WC_Support \(1 active\)/);
  await ann.at("brief-text").fill("Site is slow since the update");
  await ann.picture("51-blind-transfer");
  await ann.at("start-transfer").click();
  await ann.hasNoMore("Jo Marsh");
  await tom.accept("Jo Marsh");
  await expect(tom.row("The page does not load.")).toBeVisible();
  await tom.say("Tom of support here.");
  await customer.reads("Tom of support here.");
  await tom.picture("52-after-blind-transfer");
  await expect(customer.page.locator("#lines")).not.toContainText("Site is slow");
  await tom.close("Question answered");
});
