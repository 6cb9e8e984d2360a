import { readFileSync } from 'node:fs';

export type Named = Record<string, unknown>;

/** The example of an event's rendered schema, as a client sends it. */
export const exampleOf = (type: string): Named => schemaOf(type).examples[0];

/** The rendered schema of an event. */
export const schemaOf = (type: string) => JSON.parse(readFileSync(`glue/rendered/schemas/${type}.schema.json`, 'utf8'));

/** The same event once its ids are keyed hashes: written here by hand, apart from the pipeline. */
export function stored(event: Named): Named {
  const { player_id, ...rest } = event;
  const { linked_player_id, ...properties } = (event.properties ?? {}) as Named;
  return {
    ...rest,
    ...(player_id === undefined ? {} : { player_key: 'f'.repeat(64) }),
    properties: { ...properties, ...(linked_player_id === undefined ? {} : { linked_player_key: 'e'.repeat(64) }) },
  };
}

/** A copy with the value at `/name` or `/name/name`; undefined takes the name away. */
export function withValue(event: Named, pointer: string, value: unknown): Named {
  const [name, ...rest] = pointer.split('/').slice(1) as [string, ...string[]];
  const part = rest.length > 0 ? withValue(event[name] as Named, `/${rest.join('/')}`, value) : value;
  const { [name]: _, ...others } = event;
  return part === undefined ? others : { ...others, [name]: part };
}
