import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const measureSchema = z.strictObject({ value: z.number(), unit: z.string(), how: z.string() });
const fileSchema = z.strictObject({
  date: z.string(),
  machine: z.string().optional(),
  command: z.string().optional(),
  measures: z.record(z.string(), measureSchema),
});

/** Named figures that were measured, each with its unit and how. */
export type Measures = Record<string, z.infer<typeof measureSchema>>;
export type MeasuresFile = z.infer<typeof fileSchema>;

const MEASURES = 'bench/measures.json';
/** What statements read on a real Trino, where somebody counted. */
const OF_TRINO = 'bench/measures-athena.json';

/** The stored measurements, those of Trino among them. Throws when a file is not of their form. */
export function readMeasures(): MeasuresFile {
  const file = read(MEASURES);
  return existsSync(OF_TRINO) ? { ...file, measures: { ...file.measures, ...read(OF_TRINO).measures } } : file;
}

const read = (path: string): MeasuresFile => fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

/** Stores measurements in place of the old. */
export const storeMeasures = (file: MeasuresFile): void =>
  writeFileSync(MEASURES, `${JSON.stringify(file, null, 2)}\n`);

/** A figure by name. Throws when nobody measured it. */
export function measured(measures: Measures, name: string): number {
  const found = measures[name];
  if (!found) throw new Error(`nothing is measured under '${name}': run node bench/cost.ts --measure`);
  return found.value;
}
