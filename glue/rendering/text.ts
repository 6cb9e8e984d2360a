/** The first line of every rendered file, as a comment of its language. */
export const banner = (comment: '//' | '<!--'): string =>
  `${comment} Rendered from glue/fields.yaml and glue/contracts by 'npm run render'. Do not edit.${comment === '<!--' ? ' -->' : ''}`;

/** A value as a JavaScript literal on one line, names unquoted where they may be. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return quoted(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{ ${members.map(([name, member]) => `${/^\w+$/.test(name) ? name : quoted(name)}: ${literal(member)}`).join(', ')} }`;
}

const quoted = (value: unknown): string =>
  typeof value === 'string'
    ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
    : JSON.stringify(value);

/** `match_end` → `MatchEnd`. */
export const pascal = (name: string): string =>
  name.replace(/(?:^|[_.])(\w)/g, (_, letter: string) => letter.toUpperCase());

/** One line per member, as the body of an object literal. */
export const lines = (members: readonly string[]): string => members.map(member => `  ${member},\n`).join('');
