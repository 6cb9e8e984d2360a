import type { Contract, Property } from './contract.ts';
import { titleOf } from './contract.ts';
import type { Field, Vocabulary } from './fields.ts';

/** A table of the lake; `contract` is absent where the table follows from another. */
export type Table = {
  name: string;
  purpose: string;
  usage: string;
  properties: readonly Property[];
  grain: readonly string[];
  grain_description: string;
  partition?: string;
  contract?: Contract;
};

const POSITION = ['region', 'shard', 'sequence', 'event_index'];

/** Known of every event, refused or not. */
const KNOWN = ['game', 'received_at', 'delivery_id', 'protocol', 'history', ...POSITION];

const ENVELOPE =
  `game event_id event_type player_key secret_version client_time sent_at received_at event_time event_date
  session_id platform app_version country locale device_model engine environment acquisition_source attributes
  contract_version drift fingerprint delivery_id protocol history region shard sequence event_index`.split(/\s+/);

/** Columns of bronze that silver.events does without: they tell about the request, not about the event. */
const OF_THE_REQUEST = ['delivery_id', 'protocol', 'sent_at', 'history'];

const REFUSAL = ['reason', 'pointer', 'message', 'payload'];

const BEFORE_SILVER = {
  'bronze.events': {
    purpose: 'Every event that passed the pipeline, exactly as often as the stream held it.',
    usage:
      'Append only, the source silver.events is rebuilt from. Repeated positions and repeated events are still in it: count in silver.',
  },
  'quarantine.events': {
    purpose: 'Events that broke their contract, with the reason, kept for replay.',
    usage: 'Look here when a client release loses events; repair the client or the contract, then replay.',
  },
  'late.events': {
    purpose: 'Events that arrived after their day was closed, kept for replay.',
    usage: 'Look here when offline players are missing; replay as trusted history to count them after all.',
  },
};

/** Lists the lake's tables: the zones before silver from the vocabulary, the others from their contracts. */
export function tablesOf(stored: readonly Contract[], fields: Vocabulary): Table[] {
  const silver = stored.find(contract => titleOf(contract) === 'silver.events');
  if (!silver) throw new Error('glue/contracts/silver/events.odcs.yaml is missing: bronze follows from it');
  const names = eventColumns(fields);
  agree(silver, names);
  return [
    { ...zoneBefore('bronze.events', fields, names), properties: bronzeProperties(silver, fields, names) },
    zoneBefore('quarantine.events', fields, [...names, ...REFUSAL]),
    zoneBefore('late.events', fields, [...names, ...REFUSAL]),
    ...stored.map(ofContract),
  ];
}

/** Columns of an event table, in order. */
const eventColumns = (fields: Vocabulary): string[] => [
  ...ENVELOPE,
  ...[...fields.values()]
    .filter(field => field.sent === 'property' || field.name === 'amount_usd')
    .map(({ name }) => name),
];

function zoneBefore(name: keyof typeof BEFORE_SILVER, fields: Vocabulary, columns: readonly string[]): Table {
  const required = [...KNOWN, ...(name === 'bronze.events' ? [] : ['reason', 'payload'])];
  return {
    name,
    ...BEFORE_SILVER[name],
    properties: columns.map(column => ({ field: known(fields, column), required: required.includes(column) })),
    grain: POSITION,
    grain_description: 'One row per received event, by its position',
  };
}

function bronzeProperties(silver: Contract, fields: Vocabulary, names: readonly string[]): Property[] {
  const required = new Set([...KNOWN, ...silver.properties.filter(p => p.required).map(p => p.field.name)]);
  return names.map(name => ({ field: known(fields, name), required: required.has(name) }));
}

const ofContract = (contract: Contract): Table => ({
  name: titleOf(contract),
  purpose: contract.purpose,
  usage: contract.usage,
  properties: contract.properties,
  grain: contract.key,
  grain_description: contract.grain_description,
  ...(contract.partition ? { partition: contract.partition } : {}),
  contract,
});

function agree(silver: Contract, names: readonly string[]): void {
  const listed = silver.properties.map(property => property.field.name);
  const due = names.filter(name => !OF_THE_REQUEST.includes(name));
  const missing = due.filter(name => !listed.includes(name));
  const extra = listed.filter(name => !due.includes(name));
  if (missing.length > 0)
    throw new Error(`silver.events lacks ${missing.join(', ')}: add what fields.yaml says clients send`);
  if (extra.length > 0) throw new Error(`silver.events has ${extra.join(', ')}, which no event brings: remove it`);
}

function known(fields: Vocabulary, name: string): Field {
  const field = fields.get(name);
  if (!field) throw new Error(`fields.yaml lacks ${name}, a column of every event table: put it back`);
  return field;
}
