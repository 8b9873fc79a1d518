// Turns an error into the sentences for the agent; the code chooses, the server's own words only follow.
import type { ApiError, WhyNot } from "~/api/generated/bindings";
import { text } from "~/text";

export interface Words {
  says: string;
  check: string;
  /** The server's own words or number. */
  detail: string;
}

export function errorWords(error: ApiError): Words {
  const words = text.errors[error.code];
  if (error.code === "not_possible" && error.detail !== null && error.detail in text.states.whyNot) {
    return { says: text.states.whyNot[error.detail as WhyNot], check: "", detail: "" };
  }
  return { says: words.says(error.subject ?? ""), check: words.check, detail: error.detail ?? "" };
}

/** What happened, with the server's code after the sentence: `The chat server refused it (500).` */
export function saysWithCode({ says, detail }: Words): string {
  return detail === "" ? says : `${says.replace(/\.$/u, "")} (${detail}).`;
}

/** What happened and what to check, on one line. */
export function errorSentence(error: ApiError): string {
  const words = errorWords(error);
  return [saysWithCode(words), words.check].filter((part) => part !== "").join(" ");
}
