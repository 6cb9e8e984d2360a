import { join } from 'node:path';
import { openSecrets } from '../../localstack/embedded/secrets.ts';
import { secretsSuite } from './secrets.suite.ts';
import { temporaryDirectories } from './temporary.ts';

const directory = temporaryDirectories();

secretsSuite('secrets file', async () => {
  const path = join(directory(), 'secrets.json');
  return [await openSecrets({ path }), await openSecrets({ path })];
});
