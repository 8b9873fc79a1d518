// The pull loop: a snapshot first, revisions after it, and after an error a wait and a snapshot again.
import { expect, it } from "vitest";
import type { Updates } from "~/api/generated/bindings";
import { refusal } from "~/api/fakeHost";
import type { Host } from "~/api/host";
import { backOff, runUpdateLoop } from "./updateLoop";

const updates = (revision: string): Updates => ({ revision, snapshot: null, changes: [] });

function hostOf(answers: (Updates | "error")[], stop: AbortController): { host: Host; asked: (string | null)[] } {
  const asked: (string | null)[] = [];
  const call = async (_name: string, argument: { revision: string | null }): Promise<Updates> => {
    asked.push(argument.revision);
    const answer = answers.shift();
    if (answer === undefined) stop.abort();
    if (answer === undefined || answer === "error") throw refusal("connection_lost");
    return answer;
  };
  return { host: { call } as unknown as Host, asked };
}

it("follows the revisions, and asks for a snapshot after an error", async () => {
  const stop = new AbortController();
  const { host, asked } = hostOf([updates("1"), updates("2"), "error", "error", updates("9")], stop);
  const waits: number[] = [];
  const lost: number[] = [];
  await runUpdateLoop(
    host,
    { received: () => undefined, lost: (_error, attempt) => lost.push(attempt) },
    stop.signal,
    async (milliseconds) => void waits.push(milliseconds),
  );
  expect(asked).toEqual([null, "1", "2", null, null, "9"]);
  expect(lost).toEqual([1, 2, 1]);
  expect(waits.slice(0, 2)).toEqual([250, 500]);
});

it("waits longer each time, up to five seconds", () => {
  expect([1, 2, 3, 4, 5, 6, 60].map(backOff)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
});
