import type { Metric } from '../../lambdas/metric.ts';
import type { LaptopName } from '../../lambdas/metrics.ts';
import { metrics } from '../../lambdas/metrics.ts';

const has = ({ source, laptop }: Metric) => laptop === true || source.from === 'functions' || source.from === 'laptop';

const all = Object.entries<Metric>(metrics).filter(([, metric]) => has(metric)) as [LaptopName, Metric][];

/** Requests and answers are counted where they are answered; the consumers and refine work in another thread. */
const inFront = ([name, { source }]: [LaptopName, Metric]): boolean =>
  source.from === 'functions'
    ? source.recorded_by.some(recorder => recorder === 'collect' || recorder === 'api')
    : name.startsWith('http_') || name === 'process_memory';

/** What the accepting half counts. */
export const FRONT_METRICS: readonly LaptopName[] = all.filter(inFront).map(([name]) => name);

/** What the working half counts. */
export const BACK_METRICS: readonly LaptopName[] = all.filter(metric => !inFront(metric)).map(([name]) => name);
