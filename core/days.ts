/** Calendar days as `YYYY-MM-DD`. */
export type Day = string;

const DAY_MS = 86_400_000;

/** The calendar day of an instant (epoch milliseconds) in a reporting offset (minutes east of UTC). */
export const dayOf = (instant: number, offsetMinutes = 0): Day =>
  new Date(instant + offsetMinutes * 60_000).toISOString().slice(0, 10);

/** The day `days` after (before, when negative) the given one. */
export const addDays = (day: Day, days: number): Day => dayOf(Date.parse(day) + days * DAY_MS);

/** Whole days from the first to the second. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Days from `from` to `to`, both included. */
export type Span = { from: Day; to: Day };

/**
 * Covers the given days with as few spans as is sensible: neighbours up to `gap` days apart share one, none is longer than
 * `longest` days (Athena writes at most 100 partitions in a statement).
 */
export function spansOf(days: Iterable<Day>, { gap = 3, longest = 90 } = {}): Span[] {
  const spans: Span[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = spans.at(-1);
    if (last && daysBetween(last.to, day) <= gap && daysBetween(last.from, day) < longest) last.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}
