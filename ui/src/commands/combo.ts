// Key combinations: read from words like `Ctrl+ArrowDown`, compared with a press, shown as on the keys.

export interface Combo {
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  meta: boolean;
  /** A letter, a digit, `?`, or the name of a key as the browser has it (`F2`, `ArrowDown`). */
  key: string;
}

const MODIFIERS = ["Ctrl", "Alt", "Shift", "Meta"];
/** Two keys that the settings spell out, because their signs could not be read there. */
const SIGNS: Record<string, string> = { Plus: "+", Space: " " };

/** Reads what the settings wrote in their one canonical form; absent when it names no key. */
export function parseCombo(words: string): Combo | null {
  const parts = words.split("+").map((part) => part.trim()).filter((part) => part !== "");
  const key = parts.pop();
  if (key === undefined) return null;
  const known = parts.every((part) => MODIFIERS.includes(part));
  if (!known) return null;
  return {
    ctrl: parts.includes("Ctrl"),
    alt: parts.includes("Alt"),
    shift: parts.includes("Shift"),
    meta: parts.includes("Meta"),
    key: SIGNS[key] ?? (key.length === 1 ? key.toLowerCase() : key),
  };
}

export type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey">;

export function matches(combo: Combo, press: Press): boolean {
  if (combo.ctrl !== press.ctrlKey || combo.alt !== press.altKey || combo.meta !== press.metaKey) return false;
  // A sign such as `?` brings its own Shift; a letter or named key does not.
  const sign = combo.key.length === 1 && !/[a-z0-9]/u.test(combo.key);
  if (!sign && combo.shift !== press.shiftKey) return false;
  // With Alt some systems make another sign of a letter or digit; the place on the keyboard stays.
  return press.key.toLowerCase() === combo.key.toLowerCase() || press.code === codeOf(combo);
}

/** Absent where only the sign counts; an on-screen keyboard sends presses with an empty code. */
function codeOf(combo: Combo): string | null {
  if (!combo.alt && !combo.ctrl) return null;
  if (/^[a-z]$/u.test(combo.key)) return `Key${combo.key.toUpperCase()}`;
  return /^\d$/u.test(combo.key) ? `Digit${combo.key}` : null;
}

const SHOWN: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc", " ": "Space" };

export function shown(combo: Combo): string {
  const parts = [combo.ctrl && "Ctrl", combo.alt && "Alt", combo.shift && "Shift", combo.meta && "⌘"].filter(Boolean);
  return [...parts, SHOWN[combo.key] ?? (combo.key.length === 1 ? combo.key.toUpperCase() : combo.key)].join(" ");
}
