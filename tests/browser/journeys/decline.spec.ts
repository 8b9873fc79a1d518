// Declining says beforehand what it does, and does it.
import { expect, test } from "../stage/test";

test("declining returns the offer and leaves the agent Not Ready", async ({ ready: desk, centre }) => {
  await centre.customer("Jo Marsh");
  const decline = desk.offer("Jo Marsh").getByTestId("offer-decline");
  await expect(decline).toHaveAccessibleDescription("Decline returns it to its queue and sets you Not Ready.");
  await decline.click();
  await expect(desk.offer("Jo Marsh")).toBeHidden();
  await desk.is("not_ready");
  await expect(desk.at("state-pill")).toContainText("an offer was declined");
  await desk.picture("20-declined");
  await expect.poll(async () => (await centre.room("Jo Marsh"))?.phase).toBe("queued");
  // It comes back as soon as the agent takes contacts again.
  await desk.goReady();
  await expect(desk.offer("Jo Marsh")).toBeVisible();
});

test("with two offers the words count them, and both go", async ({ ready: desk, centre }) => {
  await centre.customer("Jo Marsh");
  await centre.customer("Kim Berg");
  await expect(desk.at("offer")).toHaveCount(2);
  await expect(desk.page.getByText("Decline returns 2 offers and sets you Not Ready.")).toBeVisible();
  await desk.picture("21-two-offers");
  await desk.offer("Jo Marsh").getByTestId("offer-decline").click();
  await expect(desk.at("offer")).toHaveCount(0);
  await desk.is("not_ready");
});
