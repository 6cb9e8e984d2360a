import { validators } from '../../glue/rendered/validators.js';
import type { ContractError } from '../contract-errors.ts';
import { refusalOf } from '../contract-errors.ts';
import type { Draft, Named, Step } from '../draft.ts';
import { isNamed } from '../draft.ts';
import { flatten, withoutNulls } from '../flatten.ts';
import { inspect } from '../inspect.ts';
import { describe } from '../refusals.ts';
import type { Refusal } from '../result.ts';
import { ok, quarantined } from '../result.ts';
import { parseTime } from '../time.ts';
import type { KnownContract } from '../vocabulary.ts';
import { contractOf, eventTypes, pseudonymOf } from '../vocabulary.ts';

type Validator = ((event: unknown) => boolean) & { errors?: ContractError[] | null };

/** Holds the event to its contract and spreads its fields over the row; what the contract does not know goes to `attributes`. */
export const validate = (): Step =>
  function validate(draft) {
    const { row, plain } = draft;
    if (!isNamed(draft.event)) return notAnObject(draft.event);
    const flaw = plain ? undefined : (inspect(draft.event) ?? draft.flaw ?? badPlayerId(draft.event));
    if (flaw) return flaw;
    const event = plain ? draft.event : withoutNulls(draft.event);
    const contract = contractFor(event);
    if ('fate' in contract) return contract;
    const refusal = breach(event) ?? flatten({ event, row, contract });
    if (refusal) return refusal;
    row.contract_version = contract.version;
    row.environment ??= 'production';
    draft.event = event;
    return withClientTime(draft, event);
  };

const notAnObject = (event: unknown): Refusal =>
  quarantined('not_an_object', '', `an event is a JSON object, got ${describe(event)}`);

/** A raw id that could not stand for a player has left a stand-in beside its key. */
function badPlayerId(event: Named): Refusal | undefined {
  const properties = isNamed(event.properties) ? event.properties : {};
  for (const name of pseudonymOf.keys()) {
    const [at, value] = Object.hasOwn(event, name) ? ['', event[name]] : ['/properties', properties[name]];
    if (value === undefined) continue;
    const pointer = `${at}/${name}`;
    if (typeof value !== 'string')
      return quarantined('wrong_type', pointer, `${name} must be text, got ${describe(value)}: send it in quotes`);
    if (value === '')
      return quarantined('too_short', pointer, `${name} is empty: send the player's id, or leave the event out`);
    return quarantined('too_long', pointer, `${name} must have at most 256 characters`);
  }
  return undefined;
}

function contractFor({ event_type }: Named): KnownContract | Refusal {
  if (event_type === undefined)
    return quarantined('missing_field', '/event_type', `event_type is missing: send one of ${eventTypes.join(', ')}`);
  if (typeof event_type !== 'string')
    return quarantined('wrong_type', '/event_type', `event_type must be text, got ${describe(event_type)}`);
  return (
    contractOf(event_type) ??
    quarantined(
      'unknown_event_type',
      '/event_type',
      `no contract has this event_type (${describe(event_type)}): send one of ${eventTypes.join(', ')}; custom takes your own custom_name`,
    )
  );
}

function breach(event: Named): Refusal | undefined {
  const validator = (validators as Record<string, Validator>)[event.event_type as string]!;
  if (validator(event)) return undefined;
  return refusalOf(validator.errors![0]!, event);
}

function withClientTime(draft: Draft, { client_time }: Named) {
  const time = parseTime(client_time);
  if ('reason' in time)
    return quarantined(
      time.reason,
      '/client_time',
      `client_time is no moment, got ${describe(client_time)}: ${time.hint}`,
    );
  draft.row.client_time = time.ms;
  return ok(draft);
}
