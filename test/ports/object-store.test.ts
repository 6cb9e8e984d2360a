import { openFiles } from '../../localstack/embedded/files.ts';
import { objectStoreSuite } from './object-store.suite.ts';
import { temporaryDirectories } from './temporary.ts';

const directory = temporaryDirectories();

objectStoreSuite('files', () => openFiles({ root: directory() }));
