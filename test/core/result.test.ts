import { expect, test } from '@jest/globals';
import { fieldOf } from '../../core/vocabulary.ts';
import { event, processed } from './sample.ts';

test('a refusal fits its columns, whatever the names the client made up', () => {
  for (const name of ['n'.repeat(3000), '\u{1f3ae}'.repeat(1500), `x${'\u{1f3ae}'.repeat(1500)}`, '~/'.repeat(1500)]) {
    const refusal = processed(event({ attributes: { [name]: {} } }));
    if (refusal.fate === 'ok') throw new Error('the event was taken');
    expect(refusal).toMatchObject({ fate: 'quarantined', reason: 'wrong_type' });
    expect(refusal.pointer).toMatch(/^\/attributes\/./);
    expect(refusal.pointer.length).toBeLessThanOrEqual(fieldOf('pointer')!.max_length!);
    expect(refusal.message.length).toBeLessThanOrEqual(fieldOf('message')!.max_length!);
    expect([refusal.pointer, refusal.message].every(text => text.isWellFormed())).toBe(true);
  }
});
