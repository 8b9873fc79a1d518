// Two customers at once: what is written to one never shows up with the other.
import { expect, test } from "../stage/test";

test("drafts of two contacts do not mix", async ({ ready: desk, centre }) => {
  await centre.customer("Jo Marsh", [{ step: "await_message", contains: "for Jo" }, { step: "say", text: "Thanks, says Jo" }]);
  await centre.customer("Kim Berg", [{ step: "await_message", contains: "for Kim" }, { step: "say", text: "Thanks, says Kim" }]);
  await desk.accept("Jo Marsh");
  await desk.composer.fill("A line for Jo");
  await desk.accept("Kim Berg");
  await expect(desk.composer).toHaveValue("");
  await desk.composer.fill("A line for Kim");
  await desk.contact("Jo Marsh").click();
  await expect(desk.conversation("Jo Marsh")).toBeVisible();
  await expect(desk.composer).toHaveValue("A line for Jo");
  await expect(desk.contact("Kim Berg")).toContainText("Draft:");
  await desk.picture("70-two-contacts");
  await desk.composer.press("Enter");
  await expect(desk.row("Thanks, says Jo")).toBeVisible();
  await desk.contact("Kim Berg").click();
  await expect(desk.composer).toHaveValue("A line for Kim");
  await desk.composer.press("Enter");
  await expect(desk.row("Thanks, says Kim")).toBeVisible();
  await expect(desk.row("for Jo")).toBeHidden();
  const lines = async (name: string) => (await centre.room(name))?.transcript.map((entry) => entry.message).filter(Boolean);
  expect(await lines("Jo Marsh")).toEqual(expect.arrayContaining(["A line for Jo", "Thanks, says Jo"]));
  expect(await lines("Jo Marsh")).not.toContain("A line for Kim");
});
