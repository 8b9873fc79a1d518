// The agent's state in words: what is, since when, why, and whether the server still lags behind what was asked.
import type { ReadinessView, ReasonCodeView } from "~/api/generated/bindings";
import { timeOfDay } from "~/format/clock";
import type { Tone } from "~/kit/tone";
import { text } from "~/text";

export interface ReadinessWords {
  state: string;
  /** `since 10:41: server switch-over`. */
  detail: string;
  tone: Tone;
  /** What was asked for and is not yet; absent when the server agrees. */
  becoming: string | null;
}

export function readinessWords(readiness: ReadinessView, reasons: readonly ReasonCodeView[], asked: boolean): ReadinessWords {
  const { actual, target, since, cause, reason_code } = readiness;
  const because = actual === "not_ready" ? (reasonLabel(reason_code, reasons) ?? text.states.cause[cause]) : "";
  const sinceWords = actual === "unknown" ? "" : text.agentBar.since(timeOfDay(since));
  // Where the server changed the state by itself the target still names the old one: nobody is asking then.
  const lags = asked || cause === "asked" || cause === "signed_in";
  const differs = lags && target !== actual && target !== "unknown" && readiness.failure === null;
  return {
    state: text.states.ready[actual],
    detail: because === "" ? sinceWords : `${sinceWords}: ${because}`,
    tone: actual === "ready" ? "good" : actual === "not_ready" ? "due" : "off",
    becoming: differs ? text.agentBar.becoming(text.states.ready[target]) : null,
  };
}

function reasonLabel(code: string | null, reasons: readonly ReasonCodeView[]): string | null {
  if (code === null || code === "") return null;
  return reasons.find((reason) => reason.code === code)?.label ?? text.agentBar.code(code);
}
