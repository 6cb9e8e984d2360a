import { requireNode24 } from '../core/node-version.ts';

requireNode24();
