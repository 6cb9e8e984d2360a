import { SECOND } from '../../core/time.ts';
import type { Activity, Turn } from './beat.ts';
import { CHAT, ERRORS, LEAKS, REVIEWS } from './words.ts';
import { MAPS } from './world.ts';

/** What players do in a session, by weight. */
export const ACTIVITIES: readonly { weight: number; play: Activity }[] = [
  { weight: 38, play: playLevel },
  { weight: 20, play: playMatch },
  { weight: 10, play: spendGold },
  { weight: 14, play: watchAd },
  { weight: 8, play: chat },
  { weight: 4, play: customise },
  { weight: 2, play: meetError },
  { weight: 0.6, play: review },
];

function playLevel({ player, progress, at, random }: Turn) {
  const cheats = player.archetype.name === 'cheater';
  const duration_seconds = cheats ? random.int(2, 6) : random.int(25, 90);
  const passed = cheats || random.chance(Math.max(0.35, 0.85 - progress.level * 0.01));
  const { level: number, attempt } = progress;
  const level = `world-${1 + Math.floor(number / 10)}/level-${1 + (number % 10)}`;
  const end = at + duration_seconds * SECOND;
  progress.level += passed ? 1 : 0;
  progress.attempt = passed ? 1 : attempt + 1;
  const score = passed ? random.int(500, 2000) * (cheats ? 50 : 1) : random.int(0, 600);
  const progression_status = passed ? 'complete' : random.pick(['fail', 'fail', 'abandon']);
  const begun = { progression_status: 'start', level, attempt, difficulty: random.pick(['normal', 'hard']) };
  return [
    { at, event_type: 'progression', properties: begun },
    { at: end, event_type: 'progression', properties: { progression_status, level, attempt, score, duration_seconds } },
    ...(passed ? [{ at: end + 1, event_type: 'resource', properties: rewardOf(number, level) }] : []),
  ];
}

const rewardOf = (number: number, item_id: string) => ({
  resource_flow: 'source',
  resource_currency: 'gold',
  resource_amount: 20 + 5 * (number % 10),
  item_type: 'level_reward',
  item_id,
});

function playMatch({ player, at, random }: Turn) {
  const cheats = player.archetype.name === 'cheater';
  const seconds = random.int(60, 240);
  const match = {
    match_id: `m-${random.int(1e8, 1e9 - 1)}`,
    game_mode: random.pick(['casual', 'ranked']),
    map: random.pick(MAPS),
    team: random.pick(['red', 'blue']),
    result: cheats ? 'win' : random.pick(['win', 'loss', 'loss', 'win', 'draw', 'abandoned']),
    rank: cheats ? 1 : random.int(1, 8),
    score: Math.round(random.logNormal(900, 0.5)) * (cheats ? 30 : 1),
    kills: cheats ? random.int(60, 99) : random.int(0, 15),
    deaths: cheats ? 0 : random.int(0, 12),
    assists: random.int(0, 9),
    duration_seconds: seconds + random.int(0, 9) / 10,
  };
  return [
    {
      at: at + seconds * SECOND,
      event_type: 'match_end',
      properties: match,
      attributes: { region: random.pick(['sgp', 'fra']), party: random.chance(0.3) },
    },
  ];
}

function spendGold({ at, random }: Turn) {
  const [item_id, resource_amount, resource_currency] = random.pick([
    ['sword-2', 150, 'gold'],
    ['potion', 25, 'gold'],
    ['skin-neon', 400, 'gems'],
    ['revive', 10, 'gems'],
  ] as const);
  return [
    {
      at,
      event_type: 'resource',
      properties: { resource_flow: 'sink', resource_currency, resource_amount, item_type: 'shop', item_id },
    },
  ];
}

function watchAd({ player, at, random }: Turn) {
  if (player.archetype.buys > 0.1) return [];
  const ad_format = random.pick(['rewarded', 'rewarded', 'interstitial', 'banner']);
  const ad_revenue_micros = Math.round(random.logNormal(ad_format === 'banner' ? 300 : 6000, 0.7));
  const ad = {
    ad_network: random.pick(['admob', 'unity', 'applovin']),
    ad_placement: 'end_of_level',
    ad_format,
    ad_revenue_micros,
  };
  return [
    {
      at,
      event_type: 'ad_impression',
      properties: { ...ad, currency: player.home.currency === 'EUR' ? 'EUR' : 'USD' },
    },
  ];
}

function chat({ player, at, random }: Turn) {
  const { language } = player.home;
  const body = random.chance(0.03) ? random.pick(LEAKS) : random.pick(CHAT[language]);
  return [{ at, event_type: 'chat_message', properties: { body, channel: random.pick(['team', 'global']), language } }];
}

function customise({ at, random }: Turn) {
  return [
    {
      at,
      event_type: 'custom',
      properties: {
        custom_name: random.pick(['pet_adopted', 'avatar_changed', 'photo_taken']),
        custom_value: random.int(1, 5),
      },
    },
  ];
}

function meetError({ at, random }: Turn) {
  return [
    {
      at,
      event_type: 'error',
      properties: { severity: random.pick(['warning', 'error']), ...random.pick(ERRORS), crash: false },
    },
  ];
}

function review({ player, at, random }: Turn) {
  return [{ at, event_type: 'review', properties: { ...random.pick(REVIEWS), review_source: player.machine.store } }];
}
