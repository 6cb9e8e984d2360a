import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from './contract.ts';
import { readContract } from './contract.ts';
import type { Field, Vocabulary } from './fields.ts';
import { readFields } from './fields.ts';
import type { Table } from './tables.ts';
import { tablesOf } from './tables.ts';

/** Everything the renderings are made of. */
export type Catalog = {
  fields: Vocabulary;
  /** Fields a client may send beside `properties`, in the vocabulary's order. */
  envelope: readonly Field[];
  /** Contracts of what clients send. */
  events: readonly Contract[];
  /** Contracts of silver and gold. */
  stored: readonly Contract[];
  /** Every table of the lake: the zones before silver follow from silver.events. */
  tables: readonly Table[];
};

/** What every event must say, whatever its contract. */
const ALWAYS = ['event_id', 'event_type', 'client_time'];

/** Reads the vocabulary and every contract under the folder. Throws with everything wrong with the first file that is. */
export function readCatalog(folder: string): Catalog {
  const fields = readFields(readFileSync(join(folder, 'fields.yaml'), 'utf8'));
  const events = readZone(folder, 'events', fields);
  const stored = [...readZone(folder, 'silver', fields), ...readZone(folder, 'gold', fields)];
  const envelope = [...fields.values()].filter(field => field.sent === 'envelope');
  const problems = events.flatMap(eventProblems);
  if (problems.length > 0) throw new Error(`glue/contracts/events:\n  ${problems.join('\n  ')}`);
  return { fields, envelope, events, stored, tables: tablesOf(stored, fields) };
}

function readZone(folder: string, zone: Contract['zone'], fields: Vocabulary): Contract[] {
  return readdirSync(join(folder, 'contracts', zone))
    .filter(file => file.endsWith('.odcs.yaml'))
    .sort()
    .map(file => join(folder, 'contracts', zone, file))
    .map(path => readContract(readFileSync(path, 'utf8'), path, fields));
}

function eventProblems({ name, properties }: Contract): string[] {
  const required = new Set(properties.filter(property => property.required).map(property => property.field.name));
  return [
    ...ALWAYS.filter(always => !required.has(always)).map(
      always => `${name} does not require ${always}: every event has it`,
    ),
    ...properties
      .filter(({ field }) => field.sent === 'never')
      .map(({ field }) => `${name} asks clients for ${field.name}, which Playlake makes itself: remove it`),
  ];
}
