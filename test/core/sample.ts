import type { DeliveryFacts, ProcessedEvent } from '../../core/delivery.ts';
import type { Draft, Named, Step } from '../../core/draft.ts';
import { timeBounds } from '../../core/limits.ts';
import { parseRates } from '../../core/money.ts';
import type { PipelineSettings } from '../../core/pipeline.ts';
import { eventPipeline } from '../../core/pipeline.ts';

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** When every request of these tests was received. */
export const RECEIVED = Date.UTC(2026, 2, 1, 10);

export const settings: PipelineSettings = {
  secret: { version: 3, key: '0b'.repeat(32) },
  offset_minutes: 0,
  rates: parseRates('date,currency,usd_per_unit\n2026-01-01,EUR,1.08\n2026-01-01,JPY,0.0064\n'),
  ...timeBounds,
};

export const facts = (changes: Partial<DeliveryFacts> = {}): DeliveryFacts => ({
  delivery_id: 'delivery-1',
  game: 'space-miner',
  region: 'local',
  protocol: 'native',
  received_at: RECEIVED,
  history: false,
  ...changes,
});

/** A valid event as a client sends it. */
export const event = (changes: Named = {}): Named => ({
  event_id: 'e-1',
  event_type: 'custom',
  player_id: 'anna-4711',
  client_time: '2026-03-01T09:59:00.000Z',
  properties: { custom_name: 'pet_adopted' },
  ...changes,
});

/** The whole pipeline, with settings and facts as above unless changed. */
export const processed = (sent: unknown, changes: Partial<DeliveryFacts> = {}): ProcessedEvent =>
  eventPipeline(settings)(sent, facts(changes));

/** A draft of an event as the careful steps get it. */
export const draft = (event: unknown, row: Draft['row'] = {}, changes: Partial<DeliveryFacts> = {}): Draft => ({
  event,
  facts: facts(changes),
  row,
  plain: false,
});

/** What one step makes of an event, as it hands it on. */
export function after(step: Step, sent: unknown, row: Draft['row'] = {}): Draft {
  const result = step(draft(sent, row));
  if (result.fate !== 'ok') throw new Error(`the step refused the event: ${result.reason} ${result.message}`);
  return result.value;
}
