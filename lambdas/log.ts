import { Logger } from '@aws-lambda-powertools/logger';
import type { Json } from '../core/ports.ts';

/** Writes one line of JSON; `level` and `event` say what it is. Never given a body, a key, a token or an id of a player. */
export type Log = (entry: Record<string, Json>) => void;

/** The log of a function. */
export function jsonLog(service: string): Log {
  const logger = new Logger({ serviceName: service, logLevel: 'INFO' });
  return ({ level, event, ...rest }) => logger[level === 'error' ? 'error' : 'info'](String(event), rest);
}

/** Where an error was thrown, without its words: they may quote what a person sent. */
export const errorEntry = (event: string, error: unknown): Record<string, Json> => ({
  level: 'error',
  event,
  name: error instanceof Error ? error.name : typeof error,
  at: placesOf(error),
});

const placesOf = (error: unknown): string[] =>
  String((error as Error | undefined)?.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 5)
    .map(line => line.trim());
