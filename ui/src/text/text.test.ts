// Every code that the desk can send has words, and no table has words for a code that does not exist.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { pickTexts } from "./index";

const bindings = readFileSync(new URL("../api/generated/bindings.ts", import.meta.url), "utf8");
function codesOf(type: string): string[] {
  const union = new RegExp(`export type ${type} = ([^;]+);`, "u").exec(bindings)?.[1] ?? "";
  return [...union.matchAll(/"([a-z_]+)"/gu)].map((match) => match[1] ?? "").sort();
}

const { states } = en;
describe.each([
  ["ErrorCode", en.errors],
  ["WhyNot", states.whyNot],
  ["ReadyState", states.ready],
  ["ReadyCause", states.cause],
  ["LinkState", states.link],
  ["EventSource", states.eventSource],
  ["SignInStep", states.step],
  ["ContactKind", states.kind],
  ["ContactPhase", states.phase],
  ["CustomerPresence", states.presence],
  ["ParticipantRole", states.role],
  ["OfferEnd", states.offerEnd],
  ["TimelineEvent", states.event],
  ["IntrinsicMeaning", states.intrinsic],
  ["Theme", en.agentBar.themes],
  ["ShortcutAction", en.commands.actions],
])("%s", (type, table) => {
  it("has words for each code and for nothing else", () => {
    expect(codesOf(type)).not.toEqual([]);
    expect(Object.keys(table).sort()).toEqual(codesOf(type));
  });
});

it("falls back to English", () => {
  expect(pickTexts(["xx-YY"])).toBe(en);
  expect(pickTexts(["en-GB"])).toBe(en);
});
