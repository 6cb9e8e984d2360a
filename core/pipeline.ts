import type { DeliveryFacts, ProcessedEvent } from './delivery.ts';
import type { Draft, Step } from './draft.ts';
import { isPlain } from './look.ts';
import type { Rates } from './money.ts';
import type { GameSecret } from './player-key.ts';
import { payloadOf, withKnownFields } from './refused.ts';
import { ok } from './result.ts';
import { boundTime } from './steps/bound-time.ts';
import { convertMoney } from './steps/convert-money.ts';
import { correctClock } from './steps/correct-clock.ts';
import { fingerprint } from './steps/fingerprint.ts';
import { mask } from './steps/mask.ts';
import { pseudonymise } from './steps/pseudonymise.ts';
import { validate } from './steps/validate.ts';

/** What the pipeline needs to know of a game; windows in milliseconds, the offset in minutes east of UTC. */
export type PipelineSettings = {
  secret: GameSecret;
  offset_minutes: number;
  rates: Rates;
  late_window: number;
  future_bound: number;
};

/** Judges one event: a pure function of the event and of what is known of its delivery. Never throws, whatever the event. */
export type ProcessEvent = (event: unknown, facts: DeliveryFacts) => ProcessedEvent;

/** Every event passes these steps, in this order, in the first of our functions that sees it. */
export const eventPipeline = (settings: PipelineSettings): ProcessEvent =>
  processing([pseudonymise(settings), mask(settings), ...judging(settings)], { raw: true });

/** Replays stored payloads: they are pseudonymised already, and go through today's version of every other step. */
export const replayPipeline = ({
  secret_version,
  ...settings
}: PipelineSettings & { secret_version: number }): ProcessEvent =>
  processing([draft => ok(withStoredKey(draft, secret_version)), mask(settings), ...judging(settings)], { raw: false });

const judging = (settings: Omit<PipelineSettings, 'secret'>): Step[] => [
  validate(),
  correctClock(settings),
  boundTime(settings),
  convertMoney(settings),
  fingerprint(),
];

const processing = (steps: readonly Step[], { raw }: { raw: boolean }): ProcessEvent =>
  function processEvent(event, facts) {
    let draft: Draft = { event, facts, row: {}, plain: raw && isPlain(event) };
    for (const step of steps) {
      const result = step(draft);
      if (result.fate !== 'ok') return { ...result, row: withKnownFields(draft), payload: payloadOf(draft.event) };
      draft = result.value;
    }
    return { fate: 'ok', row: draft.row };
  };

function withStoredKey(draft: Draft, secret_version: number): Draft {
  const { player_key } = Object(draft.event) as { player_key?: unknown };
  draft.row.secret_version = secret_version;
  if (typeof player_key === 'string') draft.row.player_key = player_key;
  return draft;
}
