import { describe, expect, test } from '@jest/globals';
import { metrics } from '../../lambdas/metrics.ts';
import { exposition, prometheusName } from '../../localstack/metrics/exposition.ts';
import { BACK_METRICS, FRONT_METRICS } from '../../localstack/metrics/names.ts';
import { metricRegistry } from '../../localstack/metrics/registry.ts';
import { routeTo } from '../../localstack/server/routes.ts';
import { parsePrometheus } from '../flow/prometheus.ts';

const shown = (registry: ReturnType<typeof metricRegistry>) => parsePrometheus(exposition(registry.families()));

describe('the laptop’s registry', () => {
  test('adds counters up, and keeps the last value of a gauge', () => {
    const registry = metricRegistry(['events_accepted', 'table_age']);
    registry.measure('events_accepted', 3, { game: 'a' });
    registry.measure('events_accepted', 4, { game: 'a' });
    registry.measure('table_age', 9, { table: 'silver.events' });
    registry.measure('table_age', 2, { table: 'silver.events' });
    expect([...registry.families()].map(({ series }) => series.map(({ value }) => value))).toEqual([[7], [2]]);
  });

  test('a counter never falls', () => {
    const { measure, families } = metricRegistry(['dead_letters']);
    for (const value of [2, -1, Number.NaN]) measure('dead_letters', value);
    expect(families()[0]!.series[0]!.value).toBe(2);
  });

  test('a counter without labels is there before it counts', () =>
    expect(shown(metricRegistry(['dead_letters'])).get('playlake_dead_letters_total')).toMatchObject({
      type: 'counter',
      samples: new Map([['', 0]]),
    }));

  test('ten thousand games share what two hundred series can hold', () => {
    const registry = metricRegistry(['events_accepted']);
    for (let n = 0; n < 10_000; n += 1) registry.measure('events_accepted', 1, { game: `game-${n}` });
    const family = () => registry.families()[0]!;
    expect(family().series.length).toBe(201);
    expect(family().series.find(({ labels }) => labels.game === 'other')!.value).toBe(9800);
    registry.measure('events_accepted', 1, { game: 'game-7' });
    expect(family().series.find(({ labels }) => labels.game === 'game-7')!.value).toBe(2);
  });
});

describe('/metrics', () => {
  test('says seconds where the catalogue says milliseconds, in buckets that hold all below them', () => {
    const registry = metricRegistry(['refine_duration']);
    for (const milliseconds of [3, 3, 700, 900_000]) registry.measure('refine_duration', milliseconds);
    const { type, samples } = shown(registry).get('playlake_refine_duration_seconds')!;
    expect(type).toBe('histogram');
    const at = (key: string) => samples.get(key);
    expect([at('_bucket le="0.0025"'), at('_bucket le="0.005"'), at('_bucket le="1"')]).toEqual([0, 2, 3]);
    expect([at('_bucket le="300"'), at('_bucket le="+Inf"'), at('_count'), at('_sum')]).toEqual([3, 4, 4, 900.706]);
  });

  test('escapes what a label may hold', () => {
    const registry = metricRegistry(['events_accepted']);
    registry.measure('events_accepted', 1, { game: 'a\\b"c\nd' });
    expect(exposition(registry.families()).split('\n')[2]).toBe(
      String.raw`playlake_events_accepted_total{game="a\\b\"c\nd"} 1`,
    );
    expect(() => shown(registry)).not.toThrow();
  });

  test('has every metric of the catalogue that the laptop can tell, each once', () => {
    const names = [...FRONT_METRICS, ...BACK_METRICS];
    const expected = Object.entries(metrics).filter(
      ([, metric]) => ['functions', 'laptop'].includes(metric.source.from) || 'laptop' in metric,
    );
    expect(names.toSorted()).toEqual(expected.map(([name]) => name).toSorted());
    const text = exposition(metricRegistry(names).families());
    expect([...parsePrometheus(text).keys()]).toEqual(names.map(prometheusName));
  });
});

test('a path has the route that the HTTP API would give it', () => {
  const paths = ['/v1/events', '/api/games', '/health', '/', '/v1/events/x', '/anything'];
  const names = paths.map(path => routeTo(path)?.name);
  expect(names).toEqual(['POST /v1/events', 'ANY /api/{proxy+}', 'GET /health', undefined, undefined, undefined]);
});
