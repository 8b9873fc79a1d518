// The board is watched while it is seen, and the last word counts.
import { expect, it, vi } from "vitest";
import { FakeHost, refusal } from "~/api/fakeHost";
import { Desk } from "~/desk/desk.svelte";
import { snapshot } from "~/gallery/sampleDesk";
import { BoardWatch } from "./watchBoard.svelte";

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = "visible";
  turn(to: DocumentVisibilityState): void {
    this.visibilityState = to;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

it("follows the page, and stops with the view", async () => {
  const host = new FakeHost(snapshot([], []));
  const page = new Page();
  const stop = new BoardWatch(new Desk(host)).start(page as unknown as Document);
  page.turn("hidden");
  page.turn("hidden");
  page.turn("visible");
  stop();
  page.turn("visible");
  await vi.waitFor(() => expect(host.of("watch_board").map((one) => one.watch)).toEqual([true, false, true, false]));
});

it("says why the desk does not watch", async () => {
  const host = new FakeHost(snapshot([], []));
  host.handlers.watch_board = () => {
    throw refusal("not_possible", "not_supervisor");
  };
  const watch = new BoardWatch(new Desk(host));
  watch.start(new Page() as unknown as Document);
  await vi.waitFor(() => expect(watch.refused?.detail).toBe("not_supervisor"));
});
