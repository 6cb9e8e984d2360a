import type { Watched } from '../watched.ts';
import type { Alarms } from './alarm-spec.ts';
import { functionAlarms } from './function-alarms.ts';
import { guardAlarms } from './guard-alarms.ts';
import { lakeAlarms } from './lake-alarms.ts';

/** Every alarm with a limit, whether or not what it looks at is watched; burn rates are in `burn-rates.ts`. */
export const alarmsFor = ({ tables = [] }: Pick<Watched, 'tables'>): Alarms => ({
  ...lakeAlarms(),
  ...functionAlarms(),
  ...guardAlarms(tables),
});
