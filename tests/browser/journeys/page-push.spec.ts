// Pages pushed both ways: the agent's from the list, the customer's as text with a button.
import { expect, test } from "../stage/test";

test("pages are pushed both ways", async ({ ready: desk, centre, host }) => {
  await centre.customer("Jo Marsh", [
    { step: "await_page" },
    { step: "push_page", url: "https://maps.example/station" },
  ]);
  await desk.accept("Jo Marsh");
  await desk.at("push-page").click();
  await expect(desk.at("page-option")).toHaveCount(3);
  await desk.page.getByPlaceholder("Search pages").fill("offers");
  await expect(desk.at("page-option")).toHaveCount(1);
  await desk.picture("50-page-list");
  await desk.at("page-option").click();
  await expect(desk.row("https://demo.example/offers")).toHaveAttribute("data-kind", "page");
  const pushed = desk.row("https://maps.example/station");
  await expect(pushed).toContainText("maps.example");
  await desk.picture("51-pages-both-ways");
  expect(await host.kept("opened")).toEqual([]);
  await pushed.getByTestId("open-page").click();
  await expect.poll(() => host.kept("opened")).toEqual(["https://maps.example/station"]);
});
