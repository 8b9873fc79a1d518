// The walls hold: what each folder may import, by example.
import { expect, it } from "vitest";
import { allowed } from "./tiers.js";

it.each([
  ["kit", "text", false],
  ["kit", "kit", true],
  ["desk", "conversation", false],
  ["conversation", "wrapUp", true],
  ["conversation", "worklist", false],
  ["worklist", "desk", true],
  ["views", "conversation", true],
])("%s imports %s: %s", (from, to, may) => expect(allowed(from, to)).toBe(may));
