import type { Json } from '../../core/ports.ts';

/** Writes one JSON line for operators to stderr. Whoever calls keeps personal data out of it. */
export function logLine(entry: Record<string, Json>): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
}

/** An error as far as it may be told: its name and where it happened, not its words, which may quote what a client sent. */
export function errorEntry(event: string, error: unknown): Record<string, Json> {
  const { name, stack } = error instanceof Error ? error : new Error(typeof error);
  const at = (stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return { level: 'error', event, name, at: at.slice(0, 4).map(line => line.trim()) };
}
