// Whether two conversations fit beside each other, each wide enough to read and to write in.

/** Of the two together, in units of the text's size. */
const LEAST = 54;

export function hasRoomForTwo(width: number): boolean {
  const unit = typeof document === "undefined" ? 14 : parseFloat(getComputedStyle(document.documentElement).fontSize);
  return width >= LEAST * unit;
}
