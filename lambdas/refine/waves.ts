import type { Model } from '../../glue/rendered/models.ts';
import { models } from '../../glue/rendered/models.ts';

/** Models in waves: each reads only what earlier waves made, so that those of one wave may run at the same time. */
export function inWaves(all: readonly Model[]): Model[][] {
  const waves: Model[][] = [];
  let left = [...all];
  while (left.length > 0) {
    const waiting = new Set(left.map(model => model.table));
    const wave = left.filter(model => !model.inputs.some(input => waiting.has(input)));
    if (wave.length === 0) throw new Error(`models read each other in a circle: ${[...waiting].join(', ')}`);
    waves.push(wave);
    left = left.filter(model => !wave.includes(model));
  }
  return waves;
}

/** The tables of the models, in waves: what the refine workflow is drawn from. */
export const modelWaves = (): string[][] => inWaves(models).map(wave => wave.map(model => model.table));
