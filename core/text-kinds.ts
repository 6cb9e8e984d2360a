import type { Masking } from './mask-text.ts';
import type { Place } from './rewrite.ts';
import { fieldOf, rawNameOf } from './vocabulary.ts';

/** What kind of text a field holds; `ours` is what Playlake itself has written. */
export type TextKind = 'identifier' | 'version' | 'word' | 'text' | 'ours';

/**
 * Which telephone numbers are looked for in each kind. National ones in free text only, where few ordinary ids look like them;
 * versions count with dots, dashes and plus signs, as telephone numbers do.
 */
export const PHONES: Readonly<Record<TextKind, Masking['phones']>> = {
  identifier: 'international',
  version: 'none',
  word: 'international',
  text: 'all',
  ours: 'none',
};

/** `session_id`, `id`, `accountId`, `guild_key`: distinct values have to stay distinct. */
const IDENTIFIER = /(?:^|_)(?:id|key|uuid|guid)$|[a-z](?:Id|ID|Key|Uuid|Guid)$/;
const VERSIONS: ReadonlySet<string> = new Set(['app_version', 'engine']);

/** Whether a name says that its value is an identifier. */
export const isIdentifier = (name: string): boolean => IDENTIFIER.test(name);

/** What kind of text stands under a name; of names outside the vocabulary only the name itself tells. */
export function kindOf(name: string, place: Place): TextKind {
  if (place === 'free') return isIdentifier(name) ? 'identifier' : 'text';
  if (rawNameOf.has(name)) return 'ours';
  if (VERSIONS.has(name)) return 'version';
  if (isIdentifier(name)) return 'identifier';
  return fieldOf(name)?.type === 'text' ? 'text' : 'word';
}
