// What is drawn of a timeline: at most 200 rows, held while the agent reads; links; neighbours.
import { describe, expect, it } from "vitest";
import type { TimelineItem } from "~/api/generated/bindings";
import { line } from "~/gallery/sampleContact";
import { splitLinks } from "./links";
import { beginsDay, goesOn } from "./rows";
import { DRAWN, TimelineWindow } from "./timelineWindow.svelte";

const rows = (count: number): TimelineItem[] =>
  Array.from({ length: count }, (_, index) => ({ ...line(0, "me", "", "x"), id: `r${index}` }));

describe("the window", () => {
  const of = (items: TimelineItem[]): { shown: TimelineWindow; grow: (more: TimelineItem[]) => void } => {
    let list = items;
    return { shown: new TimelineWindow(() => list), grow: (more) => (list = [...list, ...more]) };
  };
  const ends = (shown: TimelineWindow): string => `${shown.drawn[0]?.id} ${shown.drawn.at(-1)?.id} ${shown.drawn.length}`;

  it("follows the newest rows, 200 at most", () => {
    expect(ends(of(rows(350)).shown)).toBe(`r150 r349 ${DRAWN}`);
    expect(ends(of(rows(3)).shown)).toBe("r0 r2 3");
  });
  it("slides up and down by half its height", () => {
    const { shown } = of(rows(350));
    expect(shown.up()).toBe(true);
    expect(ends(shown)).toBe("r50 r249 200");
    shown.up();
    expect(shown.up()).toBe(false);
    expect(ends(shown)).toBe("r0 r199 200");
    shown.down();
    shown.down();
    shown.down();
    expect(ends(shown)).toBe("r150 r349 200");
  });
  it("forgets a held row that is gone", () => {
    let list = rows(350);
    const shown = new TimelineWindow(() => list);
    shown.up();
    list = list.slice(100);
    expect(ends(shown)).toBe("r150 r349 200");
  });
});

describe("links", () => {
  const links = (text: string): string[] => splitLinks(text).flatMap((part) => part.url ?? []);
  it.each([
    ["See https://example.org/a?b=1.", ["https://example.org/a?b=1"]],
    ["(http://example.org)", ["http://example.org"]],
    ["javascript:alert(1) ftp://example.org data:text/html,x", []],
    ["https://", []],
    ["two: https://a.example, https://b.example!", ["https://a.example", "https://b.example"]],
  ])("in %j are %j", (text, expected) => expect(links(text)).toEqual(expected));
  it("show the true host and lose no letter", () => {
    const text = "Is http://bank.example@evil.example/x yours?";
    const parts = splitLinks(text);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts[1]?.host).toBe("evil.example");
  });
});

describe("neighbours", () => {
  const at = (minutes: number, author: "me" | "customer" = "customer"): TimelineItem => line(minutes, author, "M", "x");
  it("go on within a minute by the same person", () => {
    expect(goesOn(at(1), at(1.5))).toBe(true);
    expect(goesOn(at(1), at(3))).toBe(false);
    expect(goesOn(at(1, "me"), at(1.5))).toBe(false);
    expect(goesOn(at(1), undefined)).toBe(false);
  });
  it("begin a day at the first row and at midnight", () => {
    expect(beginsDay(at(0), undefined)).toBe(true);
    expect(beginsDay(at(0), at(60 * 25))).toBe(true);
  });
});
