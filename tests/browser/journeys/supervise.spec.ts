// Sam watches the board, looks into Ann's chat, suggests a reply, takes the chat over.
import { expect, test } from "../stage/test";

test("the board says why in words; observe, suggest a reply, barge, remove", async ({ ann, sam, customer, centre }) => {
  await customer.ask("Jo Marsh", "jo@example.org");
  await ann.accept("Jo Marsh");
  for (const line of ["My train was late.", "Nobody told us.", "Is anybody there?"]) await customer.say(line);
  await expect(ann.row("Is anybody there?")).toBeVisible();
  await sam.supervises();
  await expect(sam.rows("Ann Doyle")).toHaveCount(1);
  await expect(sam.rows("Ann Doyle").getByTestId("flag").first()).toHaveText("3 customer messages unanswered (limit 2)");
  await sam.picture("70-board");
  await sam.observes("Ann Doyle");
  await expect(sam.at("observed")).toContainText("Is anybody there?");
  await expect(sam.at("observed")).toContainText("Ann sees that you observe; the customer does not");
  // An observer has no field for the customer.
  await expect(sam.at("observe-pane").getByRole("textbox")).toHaveCount(1);
  await expect(sam.talk).toHaveAccessibleName(/Whisper to Ann/);
  await expect(ann.at("participant").filter({ hasText: "observing" })).toBeVisible();
  await ann.composer.pressSequentially("We are sorry");
  await expect(sam.at("observe-pane").getByTestId("typing")).toContainText("typing");
  await sam.picture("71-observing");
  await ann.picture("72-observed");
  await sam.whispersIn("Offer a voucher of twenty euros?", true);
  const suggestion = ann.row("Offer a voucher of twenty euros?");
  await expect(suggestion.getByTestId("suggestion")).toHaveAttribute("data-state", "open");
  await ann.picture("73-suggested");
  await ann.page.keyboard.press("Alt+u");
  await expect(ann.composer).toHaveValue(/^We are sorry[\s\S]*Offer a voucher of twenty euros\?$/);
  await ann.picture("74-suggestion-taken");
  await ann.composer.fill("We are sorry. May we offer you a voucher of twenty euros?");
  await ann.composer.press("Enter");
  await customer.reads("May we offer you a voucher of twenty euros?");
  await expect(sam.row("Offer a voucher").getByTestId("suggestion")).toHaveAttribute("data-state", "edited");
  await expect(sam.row("Offer a voucher").getByTestId("suggestion")).toHaveText("used with changes");
  await sam.picture("75-used-with-changes");
  await sam.barges();
  await ann.isInPart("bystander");
  await expect(ann.at("only-whisper")).toContainText("A supervisor has taken the chat over. You may only whisper.");
  await ann.say("Thank you for taking over.");
  await expect(sam.row("Thank you for taking over.").locator("[data-audience]")).toHaveAttribute("data-audience", "whisper");
  await sam.picture("76-barged");
  await ann.picture("77-taken-over");
  await sam.composer.fill("Sam Hale here, I look after this now.");
  await sam.composer.press("Enter");
  await customer.reads("Sam Hale here");
  await sam.at("remove-agent").click();
  await ann.hasNoMore("Jo Marsh");
  await sam.at("show-on-desk").click();
  await expect(sam.at("participant").filter({ hasText: "Ann Doyle" })).toHaveCount(0);
  await sam.picture("78-supervisors-own-chat");
  await sam.close("Question answered");
  await customer.sees("The chat has ended. Thank you.");
  await customer.picture("79-customer-after-barge");
  const told = await centre.toCustomers();
  expect(told).not.toContain("Offer a voucher");
  expect(told).not.toContain("taking over");
});

test("several are observed at once, and left", async ({ ann, sam, centre }) => {
  for (const name of ["Jo Marsh", "Kim Berg"]) {
    await centre.customer(name, [{ step: "say", text: `${name} asks` }]);
    await ann.accept(name);
  }
  await sam.supervises();
  await expect(sam.rows("Ann Doyle")).toHaveCount(2);
  await sam.page.keyboard.press("n");
  await expect(sam.at("observed")).toHaveAttribute("data-phase", "active");
  await expect(sam.at("board-row").and(sam.page.locator('[data-relation="observed"]'))).toHaveCount(1);
  await sam.at("board").focus();
  await sam.page.keyboard.press("n");
  await expect(sam.at("observed-tab")).toHaveCount(2);
  await sam.picture("80-two-observed");
  for (const left of [1, 0]) {
    await sam.at("leave-room").click();
    await expect(sam.page.locator('[data-testid="board-row"][data-relation="observed"]')).toHaveCount(left);
  }
  await expect(ann.at("participant")).toHaveCount(0);
  await sam.at("board-search").fill("nobody of that name");
  await expect(sam.at("board-row")).toHaveCount(0);
  await sam.at("board-clear").click();
  await expect(sam.at("board-row")).toHaveCount(2);
});

test("a server that lets no observer whisper: said once, then hidden with the reason", async ({ ann, sam, centre }) => {
  await centre.quirks({ observer_may_whisper: false });
  await centre.customer("Jo Marsh");
  await ann.accept("Jo Marsh");
  await sam.supervises();
  await sam.observes("Ann Doyle");
  await sam.whispersIn("Do you need help?");
  await expect(sam.at("no-whisper")).toContainText("The server does not let observers whisper.");
  await sam.picture("81-no-whisper");
});
