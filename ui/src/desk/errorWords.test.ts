// Every error becomes sentences: whole, naming the server, with the code after the sentence.
import { expect, it } from "vitest";
import type { ErrorCode } from "~/api/generated/bindings";
import { text } from "~/text";
import { errorSentence, errorWords } from "./errorWords";

it.each(Object.keys(text.errors) as ErrorCode[])("%s says something, with and without a subject", (code) => {
  for (const subject of [null, "ewc.example.org:8445"]) {
    const words = errorWords({ code, subject, detail: null });
    expect(words.says).toMatch(/^\S.*\.$/u);
    expect(words.says + words.check).not.toMatch(/undefined|null|\{|  /u);
  }
});

it("names the server where the failure is about one", () => {
  expect(errorWords({ code: "timed_out", subject: "cct.example.org:9084", detail: null }).says).toContain("cct.example.org:9084");
});
it("tells the reason behind an action that is not possible", () => {
  expect(errorWords({ code: "not_possible", subject: null, detail: "reason_needed" }).says).toBe(text.states.whyNot.reason_needed);
});
it("puts the server's code after the sentence", () => {
  const sentence = errorSentence({ code: "server_error", subject: "The chat server", detail: "500" });
  expect(sentence).toMatch(/^The chat server refused it \(500\)\. /u);
});
