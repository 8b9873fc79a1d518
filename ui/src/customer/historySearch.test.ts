// Search in earlier contacts finds what people type, and marks it without changing the text.
import { describe, expect, it } from "vitest";
import type { PastContactView } from "~/api/generated/bindings";
import { firstWords, holds, pieces, searchWords } from "./historySearch";

const entry = (...lines: [string, boolean?][]): PastContactView => ({
  at: 0, contact_type: "Email", has_whispers: false, lines: lines.map(([text, whisper = false]) => ({ text, whisper })),
});
const marked = (text: string, query: string): string =>
  pieces(text, searchWords(query)).map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join("");

describe("what is marked", () => {
  it.each([
    ["A seat on EI154", "seat", "A [seat] on EI154"],
    ["A seat on EI154", "SEAT ei", "A [seat] on [EI]154"],
    ["Crème brûlée", "creme", "[Crème] brûlée"],
    ["Cre\u0300me", "creme", "[Cre\u0300me]"],
    ["İstanbul", "istan", "[İstan]bul"],
    ["😀 seat 😀", "seat", "😀 [seat] 😀"],
    ["aaaa", "aaa aa", "[aaaa]"],
    ["seatseat", "seat", "[seatseat]"],
    ["<b>bold</b>", "b>", "<[b>]bold</[b>]"],
    ["nothing", "x", "nothing"],
    ["nothing", "  ", "nothing"],
    ["", "x", ""],
  ])("in %j for %j is %j", (text, query, expected) => expect(marked(text, query)).toBe(expected));

  it("leaves the text as it is, whatever is searched for", () => {
    const text = "Żółw ﬁn İI ß é — نورة 😀 end";
    for (const query of ["i", "ß", "نور", "😀", "e", "n i"]) {
      expect(pieces(text, searchWords(query)).map((piece) => piece.text).join("")).toBe(text);
    }
  });
});

describe("what is found", () => {
  const chat = entry(["Hello there"], ["A seat, please"]);
  it.each([
    ["", true],
    ["seat hello", true],
    ["email", true],
    ["seat plane", false],
  ])("for %j: %s", (query, found) => expect(holds(chat, searchWords(query))).toBe(found));
});

describe("the first words", () => {
  const chat = entry(["for agents", true], ["Hello there"], ["A seat, please"]);
  it("are for everyone", () => expect(firstWords(chat, [])).toBe("Hello there"));
  it("are the line that was searched for", () => expect(firstWords(chat, searchWords("seat"))).toBe("A seat, please"));
  it("are a whisper where there is nothing else", () => expect(firstWords(entry(["for agents", true]), [])).toBe("for agents"));
  it("are shortened, and may be none", () => {
    expect(firstWords(entry(["x".repeat(500)]), [])).toHaveLength(121);
    expect(firstWords(entry(), [])).toBe("");
  });
});
