// Asks for updates for ever: a snapshot first, then what changed; after an error it waits a little and starts again.
import type { ApiError, Updates } from "~/api/generated/bindings";
import { toApiError } from "~/api/apiError";
import type { Host } from "~/api/host";

export interface UpdateSink {
  received(updates: Updates): void;
  lost(error: ApiError, attempt: number): void;
}

export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5_000;

/** Doubles from a quarter of a second to five seconds. */
export function backOff(attempt: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, attempt - 1));
}

export const realWait: Wait = (milliseconds, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });

export async function runUpdateLoop(host: Host, sink: UpdateSink, signal: AbortSignal, wait = realWait): Promise<void> {
  let revision: string | null = null;
  let attempt = 0;
  while (!signal.aborted) {
    try {
      const updates: Updates = await host.call("next_updates", { revision });
      if (signal.aborted) return;
      sink.received(updates);
      revision = updates.revision;
      attempt = 0;
    } catch (error) {
      // What was missed meanwhile is not known: only a snapshot is safe.
      revision = null;
      attempt += 1;
      sink.lost(toApiError(error), attempt);
      await wait(backOff(attempt), signal);
    }
  }
}
