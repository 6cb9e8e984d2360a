import { banner } from './text.ts';

/** A page of paragraphs, tables and headings. */
export const page = (title: string, parts: readonly string[]): string =>
  `${banner('<!--')}\n\n# ${title}\n\n${parts.join('\n\n')}\n`;

/** A list of named facts; those without a value are left out. */
export const facts = (pairs: readonly (readonly [string, string | undefined])[]): string =>
  pairs
    .filter(([, value]) => value)
    .map(([name, value]) => `- **${name}**: ${value}`)
    .join('\n');

/** A table; cells are Markdown. */
export const grid = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map(row => row.map(cell => cell.replaceAll('|', '\\|')))]
    .map(row => `| ${row.join(' | ')} |`)
    .join('\n');

/** A value in code type. */
export const code = (value: unknown): string => `\`${String(value)}\``;
/** Values in code type, separated by commas. */
export const codes = (values: readonly string[]): string => values.map(code).join(', ');
