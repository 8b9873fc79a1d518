// How long the customer of a row waits. The server tells two silences, not the wait: it is as long as the customer's
// own while one line is unanswered, and somewhere between the two while there are several.
import type { BoardRowView } from "~/api/generated/bindings";

export interface Wait {
  seconds: number;
  /** Several lines wait, and the first of them longer than this. */
  atLeast: boolean;
}

export function waitOf(row: BoardRowView, passed: number): Wait | null {
  if (row.since_customer === null || row.unanswered === 0) return null;
  return { seconds: row.since_customer + passed, atLeast: (row.unanswered ?? 0) > 1 };
}
