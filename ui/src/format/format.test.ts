// Durations, due tones and initials, as tables.
import { describe, expect, it } from "vitest";
import { dayLabel } from "./clock";
import { dueTone } from "./due";
import { asClock, inWords, secondsLeft } from "./duration";
import { hue, initials, shortName } from "./person";

const words = { underMinute: "<1", minutes: (m: number) => `${m}m`, hours: (h: number, m: number) => `${h}h${m}m` };

describe("durations", () => {
  it.each([
    [-5_000, "0:00"],
    [0, "0:00"],
    [999, "0:00"],
    [48_000, "0:48"],
    [92_400, "1:32"],
    [725_000, "12:05"],
    [3_729_000, "1:02:09"],
  ])("%i ms on a clock is %s", (milliseconds, expected) => expect(asClock(milliseconds)).toBe(expected));

  it.each([
    [59_999, "<1"],
    [60_000, "1m"],
    [7_500_000, "2h5m"],
  ])("%i ms in words is %s", (milliseconds, expected) => expect(inWords(milliseconds, words)).toBe(expected));

  it("counts down to one, then to nothing", () => {
    expect(secondsLeft(2_001, 1_000)).toBe(2);
    expect(secondsLeft(1_001, 1_000)).toBe(1);
    expect(secondsLeft(500, 1_000)).toBe(0);
  });
});

describe("due", () => {
  const waiting = { unanswered_since: 0, due_at: 60_000 };
  it.each([
    [10_000, "calm"],
    [39_000, "calm"],
    [40_000, "due"],
    [59_999, "due"],
    [60_000, "late"],
  ])("after %i ms of 60 000 it is %s", (now, tone) => expect(dueTone(waiting, now)).toBe(tone));

  it("stays calm without a timer", () => {
    expect(dueTone({ unanswered_since: 0, due_at: null }, 9e9)).toBe("calm");
  });
  it("turns amber ten seconds before the end of a short timer", () => {
    expect(dueTone({ unanswered_since: 0, due_at: 12_000 }, 2_500)).toBe("due");
  });
});

describe("people", () => {
  it.each([
    ["Maria Rossi", "MR"],
    ["jo.murphy@example.org", "JM"],
    ["+1 469 720 6211", "+1"],
    ["  ", "?"],
    ["Łukasz", "Ł"],
    ["محمد علي", "مع"],
    ["Ana María de la Cruz", "AC"],
  ])("%s is drawn as %s", (name, expected) => expect(initials(name)).toBe(expected));

  it("gives a name the same hue each time, within the palette", () => {
    expect(hue("Maria Rossi")).toBe(hue("Maria Rossi"));
    for (const name of ["", "a", "Zoë", "名前"]) expect(hue(name)).toBeLessThan(8);
  });
  it("shortens names but not addresses", () => {
    expect(shortName("Maria Rossi")).toBe("Maria");
    expect(shortName("jo.murphy@example.org")).toBe("jo.murphy@example.org");
    expect(shortName("+1 469 720 6211")).toBe("+1 469 720 6211");
  });
});

describe("days", () => {
  const now = new Date(2026, 4, 20, 12).getTime();
  const labels = { today: "Today", yesterday: "Yesterday" };
  it("names the two nearest", () => {
    expect(dayLabel(new Date(2026, 4, 20, 1).getTime(), now, labels)).toBe("Today");
    expect(dayLabel(new Date(2026, 4, 19, 23).getTime(), now, labels)).toBe("Yesterday");
    expect(dayLabel(new Date(2025, 4, 19).getTime(), now, labels)).toContain("2025");
  });
});
