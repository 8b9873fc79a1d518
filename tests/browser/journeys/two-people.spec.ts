// One person plays the customer in the demo's page, another the agent in the window.
import { expect, test } from "../stage/test";

test("customer and agent talk, see each other type, push pages both ways, and close", async ({ ready: desk, customer, centre, host }) => {
  await customer.ask("Jo Marsh", "jo@example.org");
  await desk.accept("Jo Marsh");
  await customer.sees("Connected.");
  await customer.begins("Is there");
  await expect(desk.at("typing")).toContainText("Jo Marsh is typing");
  await customer.say("Is there a night train?");
  await expect(desk.row("Is there a night train?")).toBeVisible();
  await desk.composer.pressSequentially("On Fri");
  await expect(customer.page.locator("#typing")).toContainText("is typing");
  await desk.say("On Fridays. <b>Not bold</b> & \"quoted\"");
  await customer.reads("On Fridays. <b>Not bold</b> & \"quoted\"");
  await customer.say("2 < 3 & 4 > 3");
  await expect(desk.row("2 < 3 & 4 > 3")).toBeVisible();
  await customer.push("www.example.org/map");
  await expect(desk.row("www.example.org/map")).toHaveAttribute("data-kind", "page");
  await desk.at("push-page").click();
  await desk.at("page-option").filter({ hasText: "This week's offers" }).click();
  await customer.reads("demo.example/offers");
  await desk.picture("90-agent");
  await customer.picture("91-customer");
  await desk.close("Question answered", "Wants the night train.");
  await customer.sees("The chat has ended. Thank you.");
  await customer.picture("92-customer-end");
  await desk.signOut();
  expect((await centre.room("Jo Marsh"))?.phase).toBe("ended");
  expect(await host.kept("opened")).toEqual([]);
});

test("dark theme shows the same conversation", async ({ ready: desk, customer }) => {
  await desk.page.emulateMedia({ colorScheme: "dark" });
  await customer.ask("Kim Berg", "kim@example.org");
  await desk.accept("Kim Berg");
  await customer.say("Good evening");
  await expect(desk.row("Good evening")).toBeVisible();
  await desk.say("Good evening, Kim");
  await desk.sent("Good evening, Kim", "delivered");
  await desk.picture("93-dark");
});
