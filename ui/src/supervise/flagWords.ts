// Why a contact is flagged, in words: what was measured, how much, and where the limit is.
import type { BoardRowView, FlagView, MeasureView } from "~/api/generated/bindings";
import { asClock } from "~/format/duration";
import { text } from "~/text";

/** Measures that go on while no news comes. */
const RUNNING: Record<MeasureView, boolean> = {
  length: true,
  since_agent: true,
  since_customer: true,
  agent_lines: false,
  unanswered: false,
  other: false,
};

/** `passed`: seconds since the data came. A silence is the customer's wait only while a line of theirs is unanswered. */
export function flagWords(flag: FlagView, row: Pick<BoardRowView, "unanswered">, passed: number): string {
  const words = text.supervise.flags;
  const value = RUNNING[flag.measure] ? flag.value + passed : flag.value;
  const waits = (row.unanswered ?? 0) > 0;
  switch (flag.measure) {
    case "unanswered":
      return words.unanswered(value, flag.threshold);
    case "since_agent":
      return (waits ? words.noAnswer : words.agentSilent)(span(value), limit(flag.threshold, value));
    case "since_customer":
      return (waits ? words.customerWaits : words.customerSilent)(span(value), limit(flag.threshold, value));
    case "length":
      return words.length(span(value), limit(flag.threshold, value));
    case "agent_lines":
      return words.agentLines(value, flag.threshold);
    case "other":
      return words.other(flag.name, value, flag.threshold);
  }
}

/** From here on minutes say more than seconds. */
const MINUTES_FROM = 120;

function span(seconds: number): string {
  return seconds < MINUTES_FROM ? text.supervise.seconds(seconds) : text.supervise.minutes(Math.floor(seconds / 60));
}

/** A limit in the unit of its value names no unit: `94 s … (limit 20)`, `22 min … (limit 20)`, `3 min … (limit 20 s)`. */
function limit(threshold: number, value: number): string {
  if (value < MINUTES_FROM) return String(threshold);
  if (threshold % 60 === 0) return String(threshold / 60);
  return threshold < MINUTES_FROM ? text.supervise.seconds(threshold) : asClock(threshold * 1000);
}
