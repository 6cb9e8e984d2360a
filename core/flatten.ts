import { canonicalJson } from './canonical-json.ts';
import type { Named } from './draft.ts';
import { isNamed, setOwn } from './draft.ts';
import type { EventRow } from './event-table.ts';
import { limits } from './limits.ts';
import { describe, pointerOf } from './refusals.ts';
import type { Refusal } from './result.ts';
import { quarantined } from './result.ts';
import type { KnownContract } from './vocabulary.ts';
import { envelopeNames } from './vocabulary.ts';

/** Top-level names that are columns of their own; the others are unpacked, or read by the clock. */
const COLUMNS: ReadonlySet<string> = new Set(
  [...envelopeNames].filter(name => !['attributes', 'client_time'].includes(name)),
);

/**
 * Writes a valid event's fields into the row: what its contract knows into columns, the rest into `attributes`, counted as `drift`.
 * On a clash of names explicit attributes win over properties, and these over unknown names beside them.
 */
export function flatten({
  event,
  row,
  contract,
}: {
  event: Named;
  row: EventRow;
  contract: KnownContract;
}): Refusal | undefined {
  const strangers: Named = {};
  let drift = 0;
  for (const name in event) {
    if (COLUMNS.has(name)) row[name] = event[name] as EventRow[string];
    else if (name !== 'properties' && !envelopeNames.has(name)) {
      drift += 1;
      setOwn(strangers, name, event[name]);
    }
  }
  const properties = (event.properties ?? {}) as Named;
  for (const name in properties) {
    const value = properties[name];
    const greatest = contract.properties.get(name);
    if (greatest === undefined) {
      drift += 1;
      setOwn(strangers, name, value);
    } else if (typeof value === 'number' && Math.abs(value) > greatest) return tooLarge(name, greatest);
    else row[name] = value as EventRow[string];
  }
  row.drift = drift;
  return attributesOf({ explicit: event.attributes, strangers, row });
}

type Attributes = { explicit: unknown; strangers: Named; row: EventRow };

function attributesOf({ explicit, strangers, row }: Attributes): Refusal | undefined {
  row.attributes = null;
  if (explicit === undefined && row.drift === 0) return undefined;
  const all: Named = {};
  for (const name of Object.keys(strangers)) setOwn(all, name, asText(strangers[name]));
  for (const [name, value] of Object.entries((explicit ?? {}) as Named)) {
    if (typeof value === 'object') {
      return quarantined(
        'wrong_type',
        `/attributes${pointerOf([name])}`,
        `an attribute must be text, a number or a boolean, got ${describe(value)}`,
      );
    }
    setOwn(all, name, value);
  }
  const count = Object.keys(all).length;
  if (count > limits.attributes) {
    return quarantined(
      'too_many_attributes',
      '/attributes',
      `the event has ${count} attributes, names its contract does not know included: send at most ${limits.attributes}`,
    );
  }
  if (count > 0) row.attributes = canonicalJson(all);
  return undefined;
}

const asText = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? canonicalJson(value) : value;

const tooLarge = (name: string, greatest: number): Refusal =>
  quarantined('out_of_range', `/properties/${name}`, `${name} must be between -${greatest} and ${greatest}`);

/** The event without properties that are null: null means absent. Copies only what has one. */
export function withoutNulls(event: Named): Named {
  let clean = dropNulls(event);
  for (const name of ['properties', 'attributes']) {
    const inner = clean[name];
    if (!isNamed(inner)) continue;
    const cleaned = dropNulls(inner);
    if (cleaned !== inner) clean = { ...clean, [name]: cleaned };
  }
  return clean;
}

function dropNulls(object: Named): Named {
  for (const name in object) {
    if (object[name] === null) return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
  }
  return object;
}
