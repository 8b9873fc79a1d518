// The customer goes first: before the offer is taken, and in the middle of the chat.
import { expect, test } from "../stage/test";

test("the customer leaves and the agent finishes the contact", async ({ ready: desk, centre }) => {
  await centre.customer("Jo Marsh", [
    { step: "say", text: "Never mind, I found it." },
    { step: "await_message", contains: "Have a good trip" },
    { step: "leave" },
  ]);
  await desk.accept("Jo Marsh");
  await expect(desk.row("Never mind, I found it.")).toBeVisible();
  await desk.say("Have a good trip!");
  await expect(desk.at("customer-presence")).toHaveAttribute("data-presence", "left");
  await expect(desk.at("closing-form")).toContainText("Jo has left. Finish to close the contact.");
  await desk.picture("30-customer-left");
  await desk.at("closing-reason").filter({ hasText: "Question answered" }).click();
  await desk.at("closing-finish").click();
  await expect(desk.contact("Jo Marsh")).toBeHidden();
  await desk.signOut();
});

test("the customer loses the connection and comes back", async ({ ready: desk, centre }) => {
  await centre.customer("Jo Marsh", [
    { step: "await_message", contains: "Hello" },
    { step: "lose_connection" },
    { step: "reconnect" },
    { step: "say", text: "I was in a tunnel." },
  ]);
  await desk.accept("Jo Marsh");
  await desk.say("Hello Jo");
  await expect(desk.row("I was in a tunnel.")).toBeVisible();
  await expect(desk.row("lost the connection")).toBeVisible();
  await expect(desk.at("customer-presence")).toHaveAttribute("data-presence", "connected");
  await desk.picture("31-customer-was-away");
});
