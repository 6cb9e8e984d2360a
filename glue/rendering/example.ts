import type { Contract } from './contract.ts';
import type { Field } from './fields.ts';

/** An event as a client sends it. */
export type ExampleEvent = { [name: string]: unknown; properties: { [name: string]: unknown } };

/** What a server does not know. */
const OF_PLAYERS = new Set(['player_key', 'session_id', 'acquisition_source', 'device_model', 'locale']);

/** A full event of the contract, made of each field's example; a server's has no player. */
export function eventExample(contract: Contract, envelope: readonly Field[]): ExampleEvent {
  const ofPlayer = contract.properties.some(({ field, required }) => required && field.name === 'player_key');
  const outer = envelope.filter(field => ofPlayer || !OF_PLAYERS.has(field.name));
  return {
    ...Object.fromEntries(outer.map(sentPair)),
    event_type: contract.name,
    properties: Object.fromEntries(
      contract.properties.filter(({ field }) => field.sent === 'property').map(({ field }) => sentPair(field)),
    ),
  };
}

const sentPair = (field: Field): [string, unknown] =>
  field.sent_as
    ? [field.sent_as.name, field.sent_as.example]
    : [field.name, field.type === 'json' ? JSON.parse(String(field.example)) : field.example];
