import { readFileSync } from 'node:fs';

/** The dated rate table as it is written; it lies beside this module, and beside the bundle that holds it. */
export const ratesCsv = (): string => readFileSync(new URL('rates.csv', import.meta.url), 'utf8');
