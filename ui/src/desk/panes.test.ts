// Two conversations on the screen: the focus goes from one to the other, and neither moves by itself.
import { beforeEach, expect, it, vi } from "vitest";
import { FakeHost } from "~/api/fakeHost";
import { contact } from "~/gallery/sampleContact";
import { snapshot } from "~/gallery/sampleDesk";
import { Desk } from "./desk.svelte";

let host: FakeHost;
let desk: Desk;
const panes = (): string => desk.panes.map((one) => (one.key === desk.selectedKey ? `[${one.key}]` : one.key)).join(" ");

beforeEach(async () => {
  const contacts = ["a", "b", "c"].map((key) => contact(key, key.toUpperCase()));
  host = new FakeHost(snapshot([...contacts, contact("watched", "W", { observed: true })], []));
  desk = new Desk(host);
  void desk.run(new AbortController().signal);
  await vi.waitFor(() => expect(desk.session).not.toBeNull());
  desk.select("a");
  desk.putBeside("b");
});

it("stay where they are while the focus goes between them", () => {
  expect(panes()).toBe("[a] b");
  desk.select("b");
  expect(panes()).toBe("a [b]");
  desk.select("a");
  expect(panes()).toBe("[a] b");
  expect(host.of("select").slice(-2)).toEqual([{ contact: "b", beside: "a" }, { contact: "a", beside: "b" }]);
});
it("another contact replaces the one with the focus", () => {
  desk.select("b");
  desk.select("c");
  expect(panes()).toBe("a [c]");
});
it("closing one leaves the other alone", () => {
  desk.select("b");
  desk.closePane("b");
  expect(panes()).toBe("[a]");
  expect(host.of("select").at(-1)).toEqual({ contact: "a", beside: null });
  desk.putBeside("a");
  expect(panes()).toBe("[a]");
});
it("one that ends leaves the other, which nobody was moved to", async () => {
  const wanted = desk.view.composerWanted;
  host.push({ change: "contact_gone", to: { key: "a" } });
  await vi.waitFor(() => expect(panes()).toBe("[b]"));
  expect(desk.view.composerWanted).toBe(wanted);
});
it("the one beside may end too", async () => {
  host.push({ change: "contact_gone", to: { key: "b" } });
  await vi.waitFor(() => expect(panes()).toBe("[a]"));
  expect(host.of("select").at(-1)).toEqual({ contact: "a", beside: null });
});
it("what stands behind a tab does not count as looked at", () => {
  desk.showBeside(false);
  expect(host.of("select").at(-1)).toEqual({ contact: "a", beside: null });
  desk.showBeside(true);
  expect(host.of("select").at(-1)).toEqual({ contact: "a", beside: "b" });
});
it("take the room of the customer panel, and give it back", () => {
  desk.putBeside(null);
  desk.view.customerPanel = true;
  desk.putBeside("c");
  expect(desk.view.customerPanel).toBe(false);
  desk.putBeside(null);
  expect(desk.view.customerPanel).toBe(true);
});
it("what is only observed is not among my contacts", () => {
  expect(desk.mine.map((one) => one.key)).toEqual(["a", "b", "c"]);
  expect(desk.observing.map((one) => one.key)).toEqual(["watched"]);
});
