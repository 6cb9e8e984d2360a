import { envelopeFields, eventContracts, fields } from '../glue/rendered/contracts.ts';

/** What core needs to know of a field of the vocabulary. */
export type KnownField = {
  type: string;
  pii: string;
  sent: string;
  sent_as?: string;
  values?: readonly string[];
  max_length?: number;
};

const known: Readonly<Record<string, KnownField>> = fields;

/** The field of that name; undefined for every other name, `constructor` and its like included. */
export const fieldOf = (name: string): KnownField | undefined => (Object.hasOwn(known, name) ? known[name] : undefined);

const pseudonymFields = Object.entries(known).filter(([, field]) => field.sent_as !== undefined);

/** Raw identifier a client sends → the field that replaces it: `player_id` → `player_key`. */
export const pseudonymOf: ReadonlyMap<string, string> = new Map(
  pseudonymFields.map(([name, field]) => [field.sent_as!, name]),
);

/** The reverse: `player_key` → `player_id`. */
export const rawNameOf: ReadonlyMap<string, string> = new Map(
  pseudonymFields.map(([name, field]) => [name, field.sent_as!]),
);

/** Names at the top level of an event, in its stored form. */
export const envelopeNames: ReadonlySet<string> = new Set<string>(envelopeFields);

const NUMBERS: ReadonlySet<string> = new Set(['long', 'int', 'double', 'decimal', 'timestamp']);

const numberNames: ReadonlySet<string> = new Set(Object.keys(known).filter(name => NUMBERS.has(known[name]!.type)));

/** Whether the field of that name takes numbers: in any other field a number stands for a text that was sent as one. */
export const takesNumbers = (name: string): boolean => numberNames.has(name);

/** What core needs to know of an event's contract. */
export type KnownContract = {
  version: string;
  /** Properties by name, with the greatest number that each can hold. */
  properties: ReadonlyMap<string, number>;
};

const contracts: ReadonlyMap<string, KnownContract> = new Map(
  Object.entries(eventContracts).map(([type, { version, properties }]) => [
    type,
    { version, properties: new Map(properties.map(name => [name, greatest(known[name]!)])) },
  ]),
);

/** Integers have to fit their columns: a double holds whole numbers that no column does. */
function greatest({ type }: KnownField): number {
  if (type === 'long') return Number.MAX_SAFE_INTEGER;
  return type === 'int' ? 2 ** 31 - 1 : Number.POSITIVE_INFINITY;
}

/** The contract of an event type, if there is one. */
export const contractOf = (event_type: string): KnownContract | undefined => contracts.get(event_type);

/** Every event type that has a contract. */
export const eventTypes: readonly string[] = [...contracts.keys()];
