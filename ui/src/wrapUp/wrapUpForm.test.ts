// The closing form: the preselected reason, what is kept when, and everything at the end.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeHost } from "~/api/fakeHost";
import { Desk } from "~/desk/desk.svelte";
import { contact, open, wrapUp } from "~/gallery/sampleContact";
import { snapshot } from "~/gallery/sampleDesk";
import { whyNotFinish, WrapUpDraft } from "./wrapUpForm.svelte";

let host: FakeHost;
let draft: WrapUpDraft;
beforeEach(() => {
  vi.useFakeTimers();
  host = new FakeHost(snapshot([], []));
  draft = new WrapUpDraft(new Desk(host), "c1");
});
afterEach(() => vi.useRealTimers());

it("begins with the preselected reason, gives way to the desk's, then to the agent's", () => {
  expect(draft.reason(wrapUp)).toBe("1");
  expect(draft.reason({ ...wrapUp, reason: "4" })).toBe("4");
  draft.choose(wrapUp, "2");
  expect(draft.reason({ ...wrapUp, reason: "4" })).toBe("2");
});
it("keeps a note a quarter second later, and at once when left", async () => {
  draft.write(wrapUp, "a");
  draft.write(wrapUp, "ab");
  await vi.advanceTimersByTimeAsync(250);
  draft.write(wrapUp, "abc");
  draft.leave(wrapUp);
  draft.leave(wrapUp);
  expect(host.of("set_wrap_up").map((one) => one.note)).toEqual(["ab", "abc"]);
});
it("sends the whole form, also what was typed last, and nothing afterwards", async () => {
  draft.choose(wrapUp, "3");
  draft.tick(wrapUp, true);
  draft.write(wrapUp, "Done");
  await draft.finish(wrapUp);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(host.of("finish")).toEqual([{ contact: "c1", reason: "3", note: "Done", send_transcript: true }]);
  expect(host.calls.at(-1)?.name).toBe("finish");
});
it("never asks for a transcript that cannot be sent", () => {
  draft.tick(wrapUp, true);
  expect(draft.transcript({ ...wrapUp, transcript_possible: { is: "no", why: "no_email_address" } })).toBe(false);
});
it("may finish as soon as a reason is chosen here", () => {
  const closing = contact("c1", "M", { actions: { ...open, finish: { is: "no", why: "reason_needed" } } });
  expect(whyNotFinish(closing, null).is).toBe("no");
  expect(whyNotFinish(closing, "1").is).toBe("yes");
});
