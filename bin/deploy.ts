import { spawnSync } from 'node:child_process';
import { environments } from '../lib/environments.ts';

const [name = '', ...options] = process.argv.slice(2);
if (!(name in environments))
  throw new Error(
    `say which environment: npm run deploy -- <${Object.keys(environments).join(' | ')}> [options of cdk deploy]`,
  );

const { status } = spawnSync(
  'cdk',
  ['deploy', `${name}/**`, '-c', `environment=${name}`, '--concurrency', '4', ...options],
  {
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
