// A conversation in two: no whisper on the customer's side, no reply on the agents'.
import { expect, it } from "vitest";
import { line, row, whisper } from "~/gallery/sampleContact";
import { goesOn, rowsOf, typingOf } from "./rows";

const items = [
  line(5, "customer", "Maria", "Hi"),
  row(4, { kind: "event", event: "agent_joined", who: "Tom" }),
  row(4, { kind: "event", event: "customer_disconnected", who: "Maria" }),
  whisper(3, "agent", "Tom", "Is she Gold?"),
  row(2, { kind: "complete_until" }),
];
const at = (side: "all" | "customer" | "agents"): number[] => rowsOf(items, side).map((item) => items.indexOf(item));

it("shows each row on its side, and who comes and goes on both", () => {
  expect(at("all")).toEqual([0, 1, 2, 3, 4]);
  expect(at("customer")).toEqual([0, 1, 2, 4]);
  expect(at("agents")).toEqual([1, 3]);
});
it("shows typing where the line will stand", () => {
  const typing = [{ name: "Maria", customer: true, whisper: false }, { name: "Tom", customer: false, whisper: true }];
  expect(typingOf(typing, "customer").map((one) => one.name)).toEqual(["Maria"]);
  expect(typingOf(typing, "agents").map((one) => one.name)).toEqual(["Tom"]);
  expect(typingOf(typing, "all")).toBe(typing);
});
it("gives a suggestion its own label, also behind a whisper of the same agent", () => {
  const first = whisper(1, "agent", "Sam", "One");
  const second = whisper(1, "agent", "Sam", "Two");
  expect(goesOn(second, first)).toBe(true);
  expect(goesOn({ ...second, content: { ...second.content, suggestion: "open" } as typeof second.content }, first)).toBe(false);
});
