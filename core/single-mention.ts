import type { Named } from './draft.ts';
import { isNamed } from './draft.ts';
import { limits } from './limits.ts';
import { pseudonymOf, rawNameOf } from './vocabulary.ts';

/** An event that names its player at the top, and nobody anywhere else. */
export type Ordinary = Named & { player_id: string };

const DEEPEST = 8;

/** Whether the event is of the ordinary kind, in which only `player_id` has to be replaced: most are, and one look is cheaper than a rewriting. */
export function namesPlayerOnce(event: unknown): event is Ordinary {
  if (!isNamed(event)) return false;
  const id = event.player_id;
  if (typeof id !== 'string' || id === '' || id.length > limits.player_id_characters || !id.isWellFormed())
    return false;
  const sought = {
    text: id.length >= limits.traced_id_characters ? id : undefined,
    number: Number(id),
    depth: DEEPEST,
  };
  for (const name in event) {
    if (name !== 'player_id' && (isMention(name, sought) || mentions(event[name], sought))) return false;
  }
  return true;
}

type Sought = { text: string | undefined; number: number; depth: number };

const isMention = (name: string, { text }: Sought): boolean =>
  name === '' || pseudonymOf.has(name) || rawNameOf.has(name) || (text !== undefined && name.includes(text));

function mentions(value: unknown, sought: Sought): boolean {
  if (typeof value === 'string') return sought.text !== undefined && value.includes(sought.text);
  if (typeof value === 'number') return value === sought.number;
  if (typeof value !== 'object' || value === null) return false;
  if (sought.depth === 0) return true;
  const inside = { ...sought, depth: sought.depth - 1 };
  for (const name in value) {
    if (isMention(name, sought) || mentions((value as Named)[name], inside)) return true;
  }
  return false;
}
