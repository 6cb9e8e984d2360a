import { openLog } from '../../localstack/embedded/log.ts';
import { openLogReader } from '../../localstack/embedded/log-reader.ts';
import { eventStreamSuite } from './event-stream.suite.ts';
import { temporaryDirectories } from './temporary.ts';

const directory = temporaryDirectories();

eventStreamSuite('log on disk', async () => {
  const log = await openLog({ dir: directory(), clock: { now: () => 1_770_000_000_000 }, segment_bytes: 600 });
  const reader = openLogReader(log);
  return {
    stream: log,
    readAll: () => reader.read({ max_records: Number.POSITIVE_INFINITY, max_bytes: Number.POSITIVE_INFINITY }),
    async close() {
      await reader.close();
      await log.close();
    },
  };
});
