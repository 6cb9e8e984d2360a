/** Countries with what follows from living there; `offset` in hours east of UTC. */
export const COUNTRIES = [
  { weight: 24, country: 'ID', locale: 'id-ID', language: 'id', offset: 7, currency: 'IDR' },
  { weight: 22, country: 'US', locale: 'en-US', language: 'en', offset: -6, currency: 'USD' },
  { weight: 10, country: 'JP', locale: 'ja-JP', language: 'en', offset: 9, currency: 'JPY' },
  { weight: 10, country: 'BR', locale: 'pt-BR', language: 'en', offset: -3, currency: 'USD' },
  { weight: 9, country: 'DE', locale: 'de-DE', language: 'en', offset: 1, currency: 'EUR' },
  { weight: 9, country: 'PH', locale: 'en-PH', language: 'en', offset: 8, currency: 'USD' },
  { weight: 6, country: 'FR', locale: 'fr-FR', language: 'en', offset: 1, currency: 'EUR' },
  { weight: 5, country: 'ES', locale: 'es-ES', language: 'en', offset: 1, currency: 'EUR' },
] as const;

export type Home = (typeof COUNTRIES)[number];
export type Currency = Home['currency'];

/** Platforms; a client without session ids leaves sessions to the lake. */
export const PLATFORMS = [
  {
    weight: 52,
    platform: 'android',
    engine: 'unity-6.2',
    store: 'google_play',
    devices: ['Pixel 9', 'SM-A556', 'Redmi Note 14', 'Infinix X6837'],
  },
  {
    weight: 30,
    platform: 'ios',
    engine: 'unity-6.2',
    store: 'app_store',
    devices: ['iPhone 15', 'iPhone 13', 'iPad Air'],
  },
  { weight: 10, platform: 'windows', engine: 'unreal-5.6', store: 'steam', devices: ['PC', 'Steam Deck'] },
  { weight: 8, platform: 'web', engine: 'godot-4.5', store: 'web_shop', devices: ['Chrome', 'Firefox'] },
] as const;

export type Machine = (typeof PLATFORMS)[number];

export const SOURCES = [
  { weight: 46, source: 'organic' },
  { weight: 22, source: 'video_ads' },
  { weight: 16, source: 'social' },
  { weight: 10, source: 'influencer' },
  { weight: 6, source: 'cross_promotion' },
] as const;

/** How much is played in each local hour of the day. */
export const HOURS: readonly { weight: number; hour: number }[] = [
  3, 2, 1, 1, 1, 1, 2, 4, 5, 5, 5, 6, 8, 7, 6, 6, 7, 8, 10, 12, 13, 12, 9, 5,
].map((weight, hour) => ({ weight, hour }));

/** Prices of the six gem packs in minor units: the rupiah has two decimals in ISO 4217, the yen has none. */
export const PRICES: Record<Currency, readonly number[]> = {
  USD: [99, 499, 999, 1999, 4999, 9999],
  EUR: [109, 549, 1099, 2199, 5499, 10999],
  IDR: [1_500_000, 7_900_000, 15_900_000, 32_900_000, 79_900_000, 159_900_000],
  JPY: [160, 800, 1600, 3200, 8000, 16_000],
};
export const GEMS = [80, 500, 1200, 2500, 6500, 14_000] as const;

export const SERVERS = ['sgp-1', 'fra-1'] as const;
export const MAPS = ['canyon', 'harbour', 'ruins', 'orbit'] as const;

/** The version released `days` after the studio's first day: a new one each week. */
export function versionAfter(days: number): string {
  const release = Math.max(0, Math.floor((days + 1) / 7));
  return `1.${4 + Math.floor(release / 2)}.${release % 2}`;
}
