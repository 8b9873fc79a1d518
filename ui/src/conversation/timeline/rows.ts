// Facts about rows beside each other: where a day begins, and which line goes on where the last one stopped.
import type { TimelineItem, TypingView } from "~/api/generated/bindings";
import { dayOf } from "~/format/clock";

const SAME_BREATH = 60_000;

export function beginsDay(item: TimelineItem, before: TimelineItem | undefined): boolean {
  if (item.content.kind === "complete_until") return false;
  return before === undefined || dayOf(before.at) !== dayOf(item.at);
}

/** The same person, to the same readers, within a minute: the name need not be said again. */
export function goesOn(item: TimelineItem, before: TimelineItem | undefined): boolean {
  const now = item.content;
  const last = before?.content;
  if (now.kind !== "line" || last?.kind !== "line" || before === undefined) return false;
  if (now.suggestion !== null) return false;
  const same = now.author === last.author && now.name === last.name && now.audience === last.audience;
  return same && item.at - before.at < SAME_BREATH && !beginsDay(item, before);
}

/** A line that somebody wrote after this moment; events and marks are not news. */
export function isNews(item: TimelineItem): boolean {
  return item.content.kind === "line" || item.content.kind === "page";
}

/** What a timeline shows: everything, or one side of a conversation in two. */
export type Side = "all" | "customer" | "agents";

/** What only agents read stands on their side, and all the rest on the customer's; who comes and goes, on both. */
export function rowsOf(items: readonly TimelineItem[], side: Side): readonly TimelineItem[] {
  if (side === "all") return items;
  return items.filter(({ content }) => {
    if (content.kind === "line" && content.audience === "whisper") return side === "agents";
    return side === "customer" || (content.kind === "event" && OF_AGENTS.has(content.event));
  });
}

const OF_AGENTS: ReadonlySet<string> = new Set(["agent_joined", "agent_left", "owner_changed", "supervisor_barged"]);

export function typingOf(typing: readonly TypingView[], side: Side): readonly TypingView[] {
  return side === "all" ? typing : typing.filter((one) => one.whisper === (side === "agents"));
}
