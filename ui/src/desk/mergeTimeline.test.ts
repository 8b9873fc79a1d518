// Rows of a timeline by stable id: appended, changed in place, reordered, dropped.
import { describe, expect, it } from "vitest";
import type { TimelineItem } from "~/api/generated/bindings";
import { mergeTimeline, NEWEST } from "./mergeTimeline";

const item = (id: string, text = id): TimelineItem => ({
  id, at: 0, content: { kind: "line", author: "customer", name: "", audience: "everyone", text, send: null, suggestion: null },
});
const items = (...ids: string[]): TimelineItem[] => ids.map((id) => item(id));
const ids = (list: readonly TimelineItem[]): string => list.map((one) => one.id).join(" ");
const range = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, index) => `r${from + index}`);

describe("without an order", () => {
  it("appends unknown rows in their order", () => {
    expect(ids(mergeTimeline(items("a", "b"), { items: items("c", "d"), order: null }))).toBe("a b c d");
  });
  it("replaces a known row in its place and leaves the others the same objects", () => {
    const before = items("a", "b");
    const after = mergeTimeline(before, { items: [item("a", "changed")], order: null });
    expect(after[0]?.content).toMatchObject({ text: "changed" });
    expect(after[1]).toBe(before[1]);
  });
  it("gives the same list back when nothing changed", () => {
    const before = items("a");
    expect(mergeTimeline(before, { items: [], order: null })).toBe(before);
  });
});

describe("with an order", () => {
  it("moves rows, as when the completeness mark goes down", () => {
    expect(ids(mergeTimeline(items("a", "mark", "b"), { items: [], order: ["a", "b", "mark"] }))).toBe("a b mark");
  });
  it("drops a discarded row when the order names the whole timeline", () => {
    expect(ids(mergeTimeline(items("a", "b", "c"), { items: [], order: ["a", "c"] }))).toBe("a c");
  });
  it("keeps older pages that the order does not reach", () => {
    const loaded = items("old1", "old2", ...range(0, NEWEST));
    const order = range(1, NEWEST + 1);
    const merged = mergeTimeline(loaded, { items: items(`r${NEWEST}`), order });
    expect(ids(merged)).toBe(["old1", "old2", "r0", ...order].join(" "));
  });
  it("keeps nothing of the old rows when none of them is named", () => {
    const merged = mergeTimeline(items("a", "b"), { items: items(...range(0, NEWEST)), order: range(0, NEWEST) });
    expect(ids(merged)).toBe(range(0, NEWEST).join(" "));
  });
  it("skips an id that it knows nothing of", () => {
    expect(ids(mergeTimeline(items("a"), { items: [], order: ["a", "ghost"] }))).toBe("a");
  });
});
