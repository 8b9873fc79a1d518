// Keys end in the commands that they stand for.
import { expect, it, vi } from "vitest";
import { FakeHost } from "~/api/fakeHost";
import { Desk } from "~/desk/desk.svelte";
import { contact, offered, open } from "~/gallery/sampleContact";
import { snapshot } from "~/gallery/sampleDesk";
import { runAction, type Reach } from "./runAction";

const yes = { is: "yes" } as const;

function setUp(): { host: FakeHost; desk: Desk; reach: Reach } {
  const first = contact("first", "Jo", { phase: "offered", actions: { ...offered, decline: { is: "no", why: "contact_control_down" } } });
  const second = contact("second", "Li", { phase: "offered", actions: offered });
  const mine = contact("mine", "Maria", { actions: { ...open, close: yes } });
  const host = new FakeHost(snapshot([], []));
  const desk = new Desk(host);
  desk.contacts = [first, second, mine];
  desk.options = { ...snapshot([], []).options, default_reason_code: "101" };
  return { host, desk, reach: { accept: vi.fn(), switchAudience: vi.fn(), observeNext: vi.fn(), takeSuggestion: vi.fn() } };
}

it("declines the first offer that can be declined", () => {
  const { host, desk, reach } = setUp();
  runAction(desk, reach, "decline_offer", 0);
  expect(host.of("decline")).toEqual([{ contact: "second" }]);
});

it("signs out, and leaves it to the desk to refuse", () => {
  const { host, desk, reach } = setUp();
  runAction(desk, reach, "sign_out", 0);
  expect(host.of("sign_out")).toHaveLength(1);
});

it("goes Not Ready with the reason that the settings name", () => {
  const { host, desk, reach } = setUp();
  desk.session = snapshot([], []).session;
  runAction(desk, reach, "toggle_ready", 0);
  expect(host.of("set_ready")).toEqual([{ ready: false, reason_code: "101" }]);
});

it("goes to a contact by its place, and closes it", () => {
  const { host, desk, reach } = setUp();
  runAction(desk, reach, "contact_by_place", 1);
  expect(desk.selectedKey).toBe("mine");
  runAction(desk, reach, "close_contact", 0);
  expect(host.of("close")).toEqual([{ contact: "mine" }]);
});

it("shows one of palette and list at a time", () => {
  const { desk, reach } = setUp();
  runAction(desk, reach, "command_palette", 0);
  runAction(desk, reach, "shortcut_list", 0);
  expect([desk.view.palette, desk.view.shortcuts]).toEqual([false, true]);
});
