// A link's state in words: what is shown in the bar, and what its tooltip adds.
import type { LinkState, LinkView } from "~/api/generated/bindings";
import { errorWords } from "~/desk/errorWords";
import { timeWithSecondsOf } from "~/format/clock";
import { secondsLeft } from "~/format/duration";
import type { Tone } from "~/kit/tone";
import { text } from "~/text";

export interface LinkWords {
  tone: Tone;
  /** Empty while all is well. */
  trouble: string;
  more: string[];
}

export function linkWords(link: LinkView, now: number): LinkWords {
  const words = text.agentBar;
  const reconnecting = link.state === "reconnecting";
  const state = text.states.link[link.state];
  const waits = reconnecting && link.retry_at !== null;
  // Down is what nobody wants now, unless there is trouble: then nothing brings it back by itself.
  const stays = link.state === "down" && link.trouble !== null;
  // Without a time for the next attempt nothing is tried until the agent asks for it.
  const waitsForClick = reconnecting && !waits;
  const parts = [waits ? `${state} ${words.retryIn(secondsLeft(link.retry_at ?? now, now))}` : state];
  if (waitsForClick) parts[0] = words.waitsForClick;
  if (waits && link.attempt > 0) parts.push(words.attempt(link.attempt));
  const more = [state];
  if (link.server !== "") more.push(words.linkServer(link.server));
  more.push(words.linkSince(timeWithSecondsOf(link.since)));
  if (link.event_source !== null) more.push(text.states.eventSource[link.event_source]);
  if (link.trouble !== null) {
    const { says, check, detail } = errorWords(link.trouble);
    more.push(...[says, check, detail].filter((line) => line !== ""));
  }
  const tones: Record<LinkState, Tone> = {
    up: link.trouble === null ? "good" : "due",
    down: stays ? "late" : "off",
    connecting: "due",
    reconnecting: "due",
  };
  const tone = tones[link.state];
  return { tone, trouble: link.state === "up" ? "" : parts.join(", "), more };
}
