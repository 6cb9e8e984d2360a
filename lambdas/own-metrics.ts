import type { FunctionName } from './functions.ts';
import type { Metric } from './metric.ts';

const by = <const F extends readonly FunctionName[]>(...recorded_by: F) =>
  ({ from: 'functions', recorded_by }) as const;

const counter = <const D extends readonly string[], S>(dimensions: D, source: S, meaning: string) =>
  ({ kind: 'counter', unit: 'count', dimensions, meaning, source }) as const;

/** What our functions record, once a request, a batch or a run, never once an event. */
export const ownMetrics = {
  events_accepted: counter(['game'], by('collect'), 'Events that collect accepted and the stream acknowledged'),
  events_rejected: counter(
    ['game'],
    by('collect'),
    'Events that collect rejected, kept beside the accepted ones for replay',
  ),
  requests_refused: counter(
    ['code'],
    by('collect'),
    'Requests of which collect kept nothing, by the code of the answer',
  ),
  access_refused: counter(
    [],
    by('collect', 'api'),
    'Requests refused for their write key, token or role (401 and 403)',
  ),
  edge_bypassed: counter(
    [],
    by('collect', 'api'),
    'Requests that came past the edge and its firewall: without its secret header',
  ),
  events_received: counter(['game'], by('live'), 'Events the stream handed to live, repeated deliveries included'),
  events_written: counter(
    ['zone'],
    by('transform'),
    'Events that transform wrote to bronze, quarantine or late, repeated batches included',
  ),
  records_undecodable: counter(
    [],
    by('transform'),
    'Records of the stream that are no delivery, each time transform meets them',
  ),
  dead_letters: counter(
    [],
    by('register'),
    'Objects that appeared in the zone failed: each holds records that a consumer gave up',
  ),
  refine_duration: {
    kind: 'distribution',
    unit: 'milliseconds',
    dimensions: [],
    meaning: 'How long a run of refine took, from its plan to its end',
    source: by('refine'),
  },
  refine_failures: counter([], by('refine'), 'Runs of refine that failed; the next one repairs what they left'),
  refine_age: {
    kind: 'gauge',
    unit: 'seconds',
    dimensions: [],
    meaning: 'Time since the last run of refine that ended well began',
    source: by('refine'),
  },
  events_merged: counter([], by('refine'), 'Events that entered silver'),
  events_duplicate: counter([], by('refine'), 'Events that silver had already'),
  checks_failed: counter(
    ['severity'],
    by('refine'),
    'Checks of models that found rows: after `fail` the mart keeps its last good state, `warn` only tells',
  ),
  table_age: {
    kind: 'gauge',
    unit: 'seconds',
    dimensions: ['table'],
    meaning: 'Freshness: time since the last run that left nothing undone in this table began',
    source: by('refine'),
  },
  accounting_difference: {
    kind: 'gauge',
    unit: 'count',
    dimensions: ['game'],
    meaning: 'Largest |received − all fates| of an hour that ended between one hour and two days ago',
    source: by('refine'),
  },
} as const satisfies Record<string, Metric>;
