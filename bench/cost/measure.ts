import { cpus } from 'node:os';
import { MEASURED_EVENTS, measureIngest } from './measure-ingest.ts';
import { measureLake } from './measure-lake.ts';
import type { Measures } from './measures.ts';
import { storeMeasures } from './measures.ts';
import { padded, SAMPLE, sampleEvents } from './sample.ts';

/** Events a request that are measured, and priced. */
export const REQUEST_SIZES = [100, 10] as const;

/** Measures everything and stores it; takes some minutes and most of a core. */
export async function measureAll(date: string): Promise<void> {
  const events = sampleEvents().map(({ event }) => event);
  const measures: Measures = { studio_event_bytes: meanBytes(events) };
  const long = events.slice(0, MEASURED_EVENTS).map(padded);
  for (const size of REQUEST_SIZES) Object.assign(measures, await measureIngest(long, size));
  Object.assign(measures, await measureLake());
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
  storeMeasures({ date, machine, measures: rounded(measures) });
}

const meanBytes = (events: readonly object[]) => ({
  value: events.reduce((sum, event) => sum + JSON.stringify(event).length, 0) / events.length,
  unit: 'bytes an event',
  how: `JSON of the simulated studio's ${SAMPLE.players} players over ${SAMPLE.days} days, before it is padded to 1 KiB`,
});

const rounded = (measures: Measures): Measures =>
  Object.fromEntries(
    Object.entries(measures).map(([name, measure]) => [
      name,
      { ...measure, value: Number(measure.value.toPrecision(4)) },
    ]),
  );
