import { describe, expect, test } from '@jest/globals';
import { eventPipeline, replayPipeline } from '../../core/pipeline.ts';
import { DAY, event, facts, processed, RECEIVED, settings } from './sample.ts';

const iso = (ms: number) => new Date(ms).toISOString();

describe('replay', () => {
  const replay = replayPipeline({ ...settings, secret_version: 1 });
  const late = processed(
    event({ client_time: iso(RECEIVED - 31 * DAY), attributes: { note: 'a@example.com anna-4711' } }),
  );
  if (late.fate === 'ok') throw new Error('the event was taken');

  test('takes a late event once the window is wider, with the key it had', () => {
    const wide = replayPipeline({ ...settings, secret_version: 1, late_window: 60 * DAY });
    const { fate, row } = wide(JSON.parse(late.payload), facts());
    expect(fate).toBe('ok');
    expect(row).toMatchObject({ player_key: late.row.player_key, secret_version: 1, event_date: '2026-01-29' });
  });

  test('gives the same row as if the event had been taken at once', () => {
    const wide = { ...settings, late_window: 60 * DAY };
    const sent = event({ client_time: iso(RECEIVED - 31 * DAY), attributes: { note: 'a@example.com anna-4711' } });
    const atOnce = eventPipeline(wide)(sent, facts());
    expect(replayPipeline({ ...wide, secret_version: 3 })(JSON.parse(late.payload), facts())).toEqual(atOnce);
  });

  test('refuses for the same reason, with the same payload, what is still wrong', () => {
    const { secret_version, ...row } = late.row;
    expect(replay(JSON.parse(late.payload), facts())).toEqual({ ...late, row: { ...row, secret_version: 1 } });
  });
});
