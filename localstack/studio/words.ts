/** What players plant into free text, to be masked before anything is stored: reserved domains, fictional numbers, a test card. */
export const PLANTED = [
  'anna@example.com',
  'budi.santoso@example.org',
  '+1 202 555 0143',
  '4111 1111 1111 1111',
] as const;

/** Chat by language: friendly, neutral, and now and then rude. */
export const CHAT: Record<'en' | 'id', readonly string[]> = {
  en: [
    'good game everyone',
    'anyone up for ranked?',
    'gg wp',
    'push left, they have no shield',
    'that last boss is amazing',
    'one more round?',
    'lag is terrible today',
    'you are useless, uninstall please',
    'worst team ever, so stupid',
    'thanks for the carry',
  ],
  id: [
    'mantap bang',
    'ayo main lagi',
    'makasih ya semua',
    'lag banget hari ini',
    'seru banget levelnya',
    'ada yang mau mabar?',
    'dasar noob, main yang benar',
    'tim bodoh, males ah',
    'tolong jaga base dulu',
    'keren parah',
  ],
};

/** Sentences that carry something planted. */
export const LEAKS: readonly string[] = [
  `add me: ${PLANTED[0]}`,
  `jual akun, email ${PLANTED[1]}`,
  `call me at ${PLANTED[2]}`,
  `my card ${PLANTED[3]} was charged twice`,
];

export const REVIEWS: readonly { rating: number; body: string; language: 'en' | 'id' }[] = [
  { rating: 5, body: 'Lovely game, the levels are just right.', language: 'en' },
  { rating: 4, body: 'Fun with friends, but matchmaking takes long.', language: 'en' },
  { rating: 1, body: 'Crashes on every start since the update. Fix it!', language: 'en' },
  { rating: 5, body: 'Gamenya bagus banget, grafisnya keren.', language: 'id' },
  { rating: 2, body: 'Terlalu banyak iklan, jadi malas main.', language: 'id' },
];

export const ERRORS = [
  { error_code: 'NET_TIMEOUT', error_text: 'connection lost after 30000 ms' },
  { error_code: 'ASSET_MISSING', error_text: 'texture atlas world-3 not found' },
  { error_code: 'LOGIN_REFUSED', error_text: `account ${PLANTED[0]} is not linked` },
] as const;
