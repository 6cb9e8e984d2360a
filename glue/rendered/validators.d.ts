// Rendered from glue/fields.yaml and glue/contracts by 'npm run render'. Do not edit.
import type { EventType } from './contracts.ts';

/** What was wrong first: the keyword of JSON Schema, where, its parameters, and the JSON type that was found there. */
export type ValidationError = {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
  found: 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object' | 'undefined';
};

/** Answers whether the event follows its contract; `errors` tells why the last one did not, never with a value of it. */
export type ValidateFunction = ((data: unknown) => boolean) & { errors?: ValidationError[] | null };

/** By event type, for events as they are stored: `player_key` stands where the client sent `player_id`. */
export declare const validators: Readonly<Record<EventType, ValidateFunction>>;
