// Applies a change to the loaded rows of a timeline; rows that did not change stay the same objects.
import type { TimelineChange, TimelineItem } from "~/api/generated/bindings";

/** The newest rows that a change's `order` covers. */
export const NEWEST = 200;

export function mergeTimeline(
  items: readonly TimelineItem[],
  change: Pick<TimelineChange, "items" | "order">,
): readonly TimelineItem[] {
  if (change.items.length === 0 && change.order === null) return items;
  const changed = new Map(change.items.map((item) => [item.id, item]));
  return change.order === null ? appended(items, changed) : reordered(items, changed, change.order);
}

function appended(items: readonly TimelineItem[], changed: Map<string, TimelineItem>): readonly TimelineItem[] {
  const next = items.map((item) => {
    const replacement = changed.get(item.id);
    if (replacement === undefined) return item;
    changed.delete(item.id);
    return replacement;
  });
  next.push(...changed.values());
  return next;
}

/**
 * `order` names the newest rows. Rows loaded before the first of them stay, unless the order is shorter than it
 * could be: then it names the whole timeline, and what it leaves out is gone.
 */
function reordered(
  items: readonly TimelineItem[],
  changed: Map<string, TimelineItem>,
  order: readonly string[],
): readonly TimelineItem[] {
  const known = new Map(items.map((item) => [item.id, item]));
  const named = new Set(order);
  let older: readonly TimelineItem[] = [];
  if (order.length >= NEWEST) {
    const first = items.findIndex((item) => named.has(item.id));
    older = first < 0 ? [] : items.slice(0, first);
  }
  const newest = order.flatMap((id) => changed.get(id) ?? known.get(id) ?? []);
  return [...older.map((item) => changed.get(item.id) ?? item), ...newest];
}
