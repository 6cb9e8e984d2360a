import { limits } from '../../core/limits.ts';
import { maskText } from '../../core/mask-text.ts';

/** A quoted word, as DuckDB quotes names and values alike. */
const QUOTED = /(['"])(.*?)\1(?=[\s.,:;!)]|$)/g;
/** A word that might name somebody: with a digit or an @. */
const TELLING = /[^\s'"()]*[\d@][^\s'"()]*/g;
const TYPE = /^(U?INT\d+|DECIMAL|FLOAT\d*|DOUBLE|LINE|%)/;

/**
 * What DuckDB says of a failure, without what stood in the rows: it quotes values, which may be players and their e-mails.
 * Words of `known`, the SQL at hand with its file names, are told as they are, and so is where in the SQL it happened.
 */
export function withoutRows(message: string, known: string): string {
  const [first = '', ...more] = message.split('\n');
  const told = first
    .replaceAll(QUOTED, (found, quote: string, word: string) => (known.includes(word) ? found : `${quote}…${quote}`))
    .replaceAll(TELLING, word => (isTelling(word) && !known.includes(word) ? '…' : word));
  const at = more.findIndex(line => line.startsWith('LINE '));
  const place = at < 0 ? [] : more.slice(at, at + 2);
  const names = more.filter(line => line.startsWith('Candidate bindings:'));
  return [told, ...[...names, ...place].map(masked)].join('\n');
}

const isTelling = (word: string): boolean =>
  !TYPE.test(word) && (word.includes('@') || word.length >= limits.traced_id_characters);

// names of columns: the first row of a file that has no header
const masked = (line: string): string =>
  maskText(line, { replace: (_found, kind) => `[${kind}]`, phones: 'international' });
