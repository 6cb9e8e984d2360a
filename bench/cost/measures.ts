import { readFileSync } from 'node:fs';
import { z } from 'zod';

const measureSchema = z.strictObject({ value: z.number(), unit: z.string(), how: z.string() });
const fileSchema = z.strictObject({
  date: z.string(),
  machine: z.string(),
  measures: z.record(z.string(), measureSchema),
});

/** Named figures that were measured, each with its unit and how. */
export type Measures = Record<string, z.infer<typeof measureSchema>>;
export type MeasuresFile = z.infer<typeof fileSchema>;

/** The stored measurements. Throws when the file is not of their form. */
export const readMeasures = (path = 'bench/measures.json'): MeasuresFile =>
  fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

/** A figure by name. Throws when nobody measured it. */
export function measured(measures: Measures, name: string): number {
  const found = measures[name];
  if (!found) throw new Error(`nothing is measured under '${name}': run node bench/cost.ts --measure`);
  return found.value;
}
