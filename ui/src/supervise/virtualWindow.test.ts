// Only what is in sight is drawn, and the keyboard never leaves the list.
import { describe, expect, it } from "vitest";
import { AROUND, rowFor, scrollFor, sliceOf } from "./virtualWindow";

describe("what is drawn", () => {
  it("is what is in sight and a few rows around it", () => {
    expect(sliceOf(0, 400, 40, 5000)).toEqual({ first: 0, end: 10 + AROUND });
    expect(sliceOf(4000, 400, 40, 5000)).toEqual({ first: 100 - AROUND, end: 110 + AROUND });
    expect(sliceOf(4010, 400, 40, 5000)).toEqual({ first: 100 - AROUND, end: 111 + AROUND });
  });
  it("ends with the list, also when the list has become shorter than the scroll", () => {
    expect(sliceOf(200_000, 400, 40, 5000)).toEqual({ first: 4990 - AROUND, end: 5000 });
    expect(sliceOf(200_000, 400, 40, 3)).toEqual({ first: 0, end: 3 });
    expect(sliceOf(0, 400, 40, 0)).toEqual({ first: 0, end: 0 });
  });
  it("is a few rows before their height is known", () => {
    expect(sliceOf(0, 0, 0, 5000)).toEqual({ first: 0, end: AROUND });
  });
});

it("scrolls as little as needed to show a row", () => {
  expect(scrollFor(5, 0, 400, 40)).toBe(0);
  expect(scrollFor(10, 0, 400, 40)).toBe(40);
  expect(scrollFor(2, 200, 400, 40)).toBe(80);
});

describe("the keyboard", () => {
  it.each([
    ["ArrowDown", 3, 4],
    ["ArrowDown", 9, 9],
    ["ArrowDown", -1, 0],
    ["ArrowUp", 3, 2],
    ["ArrowUp", 0, 0],
    ["ArrowUp", -1, 0],
    ["PageDown", 3, 7],
    ["PageUp", 3, 0],
    ["Home", 3, 0],
    ["End", 3, 9],
    ["x", 3, null],
  ])("%s from row %s leads to %s", (key, from, to) => expect(rowFor(key, from, 10, 4)).toBe(to));
  it("leads nowhere in an empty list", () => expect(rowFor("End", -1, 0, 4)).toBeNull());
});
