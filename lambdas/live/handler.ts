import { lambda } from '../lambda.ts';
import { readSettings } from '../settings.ts';
import { streamFunction } from '../stream-records.ts';
import { openKeyValue } from '../wiring.ts';
import { live } from './live.ts';

/** live on AWS. */
export const handler = lambda('live', async ({ clock, measure }) =>
  streamFunction(live({ keyValue: openKeyValue(readSettings('live', process.env), clock), clock, measure })),
);
