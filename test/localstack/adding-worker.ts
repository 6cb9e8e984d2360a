import { workerData } from 'node:worker_threads';
import { openSqlite } from '../../localstack/embedded/sqlite.ts';

const { path, times } = workerData as { path: string; times: number };
const store = openSqlite({ path, clock: { now: () => 0 } });
for (let done = 0; done < times; done += 1)
  await store.write([{ kind: 'add', partition: 'p', sort: 'counter', amounts: { n: 1 } }]);
store.close();
