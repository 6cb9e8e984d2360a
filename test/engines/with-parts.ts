import { describe, test } from '@jest/globals';
import type { Part } from './parts.ts';

/** Describes tests that need these parts; without one of them they are skipped, and the name of the skipped test says which. */
export function withParts<Name extends string>(
  title: string,
  parts: Record<Name, Part>,
  tests: (dirs: Record<Name, string>) => void,
): void {
  const dirs = {} as Record<Name, string>;
  const missing: string[] = [];
  for (const name of Object.keys(parts) as Name[]) {
    const found = parts[name];
    if ('dir' in found) dirs[name] = found.dir;
    else missing.push(found.missing);
  }
  if (missing.length === 0) describe(title, () => tests(dirs));
  else test.skip(`${title}: not to be had here: ${missing.join('; ')}`, () => {});
}
