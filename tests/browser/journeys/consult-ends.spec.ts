// A consult that does not come about: declined, not answered in time, taken back. The chat stays with Ann.
import { expect, test } from "../stage/test";

test("declined: the reason in words, and the way to ask again", async ({ ann, tom, centre }) => {
  await centre.customer("Jo Marsh");
  await ann.accept("Jo Marsh");
  await ann.consults("Tom Brand");
  await tom.offer("Jo Marsh").getByTestId("offer-decline").click();
  await ann.isAtStep("failed");
  await expect(ann.at("joint-failure")).not.toBeEmpty();
  await expect(ann.at("joint-again")).toBeVisible();
  await ann.picture("30-consult-declined");
  await ann.at("end-consult").click();
  await expect(ann.at("joint")).toHaveCount(0);
  await tom.hasNoMore("Jo Marsh");
  await ann.say("It stays with me.");
  await ann.sent("It stays with me.", "delivered");
  await ann.close("Question answered");
});

test.describe("where consults ring for two seconds", () => {
  test.use({ flags: ["--consult-rings", "2"] });

  test("not answered in time: given up, and Ann goes on", async ({ ann, tom, centre }) => {
    await centre.customer("Jo Marsh");
    await ann.accept("Jo Marsh");
    await ann.consults("Tom Brand");
    await expect(ann.at("joint-countdown")).toContainText("given up in 0:0");
    await ann.isAtStep("failed");
    await expect(ann.at("joint-failure")).not.toBeEmpty();
    await ann.picture("31-consult-timed-out");
    await tom.hasNoMore("Jo Marsh");
    await ann.say("It stays with me.");
    await ann.sent("It stays with me.", "delivered");
  });
});

test("taken back: the offer leaves Tom's list", async ({ ann, tom, centre }) => {
  await centre.customer("Jo Marsh");
  await ann.accept("Jo Marsh");
  await ann.consults("Tom Brand");
  await ann.isAtStep("ringing");
  await expect(tom.offer("Jo Marsh")).toBeVisible();
  await ann.at("end-consult").click();
  await tom.hasNoMore("Jo Marsh");
  await expect(ann.at("joint")).toHaveCount(0);
  await expect(ann.at("close-contact")).not.toHaveAttribute("aria-disabled", "true");
  // Once more: the first try has used nothing up.
  await ann.consults("Tom Brand");
  await tom.comesToHelp("Jo Marsh");
  await ann.isAtStep("talking");
  await ann.at("end-consult").click();
  await tom.hasNoMore("Jo Marsh");
  await tom.is("ready");
  await ann.close("Question answered");
});
