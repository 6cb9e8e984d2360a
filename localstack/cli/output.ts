import type { Json } from '../../core/ports.ts';

/** How a command answers: one JSON document on stdout, or text for people. */
export type Output = {
  json: boolean;
  /** The answer: `document` with --json, else `text`. */
  answer: (document: Json, text: () => string) => void;
  /** Something worth knowing on the way, on stderr; nothing with --json. */
  note: (text: string) => void;
};

/** The output of a command. */
export const outputOf = ({ json }: { json: boolean }): Output => ({
  json,
  answer: (document, text) => void process.stdout.write(`${json ? JSON.stringify(document) : text()}\n`),
  note: text => void (json || process.stderr.write(`${text}\n`)),
});

/** Widest a column is printed, in characters. */
const WIDEST = 60;

/** Rows as a table for the terminal, numbers to the right. */
export function table(columns: readonly string[], rows: readonly (readonly Json[])[]): string {
  const cells = rows.map(row => row.map(cellText));
  const widths = columns.map((name, index) => Math.max(name.length, ...cells.map(row => row[index]!.length)));
  const line = (texts: readonly string[], right: (index: number) => boolean) =>
    texts
      .map((text, index) => (right(index) ? text.padStart(widths[index]!) : text.padEnd(widths[index]!)))
      .join('  ')
      .trimEnd();
  const numeric = columns.map(
    (_, index) => rows.length > 0 && rows.every(row => row[index] === null || typeof row[index] === 'number'),
  );
  return [
    line(columns, index => numeric[index]!),
    widths.map(width => '─'.repeat(width)).join('  '),
    ...cells.map(row => line(row, index => numeric[index]!)),
  ].join('\n');
}

function cellText(value: Json): string {
  const text = value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const oneLine = text.replaceAll(/\s+/g, ' ');
  return oneLine.length > WIDEST ? `${oneLine.slice(0, WIDEST - 1)}…` : oneLine;
}

/** Rows as CSV (RFC 4180), the names first; null is empty. */
export function csv(columns: readonly string[], rows: readonly (readonly Json[])[]): string {
  const cell = (value: Json) => {
    const text = value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map(row => row.map(cell).join(',')).join('\n');
}
