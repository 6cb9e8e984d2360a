import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, test } from '@jest/globals';

/** Path of a file of the real data beside the project. */
export const dataset = (name: string): string => `../shared/datasets/${name}`;

/** The text of a gzipped file of the real data. */
export const readDataset = (name: string): string => gunzipSync(readFileSync(dataset(name))).toString();

/** Describes what holds for a file of the real data; without the file one skipped test says so. */
export function describeDataset(file: string, name: string, body: () => void): void {
  if (existsSync(dataset(file))) describe(name, body);
  else test.skip(`${name} (skipped: there is no ${dataset(file)})`, () => undefined);
}
