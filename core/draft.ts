import type { DeliveryFacts } from './delivery.ts';
import type { EventRow } from './event-table.ts';
import type { Refusal, Result } from './result.ts';

/** A JSON object as a client sent it: any name, any value. */
export type Named = Record<string, unknown>;

/** An event on its way through the pipeline. Steps hand the draft on, and write what they learned into the row it owns. */
export type Draft = {
  facts: DeliveryFacts;
  /** The event in its native, nested form; pseudonymised and masked once these steps have run. */
  event: unknown;
  /** Column name → value, as far as known. */
  row: EventRow;
  /** Nothing in the event to rewrite and nothing wrong with its shape: the careful steps have no work. */
  plain: boolean;
  /** Found before the event could be judged: refused as soon as it is safe to store. */
  flaw?: Refusal;
};

/** One rule of the pipeline. */
export type Step = (draft: Draft) => Result<Draft>;

/** Whether the value is a JSON object (no array, not null). */
export const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sets a property whatever its name: `__proto__` becomes a plain property too. */
export function setOwn(object: Named, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  else object[name] = value;
}
