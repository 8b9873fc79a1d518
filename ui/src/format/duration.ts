// Lengths of time as an agent reads them at a glance.

const SECOND = 1000;
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** `0:48`, `12:05`, `1:02:09`; never negative, never fractions. */
export function asClock(milliseconds: number): string {
  const total = Math.max(0, Math.floor(milliseconds / SECOND));
  const hours = Math.floor(total / HOUR);
  const minutes = Math.floor((total % HOUR) / MINUTE);
  const seconds = String(total % MINUTE).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}` : `${minutes}:${seconds}`;
}

/** The largest unit that says enough: `less than a minute`, `6 min`, `2 h 5 min`; the words come from the caller. */
export interface DurationWords {
  underMinute: string;
  minutes: (count: number) => string;
  hours: (hours: number, minutes: number) => string;
}

export function inWords(milliseconds: number, words: DurationWords): string {
  const minutes = Math.max(0, Math.floor(milliseconds / SECOND / MINUTE));
  if (minutes === 0) return words.underMinute;
  if (minutes < 60) return words.minutes(minutes);
  return words.hours(Math.floor(minutes / 60), minutes % 60);
}

/** Whole seconds left, rounded up, so that a countdown shows 1 until it is over. */
export function secondsLeft(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / SECOND));
}
