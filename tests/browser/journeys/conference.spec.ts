// Ann takes Tom into the chat: who is who, the owner changes, who may leave, and when the chat ends.
import { expect, test } from "../stage/test";
import type { CustomerPage } from "../stage/customerPage";
import type { Desk } from "../stage/desk";

/** Jo talks with Ann and Tom. */
async function confers(ann: Desk, tom: Desk, customer: CustomerPage): Promise<void> {
  await customer.ask("Jo Marsh", "jo@example.org");
  await ann.accept("Jo Marsh");
  await customer.say("Which rooms of the Harbour Hotel are quiet?");
  await expect(ann.row("Which rooms")).toBeVisible();
  await ann.consults("Tom Brand");
  await tom.comesToHelp("Jo Marsh");
  await ann.isAtStep("talking");
  await ann.at("complete-conference").click();
  await ann.isInPart("conference");
  await tom.isInPart("member");
}

test("three talk, the owner changes, the chat ends with the last one", async ({ ann, tom, customer, centre }) => {
  await confers(ann, tom, customer);
  await ann.seesInRoom("you", "owner");
  await ann.seesInRoom("Tom Brand", "guest");
  await tom.at("composer-text").pressSequentially("Those to");
  await expect(ann.at("typing")).toContainText("Tom Brand is typing");
  await tom.say("Those to the garden.");
  await expect(ann.row("Those to the garden.").locator("[data-author]")).toHaveAttribute("data-author", "agent");
  await expect(ann.row("Those to the garden.")).toContainText("Tom Brand");
  await ann.say("And I hold one for you.");
  await expect(tom.row("And I hold one for you.")).toContainText("Ann Doyle");
  await customer.reads("Those to the garden.");
  await customer.reads("And I hold one for you.");
  await customer.begins("You two");
  await expect(ann.at("typing")).toContainText("Jo Marsh is typing");
  await customer.say("You two are quick!");
  await expect(tom.row("You two are quick!")).toContainText("Jo Marsh");
  await expect(ann.row("You two are quick!").locator("[data-author]")).toHaveAttribute("data-author", "customer");
  await ann.whispers("Shall you keep her?");
  await expect(tom.row("Shall you keep her?").locator("[data-audience]")).toHaveAttribute("data-audience", "whisper");
  await expect(ann.at("consult-or-transfer")).toHaveAttribute("aria-disabled", "true");
  await ann.picture("40-conference-owner");
  await tom.picture("41-conference-member");
  await customer.picture("42-conference-customer");
  await ann.at("participant-menu").click();
  await ann.picture("43-conference-menu");
  await ann.at("make-owner").click();
  await tom.isInPart("conference");
  await ann.isInPart("member");
  await tom.seesInRoom("you", "owner");
  await expect(ann.row("Tom Brand owns the chat now")).toBeVisible();
  await ann.picture("44-no-more-owner");
  await ann.at("leave-room").click();
  await ann.hasNoMore("Jo Marsh");
  await expect(tom.row("Ann Doyle left")).toBeVisible();
  // She is gone, the chat is not.
  await customer.say("Still there?");
  await tom.say("Yes, I am.");
  await customer.reads("Yes, I am.");
  await tom.close("Booking made");
  await customer.sees("The chat has ended. Thank you.");
  expect(await centre.toCustomers()).not.toContain("Shall you keep her?");
});

test("the owner removes the other agent and goes on alone", async ({ ann, tom, customer }) => {
  await confers(ann, tom, customer);
  await ann.doesWithOther("drop-participant");
  await tom.hasNoMore("Jo Marsh");
  await tom.picture("45-removed");
  await expect(ann.at("part-banner")).toHaveCount(0);
  // The once-only rule stands on every agent; a skillset is another matter.
  await ann.at("consult-or-transfer").click();
  const again = ann.at("destination-agent").filter({ hasText: "Tom Brand" });
  await expect(again).toContainText("there is no second consult");
  await expect(again).toHaveAttribute("aria-disabled", "true");
  await ann.picture("46-no-second-consult");
  await ann.at("hand-over-close").click();
  await ann.say("We go on, the two of us.");
  await customer.reads("We go on, the two of us.");
  await ann.close("Question answered");
});

test("close in a conference leaves the chat to the other", async ({ ann, tom, customer }) => {
  await confers(ann, tom, customer);
  await ann.close("Passed to another team");
  await ann.hasNoMore("Jo Marsh");
  await expect(tom.at("participant").filter({ hasText: "Ann Doyle" })).toHaveCount(0);
  await tom.say("I go on.");
  await customer.reads("I go on.");
  await tom.picture("47-owner-by-leaving");
  await tom.close("Question answered");
  await customer.sees("The chat has ended. Thank you.");
});
