import type { Json } from '../../core/ports.ts';

/** Writes one JSON line for operators to stderr. Whoever calls keeps personal data out of it. */
export function logLine(entry: Record<string, Json>): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
}
