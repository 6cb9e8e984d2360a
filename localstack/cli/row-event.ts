import type { Named } from '../../core/draft.ts';
import { isNamed, setOwn } from '../../core/draft.ts';
import { contentEventId } from '../../core/event-id.ts';
import { envelopeNames, rawNameOf } from '../../core/vocabulary.ts';
import type { Transport } from './mapping.ts';

/** Names at the top of an event as clients send it; every other column is a property. */
const ENVELOPE: ReadonlySet<string> = new Set([...envelopeNames].map(name => rawNameOf.get(name) ?? name));

/**
 * Makes the native event of a row: envelope names at the top, other columns under `properties`, NULL left out. Without an
 * `event_id` it gets one made from its content.
 * @param values in the order of the columns, and the ordinal among equal rows last
 */
export function eventOfRow(values: readonly unknown[], columns: readonly Transport[]): Named {
  const event: Named = {};
  const properties: Named = {};
  columns.forEach(({ name, json }, index) => {
    const value = json ? parsed(values[index]) : finite(values[index]);
    if (value === null || value === undefined) return;
    if (name === 'properties' && isNamed(value))
      for (const key of Object.keys(value)) setOwn(properties, key, value[key]);
    else setOwn(ENVELOPE.has(name) ? event : properties, name, value);
  });
  if (Object.keys(properties).length > 0) event.properties = properties;
  event.event_id ??= contentEventId(event, Number(values[columns.length]));
  return event;
}

// JSON has no NaN and no Infinity: as text they are refused with a reason, as null they would be lost
const finite = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const document = json(value);
  // a VARCHAR column that holds JSON arrives as a JSON string
  return typeof document === 'string' ? json(document) : document;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
