import { parentPort, workerData } from 'node:worker_threads';
import { openLogReader } from '../../localstack/embedded/log-reader.ts';

const reader = openLogReader(workerData as { dir: string; durable: SharedArrayBuffer });
const version = reader.version();
parentPort!.postMessage('waiting');
await reader.changed(version, { milliseconds: 10_000 });
const records = await reader.read({ max_records: 10, max_bytes: 1e6 });
parentPort!.postMessage(records.map(({ data }) => Buffer.from(data).toString()));
await reader.close();
