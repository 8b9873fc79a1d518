// The desk over a fake host: what updates do to it, and what it tells the real desk.
import { afterEach, expect, it, vi } from "vitest";
import { FakeHost, refusal } from "~/api/fakeHost";
import { contact, line } from "~/gallery/sampleContact";
import { session, snapshot } from "~/gallery/sampleDesk";
import { Desk } from "./desk.svelte";

const stops: AbortController[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop.abort()));

async function started(): Promise<{ desk: Desk; host: FakeHost }> {
  const contacts = [contact("offer", "Jo", { phase: "offered" }), contact("maria", "Maria Rossi"), contact("tomas", "Tomás")];
  const host = new FakeHost(snapshot(contacts, [{ contact: "maria", items: [line(1, "customer", "Maria", "Hi")], more_before: false }]));
  const desk = new Desk(host);
  const stop = new AbortController();
  stops.push(stop);
  void desk.run(stop.signal);
  await vi.waitFor(() => expect(desk.session).not.toBeNull());
  return { desk, host };
}

it("shows the snapshot, offers apart from my contacts", async () => {
  const { desk } = await started();
  expect(desk.offers.map((one) => one.key)).toEqual(["offer"]);
  expect(desk.mine.map((one) => one.key)).toEqual(["maria", "tomas"]);
  expect(desk.timeline("maria")?.items).toHaveLength(1);
});

it("appends rows and makes timelines for contacts it did not know", async () => {
  const { desk, host } = await started();
  host.push({ change: "timeline", to: { contact: "maria", items: [line(0, "me", "Ann", "Hello")], order: null, more_before: false } });
  host.push({ change: "timeline", to: { contact: "new", items: [line(0, "me", "Ann", "Hello")], order: null, more_before: false } });
  await vi.waitFor(() => expect(desk.timeline("maria")?.items).toHaveLength(2));
  expect(desk.timeline("new")?.items).toHaveLength(1);
});

it("never moves to another customer by itself", async () => {
  const { desk, host } = await started();
  desk.select("maria");
  host.push({ change: "contact_gone", to: { key: "maria" } });
  await vi.waitFor(() => expect(desk.mine).toHaveLength(1));
  expect(desk.selectedKey).toBeNull();
  expect(desk.goneTitle).toBe("Maria Rossi");
  expect(host.of("select").at(-1)).toEqual({ contact: null, beside: null });
});

it("tells that nobody looks while the window is behind others", async () => {
  const { desk, host } = await started();
  desk.select("maria");
  desk.look(false);
  desk.look(true);
  expect(host.of("select").map((one) => one.contact)).toEqual(["maria", null, "maria"]);
});

it("shows a refused command once, however often it is refused", async () => {
  const { desk, host } = await started();
  host.handlers.sign_out = () => {
    throw refusal("contacts_open");
  };
  expect(await desk.attempt("sign_out", {})).toBe(false);
  expect(await desk.attempt("sign_out", {})).toBe(false);
  expect(desk.failures.map((failure) => failure.error.code)).toEqual(["contacts_open"]);
});

it("says that Ready was asked for until the server follows", async () => {
  const { desk, host } = await started();
  await desk.askReady(true);
  expect(desk.view.readyAsked).toBe(true);
  host.push({ change: "session", to: session() });
  await vi.waitFor(() => expect(desk.view.readyAsked).toBe(false));
});
