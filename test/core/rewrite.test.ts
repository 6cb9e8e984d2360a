import { describe, expect, test } from '@jest/globals';
import type { Rewriting } from '../../core/rewrite.ts';
import { rewriteEvent } from '../../core/rewrite.ts';

const shout: Rewriting = { text: text => text.toUpperCase() };
const nothing: Rewriting = { text: text => text };

describe('rewriting', () => {
  test('reaches every text, and leaves the event as it was', () => {
    const event = { a: 'x', b: ['y', { c: 'z' }], n: 1, t: true, o: null };
    expect(rewriteEvent(event, shout)).toEqual({ a: 'X', b: ['Y', { c: 'Z' }], n: 1, t: true, o: null });
    expect(event.b[0]).toBe('y');
  });

  test("tells fields of the event's contract from all else", () => {
    const seen: string[] = [];
    const note = (_value: unknown, name: string, place: string) => void seen.push(`${name} ${place}`) as unknown;
    const event = {
      event_type: 'match_end',
      platform: 'p',
      score: 1,
      shoe: 's',
      properties: { score: 1, platform: 'p', shoe: { score: 1 }, map: ['t'], body: 't', linked_player_key: 'k' },
      attributes: { score: 1 },
    };
    rewriteEvent(event, { text: note, number: note });
    expect(seen).toEqual([
      'event_type known',
      'platform known',
      'score free',
      'shoe free',
      'score known',
      'platform free',
      'score free',
      'map free',
      'body free',
      'linked_player_key known',
      'score free',
    ]);
  });

  test('renames what a client made up only', () =>
    expect(
      rewriteEvent(
        { event_type: 'match_end', platform: 'p', shoe: 1, properties: { score: 1, sock: 2 } },
        { ...nothing, name: name => `${name}!` },
      ),
    ).toEqual({ event_type: 'match_end', platform: 'p', 'shoe!': 1, properties: { score: 1, 'sock!': 2 } }));

  test('never renames the properties themselves, whatever their name looks like', () =>
    expect(rewriteEvent({ properties: {} }, { ...nothing, name: name => name.replace('proper', '*') })).toEqual({
      properties: {},
    }));

  test('lets a property be taken over', () => {
    const taking: Rewriting = {
      ...nothing,
      take: (into, name, value, level) => {
        if (name !== 'id') return false;
        into[`${level}_key`] = `key of ${value}`;
        return true;
      },
    };
    expect(rewriteEvent({ id: 1, properties: { id: 2 }, attributes: { id: 3 } }, taking)).toEqual({
      event_key: 'key of 1',
      properties: { properties_key: 'key of 2' },
      attributes: { free_key: 'key of 3' },
    });
  });

  test('keeps a property named __proto__ a property', () => {
    const out = rewriteEvent(JSON.parse('{"__proto__":{"a":"x"}}'), shout) as object;
    expect(JSON.stringify(out)).toBe('{"__proto__":{"a":"X"}}');
    expect(Object.getPrototypeOf(out)).toBe(Object.prototype);
  });

  test('cuts what is far too deep, whatever the depth', () => {
    const deep = JSON.parse(`${'{"a":['.repeat(50_000)}"secret"${']}'.repeat(50_000)}`);
    const text = JSON.stringify(rewriteEvent(deep, shout));
    expect(text).toContain('[too deep]');
    expect(text).not.toMatch(/secret/i);
    expect(text.length).toBeLessThan(1000);
  });
});
