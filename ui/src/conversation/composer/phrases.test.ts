// Phrases: when the slash opens the search, what is found, and in which order.
import { describe, expect, it } from "vitest";
import type { PhraseView } from "~/api/generated/bindings";
import { blanksIn, insert, nextBlank } from "./blanks";
import { findPhrases, phraseKey, phraseQuery } from "./phrases";

const phrase = (skillset: string, name: string, text: string): PhraseView => ({ skillset, name, text });
const phrases = [
  phrase("all", "Hold on", "One moment please."),
  phrase("Travel", "Seat change", "I can move you to another seat."),
  phrase("Travel", "Refund", "The money goes back to your card."),
  phrase("all", "São Paulo", "Our office there opens at nine."),
];
const names = (query: string, uses = new Map<string, number>()): string =>
  findPhrases(phrases, query, uses).map((one) => one.name).join(", ");

describe("the slash", () => {
  it.each([
    ["/", "", 0],
    ["/sea", "sea", 0],
    ["Good news. /sea", "sea", 11],
    ["line\n/re fund", "re fund", 5],
  ])("in %j asks for %j", (text, query, start) => {
    expect(phraseQuery(text, text.length)).toEqual({ query, range: { start, end: text.length } });
  });
  it.each(["and/or", "https://example.org", "1 / 2", "//x", "no slash", `/${"x".repeat(41)}`])(
    "in %j is only a slash", (text) => expect(phraseQuery(text, text.length)).toBeNull(),
  );
  it("looks only before the caret", () => {
    expect(phraseQuery("/sea rest", 4)?.query).toBe("sea");
  });
});

describe("the search", () => {
  it.each([
    ["sea", "Seat change"],
    ["money", "Refund"],
    ["rfd", "Refund"],
    ["sao", "São Paulo"],
    ["seat move", "Seat change"],
    ["seat money", ""],
  ])("for %j finds %j", (query, expected) => expect(names(query)).toBe(expected));
  it("without a word shows the skillset's own first", () => {
    expect(names("")).toBe("Seat change, Refund, Hold on, São Paulo");
  });
  it("ranks what is used often higher, but a name before a text", () => {
    const uses = new Map([[phraseKey(phrases[2] as PhraseView), 3]]);
    expect(names("", uses)).toBe("Refund, Seat change, Hold on, São Paulo");
    expect(names("o", new Map([[phraseKey(phrases[0] as PhraseView), 20]]))).toMatch(/^Hold on/u);
  });
});

describe("blanks", () => {
  it("are found, and the first of an inserted phrase is selected", () => {
    const { text, selection } = insert("Hi /gr you", { start: 3, end: 6 }, "dear {{name}},");
    expect(text).toBe("Hi dear {{name}}, you");
    expect(text.slice(selection.start, selection.end)).toBe("{{name}}");
  });
  it("leave the caret behind a phrase without any", () => {
    expect(insert("/x", { start: 0, end: 2 }, "Hello").selection).toEqual({ start: 5, end: 5 });
  });
  it("go round from the last to the first", () => {
    const text = "{{a}} and {{b}}";
    expect(blanksIn(text)).toHaveLength(2);
    expect(nextBlank(text, 6)).toEqual({ start: 10, end: 15 });
    expect(nextBlank(text, 15)).toEqual({ start: 0, end: 5 });
    expect(nextBlank("{ {no} }", 0)).toBeNull();
  });
});
