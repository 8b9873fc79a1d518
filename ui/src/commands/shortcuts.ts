// Which combination does what: the defaults, and what the settings change.
import { matches, parseCombo, shown, type Combo, type Press } from "./combo";

export const DEFAULTS = {
  palette: "Ctrl+K",
  shortcuts: "?",
  accept_offer: "F2",
  next_due: "Ctrl+ArrowDown",
  contact_by_place: "Alt+1",
  toggle_ready: "Alt+R",
  switch_audience: "Alt+W",
  focus_composer: "Alt+M",
  push_page: "Alt+P",
  close_contact: "Alt+C",
  toggle_customer: "Alt+I",
} as const;

export type ActionId = keyof typeof DEFAULTS;
export const ACTIONS = Object.keys(DEFAULTS) as ActionId[];
export const PLACES = 9;

export class Shortcuts {
  readonly #combos: Map<ActionId, Combo>;

  constructor(changed: { [action in string]?: string }) {
    this.#combos = new Map(
      ACTIONS.flatMap((action) => {
        // An unreadable change leaves the default: an agent must never lose a key by a slip in a file.
        const combo = parseCombo(changed[action] ?? "") ?? parseCombo(DEFAULTS[action]);
        return combo === null ? [] : [[action, combo] as const];
      }),
    );
  }

  keys(action: ActionId): string {
    const combo = this.#combos.get(action);
    if (combo === undefined) return "";
    return action === "contact_by_place" ? `${shown({ ...combo, key: "1" })}–${PLACES}` : shown(combo);
  }

  /** The combination for the contact at a place, from 1. */
  placeKeys(place: number): string {
    const combo = this.#combos.get("contact_by_place");
    return combo === undefined || place > PLACES ? "" : shown({ ...combo, key: String(place) });
  }

  find(press: Press): { action: ActionId; place: number } | null {
    for (const [action, combo] of this.#combos) {
      if (action !== "contact_by_place") {
        if (matches(combo, press)) return { action, place: 0 };
        continue;
      }
      for (let place = 1; place <= PLACES; place += 1) {
        if (matches({ ...combo, key: String(place) }, press)) return { action, place };
      }
    }
    return null;
  }
}

/** A combination without Ctrl, Alt or a function key is text while one writes. */
export function isText(press: Press): boolean {
  return !press.ctrlKey && !press.altKey && !press.metaKey && press.key.length === 1;
}
