// Ann asks Tom for help and hands the chat over: who is asked, what he is told, and who has it then.
import { expect, test } from "../stage/test";

test("consult with a brief, talk beside the conversation, transfer", async ({ ann, tom, customer, centre }) => {
  await customer.ask("Jo Marsh", "jo@example.org");
  await ann.accept("Jo Marsh");
  await customer.say("My compartment has no heating. Who looks after that?");
  await expect(ann.row("no heating")).toBeVisible();
  await ann.say("One moment, I am asking a colleague.");
  await ann.at("consult-or-transfer").click();
  const where = ann.at("hand-over");
  // Only Ann serves travel: nobody would take it there.
  await expect(where.getByRole("option", { name: "WC_Travel" })).toHaveAttribute("aria-disabled", "true");
  await expect(where.getByRole("option", { name: "WC_Travel" })).toContainText("Nobody is active in this skillset.");
  await ann.picture("20-where-to");
  await ann.at("destination-search").fill("tom");
  await expect(where.getByRole("option", { name: "WC_Travel" })).toHaveCount(0);
  await where.getByRole("option", { name: "Tom Brand" }).click();
  await ann.at("write-brief").click();
  const brief = ann.at("brief-text");
  await expect(brief).toHaveValue(/Reason:[\s\S]*no heating/);
  await brief.fill((await brief.inputValue()).replace("Reason:", "Reason: heating out in carriage 7"));
  await ann.picture("21-brief");
  await ann.at("start-consult").click();
  await ann.isAtStep("ringing");
  await expect(ann.at("joint-countdown")).toBeVisible();
  await expect(ann.at("close-contact")).toHaveAttribute("aria-disabled", "true");
  await ann.picture("22-ringing");
  await expect(tom.offer("Jo Marsh")).toContainText("An agent asks for help");
  await tom.picture("23-asked-for-help");
  await tom.comesToHelp("Jo Marsh");
  await ann.isAtStep("talking");
  // The brief has come first, as a whisper; he reads the whole chat and cannot write to the customer.
  await expect(tom.row("Reason: heating out in carriage 7").locator("[data-audience]")).toHaveAttribute("data-audience", "whisper");
  await expect(tom.row("My compartment has no heating.").first()).toBeVisible();
  await expect(tom.at("only-whisper")).toContainText("The owner writes to the customer.");
  await tom.say("Carriage 6 is free. Give it to me.");
  await expect(ann.at("consult-talk")).toContainText("Carriage 6 is free.");
  await ann.saysInTalk("Thank you!");
  await expect(tom.row("Thank you!")).toBeVisible();
  // What is for Tom stands beside what is for the customer, not in it.
  await expect(ann.at("timeline")).toContainText("One moment, I am asking a colleague.");
  await expect(ann.at("timeline")).not.toContainText("Thank you!");
  await expect(ann.at("close-contact")).toHaveAccessibleDescription(/Complete it or end it first/);
  await ann.picture("24-split");
  await tom.picture("25-consulted");
  await ann.at("complete-transfer").click();
  await ann.hasNoMore("Jo Marsh");
  await ann.picture("26-handed-over");
  await tom.say("Hello Jo, Tom here. Please go to carriage 6.");
  await tom.sent("Hello Jo, Tom here.", "delivered");
  await customer.reads("Please go to carriage 6.");
  await expect(customer.page.locator("#lines")).not.toContainText("Carriage 6 is free.");
  await expect(customer.page.locator("#lines")).not.toContainText("heating out in carriage 7");
  await customer.picture("27-customer-after-transfer");
  await tom.at("consult-or-transfer").click();
  await expect(tom.at("hand-over").getByRole("option", { name: "WC_Sales" })).toHaveAttribute("aria-disabled", "true");
  await tom.picture("28-owner-after-transfer");
  await tom.at("hand-over-close").click();
  await tom.close("Question answered");
  await tom.hasNoMore("Jo Marsh");
  expect(await centre.room("Jo Marsh")).toMatchObject({ phase: "ended", owner: null });
});
