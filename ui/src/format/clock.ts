// Times of day and days, in the system's own way of writing them.

const time = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const timeWithSeconds = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit", second: "2-digit" });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const fullDate = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const fullShort = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export const timeOfDay = (at: number): string => time.format(at);
export const timeWithSecondsOf = (at: number): string => timeWithSeconds.format(at);
export const dateAndTime = (at: number): string => full.format(at);
export const dateAndMinute = (at: number): string => fullShort.format(at);

/** A number that is the same for all moments of one local day. */
export function dayOf(at: number): number {
  const date = new Date(at);
  return date.getFullYear() * 10_000 + (date.getMonth() + 1) * 100 + date.getDate();
}

const DAY = 24 * 60 * 60 * 1000;

export function dayLabel(at: number, now: number, words: { today: string; yesterday: string }): string {
  const day = dayOf(at);
  if (day === dayOf(now)) return words.today;
  if (day === dayOf(now - DAY)) return words.yesterday;
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? weekday.format(at) : fullDate.format(at);
}
