import { requireNode24 } from '../core/node-version.ts';
import { runCommandLine } from './cli/program.ts';
import { hideExperimentalWarnings } from './quiet.ts';

requireNode24();
hideExperimentalWarnings();
process.exitCode = await runCommandLine(process.argv.slice(2));
