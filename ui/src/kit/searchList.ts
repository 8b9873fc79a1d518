// Moving through a list of options with the keyboard, the same in every list of the window.

export function moveActive(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowDown":
      return active >= count - 1 ? 0 : active + 1;
    case "ArrowUp":
      return active <= 0 ? count - 1 : active - 1;
    case "PageDown":
      return Math.min(count - 1, active + 8);
    case "PageUp":
      return Math.max(0, active - 8);
    default:
      return null;
  }
}

/** Every word of the query must be found in the text, in any order. */
export function matchesWords(query: string, text: string): boolean {
  const found = fold(text);
  return fold(query).split(/\s+/).every((word) => found.includes(word));
}

/** Small letters without accents, so that `sao` finds `São`. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
