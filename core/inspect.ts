import type { Named } from './draft.ts';
import { limits } from './limits.ts';
import type { Reason } from './reasons.ts';
import { pointerOf } from './refusals.ts';
import type { Refusal } from './result.ts';
import { quarantined } from './result.ts';

type Flaw = { reason: Reason; message: string; path: string[] };
type Seen = { bytes: number };

/**
 * Looks for what no contract can allow: nesting too deep, names that are traps, text that is no Unicode, numbers beyond
 * double precision, and an event over its size. Safe for any value that JSON.parse gives.
 * @returns the first flaw found, or undefined
 */
export function inspect(event: Named): Refusal | undefined {
  const seen: Seen = { bytes: 2 };
  const flaw = inspectValue(event, { depth: 1, seen });
  if (flaw) return quarantined(flaw.reason, pointerOf(flaw.path), flaw.message);
  if (seen.bytes <= limits.event_bytes) return undefined;
  const bytes = Buffer.byteLength(JSON.stringify(event));
  if (bytes <= limits.event_bytes) return undefined;
  return quarantined('too_large', '', `the event has ${bytes} bytes: send at most ${limits.event_bytes}`);
}

/** Counts an upper bound of the value's JSON bytes as it goes: exact counting is left to the few events that may be too large. */
function inspectValue(value: unknown, at: { depth: number; seen: Seen }): Flaw | undefined {
  if (typeof value === 'string') return inspectText(value, at.seen);
  at.seen.bytes += 26;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : NOT_FINITE;
  if (typeof value !== 'object' || value === null) return undefined;
  if (at.depth > limits.event_depth) return TOO_DEEP;
  const inside = { depth: at.depth + 1, seen: at.seen };
  for (const name in value) {
    const flaw = inspectName(name, at.seen) ?? inspectValue((value as Named)[name], inside);
    if (flaw) return { ...flaw, path: [name, ...flaw.path] };
  }
  return undefined;
}

function inspectText(text: string, seen: Seen): Flaw | undefined {
  seen.bytes += 6 * text.length + 4;
  return text.isWellFormed() ? undefined : MALFORMED;
}

function inspectName(name: string, seen: Seen): Flaw | undefined {
  seen.bytes += 6 * name.length + 4;
  if (name === '__proto__') return FORBIDDEN;
  return name.isWellFormed() ? undefined : MALFORMED;
}

const flaw = (reason: Reason, message: string): Flaw => ({ reason, message, path: [] });
const TOO_DEEP = flaw('too_deep', `the event nests more than ${limits.event_depth} levels: flatten it`);
const NOT_FINITE = flaw('not_finite', 'the number is too large for a double: send a finite number, or text');
const MALFORMED = flaw('malformed_text', 'the text holds half a surrogate pair: send well-formed Unicode');
const FORBIDDEN = flaw('forbidden_name', '__proto__ is no name for a property: choose another');
