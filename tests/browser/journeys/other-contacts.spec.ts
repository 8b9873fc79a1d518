// E-mails, calls and call-backs: offered beside the chats, answered and released as contact control allows.
import { expect, test } from "../stage/test";

test("an e-mail is accepted and released, a chat goes on beside it", async ({ ready: desk, centre }) => {
  await centre.customer("Jo Marsh");
  await centre.contact({ kind: "email", intrinsics: { FROM: "kim@example.org", SUBJECT: "Invoice" } });
  await expect(desk.at("offer")).toHaveCount(2);
  await expect(desk.page.locator('[data-testid="offer"][data-kind="email"]')).toContainText("E-mail");
  await desk.picture("88-two-kinds-of-offers");
  await desk.page.locator('[data-testid="offer"][data-kind="email"]').getByTestId("offer-accept").click();
  await expect(desk.at("other-contact")).toHaveAttribute("data-kind", "email");
  await expect(desk.at("other-contact")).toContainText("Work on this contact in its own application");
  await expect(desk.at("composer-text")).toHaveCount(0);
  await desk.accept("Jo Marsh");
  await desk.say("Good day");
  await desk.sent("Good day", "delivered");
  await desk.at("contact-row").filter({ hasNotText: /Jo Marsh|jo@example/ }).click();
  await desk.picture("89-email");
  await desk.at("other-contact").getByRole("button").first().click();
  await expect(desk.at("contact-row")).toHaveCount(1);
  await desk.opens("Jo Marsh");
});

test("what contact control does not allow is not offered", async ({ ready: desk, centre }) => {
  await centre.contact({ kind: "voice", can: { answer: false, reject: false } });
  const offer = desk.page.locator('[data-testid="offer"][data-kind="voice"]');
  await expect(offer).toContainText("Voice call");
  await expect(offer.getByTestId("offer-accept")).toHaveAccessibleDescription(/does not allow it for this contact/);
  await expect(offer.getByTestId("offer-decline")).toHaveAttribute("aria-disabled", "true");
  await desk.picture("89-call-not-answered-here");
});
