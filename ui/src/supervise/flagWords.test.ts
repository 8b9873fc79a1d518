// Each flag says what was measured and where the limit is, and calls a silence a wait only where somebody waits.
import { expect, it } from "vitest";
import type { FlagView, MeasureView } from "~/api/generated/bindings";
import { flagWords } from "./flagWords";

const flag = (measure: MeasureView, value: number, threshold: number, name = ""): FlagView => ({ measure, name, value, threshold, priority: 1 });

it.each<[FlagView, number | null, number, string]>([
  [flag("unanswered", 3, 1), 3, 9, "3 customer messages unanswered (limit 1)"],
  [flag("unanswered", 1, 0), 1, 0, "1 customer message unanswered (limit 0)"],
  [flag("since_agent", 94, 20), 3, 0, "94 s without an answer (limit 20)"],
  [flag("since_agent", 94, 20), 3, 5, "99 s without an answer (limit 20)"],
  [flag("since_agent", 94, 20), 0, 0, "Agent wrote nothing for 94 s (limit 20)"],
  [flag("since_agent", 94, 20), null, 0, "Agent wrote nothing for 94 s (limit 20)"],
  [flag("since_agent", 190, 20), 1, 0, "3 min without an answer (limit 20 s)"],
  [flag("since_customer", 240, 90), 1, 0, "Customer waits for 4 min (limit 90 s)"],
  [flag("since_customer", 240, 120), 0, 0, "Customer wrote nothing for 4 min (limit 2)"],
  [flag("length", 1325, 1200), 0, 0, "Open for 22 min (limit 20)"],
  [flag("length", 1325, 1230), 0, 0, "Open for 22 min (limit 20:30)"],
  [flag("agent_lines", 44, 40), 0, 30, "44 agent messages (limit 40)"],
  [flag("other", 7, 5, "holdCount"), 0, 30, "holdCount is 7 (limit 5)"],
])("%o with %s unanswered, %s s later", (one, unanswered, passed, words) => {
  expect(flagWords(one, { unanswered }, passed)).toBe(words);
});
