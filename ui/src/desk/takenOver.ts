// Whether the owner of a chat has it by a barge: the roles alone look the same in a conference.
import type { TimelineItem } from "~/api/generated/bindings";

/** The last change of ownership was a barge, as far as rows are loaded. */
export function isByBarge(items: readonly TimelineItem[]): boolean {
  const last = items.findLast(
    ({ content }) => content.kind === "event" && (content.event === "supervisor_barged" || content.event === "owner_changed"),
  );
  return last?.content.kind === "event" && last.content.event === "supervisor_barged";
}
