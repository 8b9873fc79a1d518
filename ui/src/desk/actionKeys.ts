// The keys of an action, as they stand on the keys, for buttons that do the same.
import type { ShortcutAction } from "~/api/generated/bindings";
import type { Desk } from "./desk.svelte";

/** Empty where the action has none. */
export function actionKeys(desk: Desk, action: ShortcutAction): string {
  return desk.options?.shortcuts[action]?.split("+").join(" ") ?? "";
}
