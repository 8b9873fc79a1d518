// The agent's connection breaks in the middle of a chat and comes back by itself.
import { expect, test } from "../stage/test";

test("a lost connection is told, and the chat goes on", async ({ ready: desk, centre }) => {
  await centre.customer("Jo Marsh", [
    { step: "say", text: "Before" },
    { step: "await_message", contains: "Back again" },
    { step: "say", text: "After" },
  ]);
  await desk.accept("Jo Marsh");
  await expect(desk.row("Before")).toBeVisible();
  await centre.fault({ fault: "drop_agent", agent: "20001" });
  await expect(desk.row("Your connection is back")).toBeVisible();
  await expect(desk.at("link-chat-server")).toHaveAttribute("data-state", "up");
  await desk.say("Back again");
  await expect(desk.row("After")).toBeVisible();
  await desk.sent("Back again", "delivered");
  await desk.picture("32-link-restored");
});
