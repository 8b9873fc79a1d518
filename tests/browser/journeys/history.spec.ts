// What the customer has talked about before: the amount, the list, the text, the search, more of it.
import { expect, test } from "../stage/test";

test("earlier contacts are counted, read, searched, and more are asked for", async ({ ready: desk, centre }) => {
  await centre.customer("Jo Marsh", [{ step: "say", text: "Me again." }]);
  await desk.accept("Jo Marsh");
  await expect(desk.at("context-tab-history")).toHaveAccessibleName(/10 earlier contacts/);
  await desk.at("context-tab-history").click();
  await expect(desk.at("history")).toHaveAttribute("data-state", "here");
  const entries = desk.at("history-entry");
  await expect(entries.first()).toBeVisible();
  await entries.filter({ hasText: "holds whispers" }).first().click();
  await expect(desk.at("history-line").and(desk.page.locator('[data-whisper="true"]')).first()).toBeVisible();
  await desk.picture("85-history");
  await desk.at("history-more").click();
  await expect(desk.at("history")).toContainText(/These are all \d+\./);
  await desk.at("history-search").fill("ferry");
  await expect(desk.at("history")).toContainText(/\d of \d/);
  await expect(entries.first()).toContainText(/ferry/i);
  await desk.picture("86-history-search");
  // The place is kept while another tab is looked at.
  await desk.at("context-tab-customer").click();
  await desk.at("context-tab-history").click();
  await expect(desk.at("history-search")).toHaveValue("ferry");
});
