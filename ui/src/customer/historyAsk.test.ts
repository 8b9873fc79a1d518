// Earlier contacts are asked for once, then twice as many each time, and never more than the command takes.
import { expect, it, vi } from "vitest";
import { FakeHost, refusal } from "~/api/fakeHost";
import type { HistoryView } from "~/api/generated/bindings";
import { Desk } from "~/desk/desk.svelte";
import { snapshot } from "~/gallery/sampleDesk";
import { HistoryAsk } from "./historyAsk.svelte";

const known = (amount: number, more: boolean, is: "not_asked" | "here" = "here"): HistoryView => ({ contact: "maria", state: { is }, amount, more, entries: [] });

function setUp(): { host: FakeHost; ask: HistoryAsk; amounts: () => number[] } {
  const host = new FakeHost(snapshot([], []));
  return { host, ask: new HistoryAsk(new Desk(host), "maria"), amounts: () => host.of("load_history").map((one) => one.amount) };
}

it("asks at the first look only", () => {
  const { ask, amounts } = setUp();
  ask.open(undefined);
  ask.open(known(0, false, "not_asked"));
  ask.open(known(10, true));
  expect(amounts()).toEqual([10, 10]);
});

it("doubles up to what the command takes", () => {
  const { ask, amounts } = setUp();
  for (const amount of [10, 20, 160, 200]) ask.more(known(amount, true));
  ask.more(known(10, false));
  expect(amounts()).toEqual([20, 40, 200]);
  expect(ask.next(known(200, true))).toBeNull();
});

it("asks again for as many as before, and says why it could not", async () => {
  const { host, ask, amounts } = setUp();
  host.handlers.load_history = () => {
    throw refusal("not_possible", "chat_server_down");
  };
  ask.again(known(40, true));
  ask.again(undefined);
  expect(amounts()).toEqual([40, 10]);
  await vi.waitFor(() => expect(ask.refused?.detail).toBe("chat_server_down"));
});
