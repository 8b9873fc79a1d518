// Older pages of a timeline: put before the rest, asked for once, retried after a failure.
import { expect, it } from "vitest";
import { line } from "~/gallery/sampleContact";
import { Timeline } from "./timeline.svelte";

function filled(): Timeline {
  const timeline = new Timeline();
  timeline.reset({ contact: "c", items: [{ ...line(0, "me", "", "x"), id: "n" }], more_before: true });
  return timeline;
}
const older = { ...line(9, "me", "", "y"), id: "o" };

it("puts an older page before the rest and remembers the beginning", async () => {
  const timeline = filled();
  await timeline.loadOlder(async (before) => {
    expect(before).toBe("n");
    return { items: [older], more_before: false };
  });
  expect(timeline.items.map((one) => one.id)).toEqual(["o", "n"]);
  timeline.apply({ contact: "c", items: [], order: null, more_before: true });
  expect(timeline.moreBefore).toBe(false);
});

it("asks once at a time, and may be asked again after a failure", async () => {
  const timeline = filled();
  let asked = 0;
  const fail = async (): Promise<never> => {
    asked += 1;
    throw new Error("no");
  };
  await Promise.all([timeline.loadOlder(fail), timeline.loadOlder(fail)]);
  expect(asked).toBe(1);
  expect(timeline.olderFailed).toBe(true);
  await timeline.loadOlder(async () => ({ items: [older], more_before: false }));
  expect(timeline.olderFailed).toBe(false);
});

it("throws a page away when a snapshot came in between", async () => {
  const timeline = filled();
  await timeline.loadOlder(async () => {
    timeline.reset({ contact: "c", items: [{ ...older, id: "fresh" }], more_before: true });
    return { items: [older], more_before: false };
  });
  expect(timeline.items.map((one) => one.id)).toEqual(["fresh"]);
  expect(timeline.moreBefore).toBe(true);
});

it("lets go of rows far above, and can ask for them again", () => {
  const timeline = filled();
  const rows = Array.from({ length: 450 }, (_, index) => ({ ...line(0, "me", "", "x"), id: `r${index}` }));
  timeline.apply({ contact: "c", items: rows, order: null, more_before: false });
  timeline.trim();
  expect(timeline.items.map((one) => one.id)).toEqual(rows.slice(-200).map((one) => one.id));
  expect(timeline.moreBefore).toBe(true);
});
