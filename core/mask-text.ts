import { cardSpans } from './card-numbers.ts';
import type { Span } from './spans.ts';

/** What personal data a text may hold. */
export type Kind = 'email' | 'phone' | 'card';

export type Masking = {
  /** What to write in place of a finding. */
  replace: (found: string, kind: Kind) => string;
  /** Which phone numbers to look for: those with a country code, national ones too (free text), or none (versions). */
  phones: 'international' | 'all' | 'none';
};

const INTERNATIONAL = /(?:\+|\b00)[1-9](?:[ ().-]{0,2}\d){8,14}(?!\d)/g;
const NATIONAL = [
  // a trunk zero, as in 0812-3456-7890 or (021) 555 0123
  /(?<![\dA-Za-z.+-])\(?0[1-9](?:[ ().-]{0,2}\d){7,11}(?![\dA-Za-z])/g,
  // three, three and four digits, as in (555) 555-0123
  /(?<![\dA-Za-z.-])(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?![\dA-Za-z-])/g,
  // Indonesian mobile numbers with their country code but no plus
  /(?<![\dA-Za-z.+-])628\d{7,10}(?![\dA-Za-z])/g,
];
const DATE_LIKE = /^\(?\d{2}[-./ ]\d{2}[-./ ]\d{4}\b/;

/** Replaces e-mail addresses, card numbers and phone numbers in a text. */
export function maskText(text: string, { replace, phones }: Masking): string {
  if (!mayHoldPersonalData(text, phones)) return text;
  let clean = text;
  if (clean.includes('@') || clean.includes('%40'))
    clean = replaceSpans(clean, emailSpans(clean), found => replace(found, 'email'));
  clean = replaceSpans(clean, cardSpans(clean), found => replace(found, 'card'));
  if (phones === 'none') return clean;
  const phone = (found: string): string => (DATE_LIKE.test(found) ? found : replace(found, 'phone'));
  clean = clean.replace(INTERNATIONAL, phone);
  if (phones === 'all') for (const pattern of NATIONAL) clean = clean.replace(pattern, phone);
  return clean;
}

const PHONE_DIGITS = 9;
const CARD_DIGITS = 13;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Space, parentheses, dash, dot and no-break space: what stands between the digits of one number. */
const isSeparator = (code: number): boolean =>
  code === 32 || code === 40 || code === 41 || code === 45 || code === 46 || code === 160;

/**
 * Whether a text can hold anything to mask: an at sign, or as many digits, with at most two separators between each, as a
 * number has that is looked for there.
 */
export function mayHoldPersonalData(text: string, phones: Masking['phones'] = 'all'): boolean {
  const enough = phones === 'none' ? CARD_DIGITS : PHONE_DIGITS;
  let digits = 0;
  let separators = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 64 && code !== 160) {
      if (code === 64) return true;
      digits = 0;
    } else if (isDigit(code)) {
      digits += 1;
      separators = 0;
      if (digits === enough && (phones === 'all' || hasPrefix(text))) return true;
      if (digits === CARD_DIGITS) return true;
    } else if (code === 37 && text.startsWith('40', i + 1)) return true;
    else if (!isSeparator(code) || ++separators > 2) digits = 0;
  }
  return false;
}

/** What an international number begins with; without it, nine digits of an id are no number to mask. */
const hasPrefix = (text: string): boolean => /\+|\b00[1-9]/.test(text);

function replaceSpans(text: string, spans: readonly Span[], replace: (found: string) => string): string {
  let clean = '';
  let at = 0;
  for (const { from, to } of spans) {
    clean += text.slice(at, from) + replace(text.slice(from, to));
    at = to;
  }
  return at === 0 ? text : clean + text.slice(at);
}

const LOCAL = /[\p{L}\p{N}.!#$%'*+^_`~-]{1,64}$/u;
const DOMAIN = /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62}/u;

/** Finds addresses by their at sign and looks a bounded way to either side: linear, whatever the text. */
function emailSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const sign of text.matchAll(/@|%40/g)) {
    const local = LOCAL.exec(text.slice(Math.max(sign.index - 64, spans.at(-1)?.to ?? 0), sign.index));
    const domain = DOMAIN.exec(text.slice(sign.index + sign[0].length, sign.index + sign[0].length + 255));
    if (!local || !domain) continue;
    spans.push({ from: sign.index - local[0].length, to: sign.index + sign[0].length + domain[0].length });
  }
  return spans;
}
