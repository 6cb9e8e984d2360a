import { coldImportBench } from './cold-import.ts';
import type { Ratio } from './floor.ts';
import { httpBench } from './http.ts';
import { importBench } from './import.ts';
import { mergeBench } from './merge.ts';
import { pipelineBench } from './pipeline.ts';

const quick = process.argv.includes('--quick');
const only = process.argv.slice(2).filter(word => !word.startsWith('--'));
const benches = {
  pipeline: pipelineBench,
  http: httpBench,
  merge: mergeBench,
  import: importBench,
  cold: coldImportBench,
};

const ratios: Ratio[] = [];
for (const [name, bench] of Object.entries(benches))
  if (only.length === 0 || only.includes(name)) ratios.push(...(await bench({ quick })));

console.log(`Ratios against JSON.parse of the same bytes on one core${quick ? ' (quick: a tenth of the events)' : ''}`);
console.table(
  ratios.map(({ name, ratio, bound, holds, note }) => ({
    what: name,
    ratio: Number(ratio.toPrecision(3)),
    bound,
    holds: holds ? 'yes' : 'no',
    measured: note,
  })),
);
