// Which combination does what: as the settings say, shipped keys included.
import type { OptionsView, ShortcutAction } from "~/api/generated/bindings";
import { matches, parseCombo, shown, type Combo, type Press } from "./combo";

export const PLACES = 9;

export class Shortcuts {
  readonly #combos: ReadonlyMap<ShortcutAction, Combo>;

  constructor(keys: OptionsView["shortcuts"]) {
    const all = Object.entries(keys) as [ShortcutAction, string][];
    this.#combos = new Map(
      all.flatMap(([action, words]) => {
        const combo = parseCombo(words);
        return combo === null ? [] : [[action, combo] as const];
      }),
    );
  }

  /** What has keys, in the order of the settings. */
  get actions(): ShortcutAction[] {
    return [...this.#combos.keys()];
  }

  /** As they stand on the keys; empty where the action has none. */
  keys(action: ShortcutAction): string {
    const combo = this.#combos.get(action);
    if (combo === undefined) return "";
    return action === "contact_by_place" ? `${shown({ ...combo, key: "1" })}–${PLACES}` : shown(combo);
  }

  /** The combination for the contact at a place, from 1. */
  placeKeys(place: number): string {
    const combo = this.#combos.get("contact_by_place");
    return combo === undefined || place > PLACES ? "" : shown({ ...combo, key: String(place) });
  }

  find(press: Press): { action: ShortcutAction; place: number } | null {
    for (const [action, combo] of this.#combos) {
      if (action !== "contact_by_place") {
        if (matches(combo, press)) return { action, place: 0 };
        continue;
      }
      for (let place = 1; place <= PLACES; place += 1) {
        if (matches({ ...combo, key: String(place) }, press)) return { action, place };
      }
    }
    // A habit from other programs; it goes when the administrator takes the list away.
    const asks = press.key === "?" && isText(press) && this.#combos.has("shortcut_list");
    return asks ? { action: "shortcut_list", place: 0 } : null;
  }
}

/** A combination without Ctrl, Alt or a function key is text while one writes. */
export function isText(press: Press): boolean {
  return !press.ctrlKey && !press.altKey && !press.metaKey && press.key.length === 1;
}
