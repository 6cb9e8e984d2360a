import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { watching } from './watching.ts';

test('x', () => {
  const w = watching({}, app => {
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  });
  const dir = w.app.synth().directory;
  console.log(dir, readdirSync(dir), w.app.outdir);
  for (const f of readdirSync(dir).filter(f => /valid/.test(f)))
    console.log(readFileSync(join(dir, f), 'utf8').slice(0, 3000));
});
