import { Logger } from '@aws-lambda-powertools/logger';
import type { Json } from '../core/ports.ts';

/** Writes one line of JSON; `level` and `event` say what it is. Never given a body, a key, a token or an id of a player. */
export type Log = (entry: Record<string, Json>) => void;

/** The log of a function. */
export function jsonLog(service: string): Log {
  const logger = new Logger({ serviceName: service, logLevel: 'INFO' });
  return ({ level, event, ...rest }) => logger[level === 'error' ? 'error' : 'info'](String(event), rest);
}
