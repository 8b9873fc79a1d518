// Whispers: a draft of their own, never sent to the customer by mistake, not even that one is being typed.
import { expect, test } from "../stage/test";

test("a whisper has its own draft, and a whispered text asks before it goes to the customer", async ({ ann, tom, customer, centre }) => {
  await customer.ask("Jo Marsh", "jo@example.org");
  await ann.accept("Jo Marsh");
  await customer.say("Can I have a refund?");
  await ann.consults("Tom Brand");
  await tom.comesToHelp("Jo Marsh");
  await ann.isAtStep("talking");
  await ann.composer.fill("Let me see, ");
  await ann.at("talk-text").pressSequentially("She is Gold, is she not?");
  await expect(ann.composer).toHaveValue("Let me see, ");
  await expect(tom.at("typing").locator("[data-typing]")).toHaveAttribute("data-typing", "whisper");
  await ann.picture("60-whisper-draft");
  await ann.at("talk-send").click();
  await expect(tom.row("She is Gold, is she not?")).toBeVisible();
  await tom.at("composer-text").pressSequentially("Yes, give her");
  await expect(ann.at("consult-talk").getByTestId("typing")).toContainText("Tom Brand is writing a whisper");
  await tom.say("Yes, give her twenty euros off at most");
  await expect(ann.at("consult-talk")).toContainText("twenty euros off at most");
  // Ann copies it into the reply: that is asked about once, and goes only when confirmed.
  await ann.composer.fill("Yes, give her twenty euros off at most");
  await ann.composer.press("Enter");
  await expect(ann.at("composer")).toContainText("This text was a whisper. Send it to Jo all the same?");
  await ann.picture("61-was-a-whisper");
  await ann.composer.fill("You get twenty euros back.");
  await ann.composer.press("Enter");
  await customer.reads("You get twenty euros back.");
  await ann.at("end-consult").click();
  await tom.hasNoMore("Jo Marsh");
  await ann.at("close-contact").click();
  await ann.at("closing-transcript").click();
  await expect(ann.at("transcript-whispers")).toBeVisible();
  await ann.picture("62-transcript-with-whispers");
  await ann.at("closing-finish").click();
  await ann.hasNoMore("Jo Marsh");
  const told = await centre.toCustomers();
  expect(told).not.toContain("Gold");
  expect(told).not.toContain("at most");
  // Everything that Ann or Tom typed was typed for agents, but for the reply.
  expect(told.split("\n").filter((line) => line.includes('"isTyping"') && line.includes("Tom")).length).toBe(0);
});
