// Phrases by "/": those of the skillset first, filtered while typing, sent like any line.
import { expect, test } from "../stage/test";

test("a phrase is found by typing and sent", async ({ ready: desk, centre }) => {
  await centre.customer("Jo Marsh", [{ step: "await_message", contains: "booking number" }, { step: "say", text: "It is X7." }]);
  await desk.accept("Jo Marsh");
  await desk.composer.pressSequentially("/");
  await expect(desk.at("phrase-option").first()).toContainText("WC_Travel");
  await expect(desk.at("phrase-option")).toHaveCount(6);
  await desk.picture("60-phrases");
  await desk.composer.pressSequentially("book");
  await expect(desk.at("phrase-option")).toHaveCount(1);
  await desk.composer.press("Enter");
  await expect(desk.composer).toHaveValue("Could you give me your booking number, please?");
  await desk.composer.press("Enter");
  await desk.sent("Could you give me your booking number, please?", "delivered");
  await expect(desk.row("It is X7.")).toBeVisible();
});
