export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What a moment sent by a client turned out to be: epoch milliseconds, or why it is none. */
export type ParsedTime = { ms: number } | { reason: 'wrong_type' | 'bad_format' | 'invalid_time'; hint: string };

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;
const HINT = 'send ISO 8601 with an offset, like 2026-03-01T10:00:00.000Z, or whole epoch milliseconds';
/** Below this a number of milliseconds lies before 1973: it is a number of seconds. */
const SECONDS_BELOW = 1e11;
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Reads a moment: ISO 8601 text with `Z` or an offset, or epoch milliseconds as an integer. */
export function parseTime(value: unknown): ParsedTime {
  if (typeof value === 'number') return parseEpoch(value);
  if (typeof value === 'string') return parseIso(value);
  return { reason: 'wrong_type', hint: HINT };
}

function parseEpoch(value: number): ParsedTime {
  if (!Number.isInteger(value)) return { reason: 'bad_format', hint: HINT };
  if (Math.abs(value) < SECONDS_BELOW) return { reason: 'invalid_time', hint: 'seconds? send milliseconds' };
  if (value < 0 || value > LAST) return { reason: 'invalid_time', hint: HINT };
  return { ms: value };
}

function parseIso(text: string): ParsedTime {
  if (text === recentTime.text) return recentTime.parsed;
  const parsed = readIso(text);
  recentTime = { text, parsed };
  return parsed;
}
// several steps look at an event's time: the last answer is remembered
let recentTime: { text: string; parsed: ParsedTime } = { text: '', parsed: { reason: 'bad_format', hint: HINT } };

function readIso(text: string): ParsedTime {
  if (!ISO.test(text)) return { reason: 'bad_format', hint: HINT };
  const ms = Date.parse(text);
  if (Number.isNaN(ms) || !dayExists(text)) return { reason: 'invalid_time', hint: 'this day or hour does not exist' };
  return { ms };
}

/** Date.parse takes 30 February for 2 March. */
function dayExists(text: string): boolean {
  const day = Number(text.slice(8, 10));
  if (day <= 28) return true;
  return day <= new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
}

/** The calendar day of a moment, `YYYY-MM-DD`, where the clock reads UTC plus the offset. */
export function dateOf(ms: number, offset_minutes = 0): string {
  const day = Math.floor((ms + offset_minutes * MINUTE) / DAY);
  if (day === recent.day) return recent.date;
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  recent = { day, date };
  return date;
}
// events of a batch share their day: one remembered answer saves most conversions
let recent = { day: 0, date: '1970-01-01' };

/** The hour of a moment in UTC, as ISO 8601: `2026-03-01T10:00:00.000Z`. */
export const hourOf = (ms: number): string => new Date(ms - (((ms % HOUR) + HOUR) % HOUR)).toISOString();
