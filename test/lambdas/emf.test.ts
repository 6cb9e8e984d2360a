import { expect, test } from '@jest/globals';
import { emfRecorder } from '../../lambdas/emf.ts';
import { memoryClock } from '../memory-ports.ts';

function recording(every_ms = 0) {
  const clock = memoryClock();
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  return { ...emfRecorder({ service: 'collect', now: clock.now, write, every_ms }), clock, lines };
}

test('values are written as CloudWatch reads them: by name and unit, the service as a dimension', () => {
  const { measure, flush, lines } = recording();
  measure('dead_letters', 2);
  measure('refine_duration', 1500);
  flush();
  expect(lines).toMatchObject([
    {
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: 'Playlake',
            Dimensions: [['service']],
            Metrics: [
              { Name: 'dead_letters', Unit: 'Count' },
              { Name: 'refine_duration', Unit: 'Milliseconds' },
            ],
          },
        ],
      },
      service: 'collect',
      dead_letters: 2,
      refine_duration: 1500,
    },
  ]);
});

test('counters are added up, games among them; other values are kept each', () => {
  const { measure, flush, lines } = recording();
  measure('events_accepted', 3, { game: 'a' });
  measure('events_accepted', 4, { game: 'b' });
  measure('accounting_difference', 1, { game: 'a' });
  measure('accounting_difference', 0, { game: 'b' });
  flush();
  expect(lines).toMatchObject([{ events_accepted: 7, accounting_difference: [1, 0] }]);
  expect(JSON.stringify(lines)).not.toContain('game');
});

test('values of other dimensions have lines of their own', () => {
  const { measure, flush, lines } = recording();
  measure('events_written', 5, { zone: 'bronze' });
  measure('events_written', 1, { zone: 'late' });
  flush();
  expect(lines.map(({ zone, events_written }) => [zone, events_written])).toEqual([
    ['bronze', 5],
    ['late', 1],
  ]);
});

test('lines are written no more often than asked; nothing is written twice or forgotten', () => {
  const { measure, flush, lines, clock } = recording(5000);
  for (const milliseconds of [0, 1000, 3000, 1500]) {
    clock.advance(milliseconds);
    measure('events_accepted', 1, { game: 'g' });
    flush();
  }
  clock.advance(6000);
  flush();
  expect(lines.map(line => line.events_accepted)).toEqual([1, 3]);
});
