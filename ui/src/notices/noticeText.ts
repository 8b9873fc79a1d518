// One table: what a notice says, how serious it is, and what may be copied from it.
import type { ApiError, Notice } from "~/api/generated/bindings";
import { errorWords } from "~/desk/errorWords";
import { timeWithSecondsOf } from "~/format/clock";
import { text } from "~/text";

export interface NoticeWords {
  tone: "plain" | "late" | "due" | "good";
  title: string;
  lines: string[];
  /** The agent's own words, worth keeping. */
  copy: string | null;
}

const words = text.notices;

export function failedWords(why: ApiError): NoticeWords {
  const { says, check, detail } = errorWords(why);
  const lines = [check, detail === "" ? "" : words.code(detail)].filter((line) => line !== "");
  return { tone: "late", title: says, lines, copy: null };
}

export function settingsWords(problem: string): NoticeWords {
  return { tone: "due", title: words.settings, lines: [problem, words.settingsHint], copy: null };
}

export function noticeWords(notice: Notice, at: number): NoticeWords {
  switch (notice.notice) {
    case "failed":
      return failedWords(notice.why);
    case "restored": {
      const lines = [words.missed(notice.missed_lines)];
      if (notice.not_delivered > 0) lines.push(words.notDelivered(notice.not_delivered));
      const tone = notice.not_delivered > 0 ? "due" : "good";
      return { tone, title: words.restored(timeWithSecondsOf(notice.lost_at), timeWithSecondsOf(at)), lines, copy: null };
    }
    case "contact_gone":
      return { tone: "plain", title: words.contactGone(notice.title), lines: [text.states.offerEnd[notice.end]], copy: null };
    case "undelivered_text":
      return { tone: "due", title: words.undelivered(notice.title), lines: [notice.text], copy: notice.text };
    case "unreadable_frames":
      return { tone: "due", title: words.unreadable(notice.count), lines: [words.unreadableHint], copy: null };
  }
}
