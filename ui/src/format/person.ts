// How a person is drawn where there is no picture: initials and one of eight hues, always the same for a name.

/** `Maria Rossi` → `MR`, `jo.murphy@example.org` → `JM`, `+1 469 720` → `+1`. */
export function initials(name: string): string {
  const trimmed = name.trim();
  if (/^\+?\d/.test(trimmed)) return trimmed.replace(/[^+\d]/g, "").slice(0, 2);
  const local = trimmed.includes("@") ? (trimmed.split("@")[0] ?? trimmed) : trimmed;
  const words = local.split(/[\s._-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : undefined]
    .map((word) => (word === undefined ? "" : (Array.from(word.match(/[\p{L}\p{N}]/u) ?? [])[0] ?? "")))
    .join("");
  return letters === "" ? "?" : letters.toLocaleUpperCase();
}

export const HUES = 8;

export function hue(name: string): number {
  let sum = 7;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}

/** What to call someone on a button: the given name of a name, all of anything else. */
export function shortName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.includes("@") || /^\+?\d/.test(trimmed)) return trimmed;
  return trimmed.split(/\s+/)[0] ?? trimmed;
}
