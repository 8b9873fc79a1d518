// How old the board's data is, and from when on that must be seen.

/** Three questions of five seconds without an answer. */
export const OLD_AFTER = 15;

export interface Age {
  seconds: number;
  old: boolean;
}

export function ageOf(at: number, now: number): Age {
  const seconds = Math.max(0, Math.floor((now - at) / 1000));
  return { seconds, old: seconds > OLD_AFTER };
}
