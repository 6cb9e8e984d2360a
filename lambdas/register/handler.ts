import { lambda } from '../lambda.ts';
import { readSettings } from '../settings.ts';
import { openKeyValue, zoneOfBucket } from '../wiring.ts';
import { objectCreated } from './object-created.ts';
import { register } from './register.ts';

/** register on AWS. */
export const handler = lambda('register', async ({ clock, measure }) => {
  const env = readSettings('register', process.env);
  return objectCreated(register({ keyValue: openKeyValue(env, clock), clock, measure }), zoneOfBucket(env));
});
