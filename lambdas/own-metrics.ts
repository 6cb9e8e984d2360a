import type { FunctionName } from './functions.ts';
import type { Metric } from './metric.ts';
import { counter } from './metric.ts';

const by = <const F extends readonly FunctionName[]>(...recorded_by: F) =>
  ({ from: 'functions', recorded_by }) as const;

/**
 * What our functions record, once a request, a batch or a run, never once an event. A line of log a request would cost more than
 * the stream, so collect adds its values up on AWS and writes them every few seconds. Gauges of refine are recorded when a run
 * begins: they show what had become of the tables until then.
 */
export const ownMetrics = {
  events_accepted: counter('Events that collect accepted and the stream acknowledged', ['game'], by('collect')),
  events_rejected: counter(
    'Events that collect rejected, kept beside the accepted ones for replay',
    ['game'],
    by('collect'),
  ),
  requests_refused: counter(
    'Requests of which collect kept nothing, by the code of the answer',
    ['code'],
    by('collect'),
  ),
  access_refused: counter(
    'Requests refused for their write key, token or role (401 and 403)',
    [],
    by('collect', 'api'),
  ),
  edge_bypassed: counter(
    'Requests that came past the edge and its firewall: without its secret header',
    [],
    by('collect', 'api'),
  ),
  events_received: counter('Events the stream has acknowledged, each delivery once', ['game'], by('live')),
  events_written: counter(
    'Events that transform wrote to bronze, quarantine or late, repeated batches included',
    ['zone'],
    by('transform'),
  ),
  records_undecodable: counter(
    'Records of the stream that are no delivery, each time transform meets them',
    [],
    by('transform'),
  ),
  dead_letters: counter(
    'Objects that appeared in the zone failed: each holds records that a consumer gave up',
    [],
    by('register'),
  ),
  refine_duration: {
    kind: 'distribution',
    unit: 'milliseconds',
    dimensions: [],
    meaning: 'How long a run of refine took, from its plan to its end',
    source: by('refine'),
  },
  refine_failures: counter('Runs of refine that failed; the next one repairs what they left', [], by('refine')),
  refine_age: {
    kind: 'gauge',
    unit: 'seconds',
    dimensions: [],
    meaning: 'Time since the last run of refine that ended well began',
    source: by('refine'),
  },
  events_merged: counter('Events that entered silver', [], by('refine')),
  events_duplicate: counter('Events that silver had already', [], by('refine')),
  checks_failed: counter(
    'Checks of models that found rows: after `fail` the mart keeps its last good state, `warn` only tells',
    ['severity'],
    by('refine'),
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
