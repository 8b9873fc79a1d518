// A screen pop says before the click where it opens, and afterwards where it is.
import { describe, expect, it } from "vitest";
import type { PopView } from "~/api/generated/bindings";
import { popCloses, popMeans, popStateWords, popVerb } from "./popWords";

const pop = (more: Partial<PopView>): PopView => ({ id: "1", name: "CRM", opens: "page", shows: "crm.example.org", in_tab: true, state: { is: "ready" }, ...more });
const browser = { in_tab: false } as const;
const program = { opens: "program", in_tab: false } as const;
const is = (state: "ready" | "opening" | "open" | "closed") => ({ state: { is: state } });
const failed = (code: "pop_failed" | "pop_not_allowed") => ({ state: { is: "failed" as const, why: { code, subject: null, detail: null } } });

it.each([
  [{}, "Opens in its own window"],
  [browser, "Opens in the browser"],
  [program, "Starts a program"],
  [{ opens: "nothing" as const }, "Opens nothing"],
])("%o: %s", (more, words) => expect(popMeans(pop(more))).toBe(words));

describe("its state and its button", () => {
  it.each<[Partial<PopView>, string, string | null]>([
    [is("ready"), "", "Open"],
    [is("opening"), "Opening…", "Open"],
    [is("open"), "Open in its own window", "Show again"],
    [is("closed"), "Closed", "Open again"],
    [{ ...browser, ...is("open") }, "Opened in the browser", "Show again"],
    [{ ...program, ...is("ready") }, "", "Start"],
    [{ ...program, ...is("open") }, "Started", "Start again"],
    [failed("pop_failed"), "Did not open", "Try again"],
    [failed("pop_not_allowed"), "Did not open", null],
    [{ opens: "nothing", ...is("ready") }, "", null],
  ])("of %o are %j and %j", (more, state, verb) => {
    expect(popStateWords(pop(more))).toBe(state);
    expect(popVerb(pop(more))).toBe(verb);
  });
});

it("is closed by the desk only where the desk shows it", () => {
  expect(popCloses(pop(is("open")))).toBe(true);
  expect(popCloses(pop(is("closed")))).toBe(false);
  expect(popCloses(pop({ ...browser, ...is("open") }))).toBe(false);
  expect(popCloses(pop({ ...program, ...is("open") }))).toBe(false);
});
