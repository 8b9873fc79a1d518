// An offer is accepted and both write; every line of the agent says how far it has got.
import { expect, test } from "../stage/test";

test("an agent accepts a chat and both write", async ({ ready: desk, centre, host }) => {
  await centre.customer("Jo Marsh", [
    { step: "say", text: "Is there a night train to Vienna?" },
    { step: "await_message", contains: "Fridays" },
    { step: "type", on: true },
    { step: "await_message", contains: "Take your time" },
    { step: "say", text: "Then two seats, please." },
  ]);
  await expect(desk.offer("Jo Marsh")).toContainText("WC_Travel");
  await desk.picture("10-offer");
  await desk.accept("Jo Marsh");
  await expect(desk.row("Welcome to Northwind Travel")).toHaveAttribute("data-kind", "welcome");
  await expect(desk.row("Is there a night train to Vienna?")).toBeVisible();
  await desk.say("On Fridays and Sundays.");
  await desk.sent("On Fridays and Sundays.", "delivered");
  await expect(desk.at("typing")).toContainText("typing");
  await desk.picture("11-typing");
  await desk.say("Take your time.");
  await expect(desk.row("Then two seats, please.")).toBeVisible();
  await expect(desk.at("customer-panel")).toContainText("jo@example.org");
  await desk.picture("12-conversation");
  expect(await host.kept<{ cue: string }>("attention")).toContainEqual(expect.objectContaining({ cue: "offer", title: "jo@example.org" }));
});

test("a line to a server that does not acknowledge is sent, never lost", async ({ ready: desk, centre }) => {
  await centre.quirks({ acknowledge: false });
  await centre.customer("Jo Marsh", [{ step: "await_message", contains: "fourth" }, { step: "say", text: "Got them all." }]);
  await desk.accept("Jo Marsh");
  for (const line of ["first", "second", "third", "fourth"]) await desk.say(line);
  await expect(desk.row("Got them all.")).toBeVisible();
  await desk.sent("fourth", "sent");
  await desk.picture("13-not-acknowledged");
});
