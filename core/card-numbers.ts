import type { Span } from './spans.ts';

const MIN_DIGITS = 13;
const MAX_DIGITS = 19;
const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;
/** Groups of digits with at most one space or dash between them, thirteen digits or more. */
const RUN = /\d(?:[ \u00a0-]?\d){12,}/g;

/** Where the text holds a payment card number: 13 to 19 digits with optional spaces or dashes, a card's first digits, a valid check digit (ISO/IEC 7812). */
export function cardSpans(text: string): Span[] {
  if (text.search(RUN) < 0) return [];
  const searched = text.replace(UUID, uuid => 'u'.repeat(uuid.length));
  return [...searched.matchAll(RUN)]
    .flatMap(({ index, 0: run }) => cardsIn(run).map(({ from, to }) => ({ from: index + from, to: index + to })))
    .filter(span => !isFraction(text, span) && !isHexadecimal(text, span));
}

/** Whether a whole number sent as a number is a card number; beyond 2^53 its last digits are lost, and its first digits decide. */
export function isCardNumber(number: number): boolean {
  if (!Number.isInteger(number) || number < 10 ** (MIN_DIGITS - 1) || number >= 10 ** MAX_DIGITS) return false;
  const digits = BigInt(number).toString();
  return hasCardPrefix(digits) && (!Number.isSafeInteger(number) || passesLuhn(digits));
}

/** Cards made of whole groups of the run, as a card may follow another number. */
function cardsIn(run: string): Span[] {
  const groups = [...run.matchAll(/\d+/g)].map(({ index, 0: digits }) => ({
    from: index,
    to: index + digits.length,
    digits,
  }));
  const spans: Span[] = [];
  for (let first = 0; first < groups.length; first++) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < MAX_DIGITS; last++) {
      digits += groups[last]!.digits;
      if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS || !isCard(digits)) continue;
      spans.push({ from: groups[first]!.from, to: groups[last]!.to });
      first = last;
      break;
    }
  }
  return spans;
}

const isCard = (digits: string): boolean => hasCardPrefix(digits) && passesLuhn(digits);

/** 3 to 6, and of the numbers with 2 those that networks use: compact dates of this century begin with 20. */
const hasCardPrefix = (digits: string): boolean =>
  /^[3-6]/.test(digits) || (/^2(?:20[0-4]|22[1-9]|2[3-9]|[3-6]|7[01]|720)/.test(digits) && digits.length >= 16);

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const digit = digits.charCodeAt(i) - 48;
    sum += double ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit;
  }
  return sum % 10 === 0;
}

/** The digits after a decimal point. */
const isFraction = (text: string, { from }: Span): boolean => /\d\.$/.test(text.slice(Math.max(from - 2, 0), from));

/** Part of a long hexadecimal id, as hashes are. */
function isHexadecimal(text: string, { from, to }: Span): boolean {
  const before = /[0-9a-f]*$/i.exec(text.slice(Math.max(from - 64, 0), from))![0];
  const after = /^[0-9a-f]*/i.exec(text.slice(to, to + 64))![0];
  const whole = before + text.slice(from, to) + after;
  return (
    whole.length >= 20 &&
    /^[0-9a-f]+$/i.test(whole) &&
    /[a-f]/i.test(before + after) &&
    isBounded(text, from - before.length, to + after.length)
  );
}

const isBounded = (text: string, from: number, to: number): boolean =>
  !/[A-Za-z0-9]/.test(text[from - 1] ?? '') && !/[A-Za-z0-9]/.test(text[to] ?? '');
