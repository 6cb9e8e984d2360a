import type { Json } from '../core/ports.ts';

/** An error as far as it may be told: its name and where it happened, not its words, which may quote what a client sent. */
export function errorEntry(event: string, error: unknown): Record<string, Json> {
  const { name, stack } = error instanceof Error ? error : new Error(typeof error);
  const at = (stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return { level: 'error', event, name, at: at.slice(0, 5).map(line => line.trim()) };
}

/** The same with its words, for where no more than pseudonymised and masked data can be in them. */
export const spokenEntry = (event: string, error: unknown): Record<string, Json> => ({
  ...errorEntry(event, error),
  reason: String((error as Error | undefined)?.message ?? error).slice(0, 500),
});
