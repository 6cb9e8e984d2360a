import { isCardNumber } from '../card-numbers.ts';
import type { Step } from '../draft.ts';
import type { Kind, Masking } from '../mask-text.ts';
import { maskText } from '../mask-text.ts';
import type { GameSecret } from '../player-key.ts';
import { pseudonymsOf } from '../player-key.ts';
import { ok } from '../result.ts';
import type { Place } from '../rewrite.ts';
import { needsRewriting, rewriteEvent } from '../rewrite.ts';
import { parseTime } from '../time.ts';
import { fieldOf, rawNameOf, takesNumbers } from '../vocabulary.ts';

/** `session_id`, `id`, `accountId`, `guild_key`: distinct values have to stay distinct. */
const IDENTIFIER = /(?:^|_)(?:id|key|uuid|guid)$|[a-z](?:Id|ID|Key|Uuid|Guid)$/;
/** Versions count with dots, dashes and plus signs, as telephone numbers do. */
const VERSIONS: ReadonlySet<string> = new Set(['app_version', 'engine']);

/**
 * Masks e-mail addresses, telephone numbers and card numbers in every text and name: `[email]`, `[phone]`, `[card]` in what
 * people write; a keyed token in names and in identifiers, so that distinct ones stay distinct. National telephone numbers are looked for in
 * free text only, where few ordinary ids look like them. Never refuses.
 */
export const mask = ({ secret }: { secret: GameSecret }): Step => {
  const { token } = pseudonymsOf(secret);
  const label = (_found: string, kind: Kind): string => `[${kind}]`;
  const identifiers: Masking = { replace: token, phones: 'international' };
  const maskings = {
    identifier: identifiers,
    version: { replace: label, phones: 'none' },
    word: { replace: label, phones: 'international' },
    text: { replace: label, phones: 'all' },
  } satisfies Record<TextKind, Masking>;
  const rewriting = {
    text: (text: string, name: string, place: Place): string => {
      const kind = kindOf(name, place);
      return kind === 'ours' || isMoment(text, name) ? text : maskText(text, maskings[kind]);
    },
    number: (number: number, name: string, place: Place): unknown =>
      (place === 'known' && takesNumbers(name)) || !isCardNumber(number)
        ? number
        : IDENTIFIER.test(name)
          ? token(String(number))
          : '[card]',
    name: (name: string): string => maskText(name, identifiers),
  };
  return function mask(draft) {
    if (!needsRewriting(draft.event, rewriting)) return ok(draft);
    return ok({ ...draft, event: rewriteEvent(draft.event, rewriting) });
  };
};

type TextKind = 'identifier' | 'version' | 'word' | 'text';

const isMoment = (text: string, name: string): boolean => name === 'client_time' && 'ms' in parseTime(text);

const knownKinds = new Map<string, TextKind | 'ours'>();

/** What kind of text a field holds, remembered for the fields of the vocabulary. */
function kindOf(name: string, place: Place): TextKind | 'ours' {
  if (place === 'free') return IDENTIFIER.test(name) ? 'identifier' : 'text';
  let kind = knownKinds.get(name);
  if (kind === undefined) {
    kind = kindOfField(name);
    knownKinds.set(name, kind);
  }
  return kind;
}

function kindOfField(name: string): TextKind | 'ours' {
  if (rawNameOf.has(name)) return 'ours';
  if (VERSIONS.has(name)) return 'version';
  if (IDENTIFIER.test(name)) return 'identifier';
  return fieldOf(name)?.type === 'text' ? 'text' : 'word';
}
