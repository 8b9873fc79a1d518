// How pressing a waiting customer is. The clock shows the time waited; the tone compares it with the time to answer.

export type DueTone = "calm" | "due" | "late";

export interface Waiting {
  unanswered_since: number | null;
  due_at: number | null;
}

/** Amber begins in the last third of the time to answer, and at the latest ten seconds before its end. */
const LAST_PART = 1 / 3;
const AT_LEAST = 10_000;

export function dueTone(waiting: Waiting, now: number): DueTone {
  if (waiting.due_at === null) return "calm";
  const left = waiting.due_at - now;
  if (left <= 0) return "late";
  const whole = waiting.unanswered_since === null ? 0 : waiting.due_at - waiting.unanswered_since;
  return left <= Math.max(AT_LEAST, whole * LAST_PART) ? "due" : "calm";
}
