import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Masking } from '../../core/mask-text.ts';
import { maskText } from '../../core/mask-text.ts';

const masking = (phones: Masking['phones']): Masking => ({ replace: (_found, kind) => `[${kind}]`, phones });
const masked = (text: string): string => maskText(text, masking('all'));

const FOUND: [string, string][] = [
  ['write to anna@example.com!', 'write to [email]!'],
  ['anna.b+news@mail.example.co.uk.', '[email].'],
  ['<ANNA_B@EXAMPLE.COM>', '<[email]>'],
  ['иван@пример.рф', '[email]'],
  ['müller@bücher.de', '[email]'],
  ['user@xn--bcher-kva.example', '[email]'],
  ['https://x.test/?mail=anna%40example.com&a=1', 'https://x.test/?mail=[email]&a=1'],
  ['a@example.com,b@example.com', '[email],[email]'],
  ['mailto:anna@example.com', 'mailto:[email]'],
  ['pay 4111 1111 1111 1111 now', 'pay [card] now'],
  ['5555-5555-5555-4444', '[card]'],
  ['call +62 812 3456 7890', 'call [phone]'],
  ['+1 (555) 555-0123 or +44 20 7946 0958', '[phone] or [phone]'],
  ['+49 (0)30 901820', '[phone]'],
  ['0044 20 7946 0958', '[phone]'],
  ['whatsapp 0812-3456-7890 ya', 'whatsapp [phone] ya'],
  ['(021) 555 0123', '[phone]'],
  ['(555) 555-0123', '[phone]'],
  ['628123456789', '[phone]'],
  ['anna@example.com 4111111111111111 +6281234567890', '[email] [card] [phone]'],
];

describe('free text masks', () => {
  for (const [text, clean] of FOUND) test(text, () => expect(masked(text)).toBe(clean));
});

const KEPT = [
  'good game @ all',
  'meet @anna at 10:30',
  'score 1,234,567 in 12.5 s',
  '2026-03-01T10:00:00.000Z',
  '01-03-2026 10:00',
  '127.0.0.1:8080',
  '0b8f9a52-5c5e-4f0e-9a53-6c0f5a3c7a11',
  'level 12345678',
  'a@b',
  '@@@@',
  '',
];

describe('free text keeps', () => {
  for (const text of KEPT) test(`'${text}'`, () => expect(masked(text)).toBe(text));
});

test('national telephone numbers are looked for on request only, and versions have none', () => {
  expect(maskText('0812-3456-7890', masking('international'))).toBe('0812-3456-7890');
  expect(maskText('+6281234567890', masking('international'))).toBe('[phone]');
  expect(maskText('+6281234567890', masking('none'))).toBe('+6281234567890');
  expect(maskText('a@example.com 4111111111111111', masking('none'))).toBe('[email] [card]');
});

test('the replacement is told what was found', () => {
  const seen: string[] = [];
  maskText('a@example.com 4111111111111111 +6281234567890', {
    phones: 'all',
    replace: (found, kind) => {
      seen.push(`${kind} ${found}`);
      return '';
    },
  });
  expect(seen).toEqual(['email a@example.com', 'card 4111111111111111', 'phone +6281234567890']);
});

const word = fc.stringMatching(/^[a-z]{0,8}$/);
const around = fc.constantFrom(' ', ', ', '\n', '(', '"', ': ', '; ');
const SECRETS = [
  'anna.planted@example.com',
  '4111 1111 1111 1111',
  '378282246310005',
  '+6281234567890',
  '+14155550123',
];

test('what is planted among words never survives, and the words do', () => {
  const texts = fc.array(fc.tuple(word, around, fc.constantFrom(...SECRETS), around, word), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(texts, parts => {
      const clean = masked(parts.map(part => part.join('')).join(' and '));
      for (const secret of SECRETS) expect(clean).not.toContain(secret);
      for (const [first, , , , last] of parts) {
        expect(clean).toContain(first);
        expect(clean).toContain(last);
      }
    }),
  );
});

const noise = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '@',
        '%40',
        '.',
        '-',
        ' ',
        '+',
        '00',
        '0812',
        '4111',
        '1111',
        '(',
        ')',
        'example.com',
        'a',
        'é',
        '62',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 25 },
  )
  .map(parts => parts.join(''));

test('masking a masked text changes nothing', () => {
  fc.assert(
    fc.property(noise, fc.constantFrom('all' as const, 'international' as const, 'none' as const), (text, phones) => {
      const once = maskText(text, masking(phones));
      expect(maskText(once, masking(phones))).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test('no text takes long', () => {
  const started = performance.now();
  for (const part of ['@', 'a@', 'a.', 'a@a.', '+1 ', '0 1', '(', '%40', '1-', '4111 '])
    masked(part.repeat(Math.ceil(8192 / part.length)));
  expect(performance.now() - started).toBeLessThan(1500);
});
