import { isCardNumber } from '../card-numbers.ts';
import type { Step } from '../draft.ts';
import type { Kind } from '../mask-text.ts';
import { maskText } from '../mask-text.ts';
import type { GameSecret } from '../player-key.ts';
import { pseudonymsOf } from '../player-key.ts';
import { ok } from '../result.ts';
import type { Rewriting } from '../rewrite.ts';
import { rewriteEvent } from '../rewrite.ts';
import { isIdentifier, kindOf, PHONES } from '../text-kinds.ts';
import { parseTime } from '../time.ts';
import { takesNumbers } from '../vocabulary.ts';

/**
 * Masks e-mail addresses, telephone numbers and card numbers in every text and name: `[email]`, `[phone]`, `[card]` in what
 * people write; a keyed token in names and in identifiers, so that distinct ones stay distinct. Never refuses.
 */
export const mask = ({ secret }: { secret: GameSecret }): Step => {
  const { token } = pseudonymsOf(secret);
  const label = (_found: string, kind: Kind): string => `[${kind}]`;
  const rewriting: Rewriting = {
    text(text, name, place) {
      const kind = kindOf(name, place);
      if (kind === 'ours' || isMoment(text, name)) return text;
      return maskText(text, { replace: kind === 'identifier' ? token : label, phones: PHONES[kind] });
    },
    number(number, name, place) {
      if ((place === 'known' && takesNumbers(name)) || !isCardNumber(number)) return number;
      return isIdentifier(name) ? token(String(number)) : '[card]';
    },
    name: name => maskText(name, { replace: token, phones: PHONES.identifier }),
  };
  return function mask(draft) {
    return ok(draft.plain ? draft : { ...draft, event: rewriteEvent(draft.event, rewriting) });
  };
};

const isMoment = (text: string, name: string): boolean => name === 'client_time' && 'ms' in parseTime(text);
