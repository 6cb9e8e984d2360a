import { lambda } from '../lambda.ts';
import { readSettings } from '../settings.ts';
import { streamFunction } from '../stream-records.ts';
import { openObjects } from '../wiring.ts';
import { transform } from './transform.ts';

/** transform on AWS. */
export const handler = lambda('transform', async ({ measure }) =>
  streamFunction(transform({ objects: openObjects(readSettings('transform', process.env)), measure })),
);
