// Screen pops: what the server wants opened, what the settings add, what is refused and why.
import { expect, test } from "../stage/test";

test.use({
  settings: `
[pops]
allowed_hosts = ["intranet.demo.example"]
allowed_programs = [{ name = "demo-journal", path = "/usr/bin/demo-journal" }]
[[pops.applications]]
name = "Customer card"
path = "https://intranet.demo.example/card?id={CONTACTID}"
[[pops.pops]]
name = "Card"
contact_types = ["chat"]
application = "Customer card"
close_on_release = true
order = 1
`,
});

interface Pop {
  name: string;
  opens: string | string[];
  in_tab: boolean;
}

test("what must open opens, what is not allowed says so, the rest waits for a click", async ({ ready: desk, centre, host }) => {
  await centre.customer("Jo Marsh");
  await desk.accept("Jo Marsh");
  const guid = (await centre.room("Jo Marsh"))?.guid;
  await desk.at("context-tab-pops").click();
  const pop = (name: string) => desk.at("pop").filter({ hasText: name });
  await expect(pop("Booking file")).toHaveAttribute("data-state", "open");
  await expect(pop("Journal")).toHaveAttribute("data-state", "open");
  await expect(pop("Card")).toHaveAttribute("data-state", "open");
  await expect(pop("Former journeys")).toHaveAttribute("data-state", "ready");
  // Nobody has allowed this program.
  await expect(pop("Note pad")).toHaveAttribute("data-state", "failed");
  await expect(pop("Note pad")).toContainText("notepad");
  await desk.picture("87-screen-pops");
  await pop("Former journeys").getByTestId("pop-open").click();
  await expect(pop("Former journeys")).toHaveAttribute("data-state", "open");
  const opened = (await host.kept<Pop>("pops")).map(({ name, opens }) => ({ name, opens }));
  expect(opened).toEqual(
    expect.arrayContaining([
      { name: "Booking file", opens: `https://intranet.demo.example/bookings?contact=${guid}` },
      { name: "Journal", opens: ["/usr/bin/demo-journal", "--contact", String(guid)] },
      { name: "Card", opens: `https://intranet.demo.example/card?id=${guid}` },
      { name: "Former journeys", opens: `https://intranet.demo.example/journeys/${guid}` },
    ]),
  );
  expect(opened.map(({ name }) => name)).not.toContain("Note pad");
  await desk.close("Question answered");
  // What was to close with the contact has closed.
  await expect.poll(async () => (await host.kept<Pop>("pops")).map(({ name }) => name)).not.toContain("Card");
});
