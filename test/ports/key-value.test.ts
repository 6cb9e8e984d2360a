import { join } from 'node:path';
import { openSqlite } from '../../localstack/embedded/sqlite.ts';
import { keyValueSuite } from './key-value.suite.ts';
import { temporaryDirectories } from './temporary.ts';

const directory = temporaryDirectories();

keyValueSuite('SQLite', async clock => {
  const keyValue = openSqlite({ path: join(directory(), 'state.sqlite'), clock });
  return { keyValue, close: keyValue.close };
});
