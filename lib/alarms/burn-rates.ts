import type { AlarmSpec } from './alarm-spec.ts';

/**
 * How fast an error budget burns, as multiples of the rate that uses it up exactly in its days: an alarm rings when both windows burn
 * at least so fast; the short one ends it soon after the trouble does. The numbers are those of the Google SRE workbook, chapter 5, table 5-8:
 * 2 % of a month's budget in an hour, 5 % in six, 10 % in three days (https://sre.google/workbook/alerting-on-slos/).
 */
export type BurnRate = {
  name: string;
  factor: number;
  /** CloudWatch reads no period longer than a day: three days are three of them, each of which has to burn. */
  long: Window;
  short: Window;
} & Pick<AlarmSpec, 'severity' | 'action' | 'essential'>;

export type Window = { minutes: number; periods: number };

const HOUR = 60;
const DAY = 24 * HOUR;

export const burnRates: readonly BurnRate[] = [
  {
    name: 'fast',
    factor: 14.4,
    long: { minutes: HOUR, periods: 1 },
    short: { minutes: 5, periods: 1 },
    severity: 'critical',
    action: 'page',
    essential: true,
  },
  {
    name: 'slow',
    factor: 6,
    long: { minutes: 6 * HOUR, periods: 1 },
    short: { minutes: 30, periods: 1 },
    severity: 'critical',
    action: 'page',
    essential: false,
  },
  {
    name: 'creeping',
    factor: 1,
    long: { minutes: DAY, periods: 3 },
    short: { minutes: 6 * HOUR, periods: 1 },
    severity: 'major',
    action: 'ticket',
    essential: false,
  },
];

/** With fewer requests in the long window one that went wrong would say nothing of a rate. */
export const FEWEST_REQUESTS = 100;
