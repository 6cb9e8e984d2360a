import { Command, InvalidArgumentError } from 'commander';
import { requireNode24 } from '../core/node-version.ts';
import { errorEntry, spokenEntry } from '../lambdas/error-entry.ts';
import { hideExperimentalWarnings } from './quiet.ts';
import { logLine } from './server/log-line.ts';
import type { ServerOptions } from './server/start.ts';
import { startServer } from './server/start.ts';

requireNode24();
hideExperimentalWarnings();

const program = new Command('npm start --')
  .description('Runs the whole lake on this machine: events in by HTTP, numbers out on a page.')
  .option('--empty', 'no simulated studio', false)
  .option('--port <number>', 'where to listen (default: 8787, or any free one; 0: any free one)', portOf)
  .option('--dir <directory>', 'where the data lies', '.playlake')
  .addHelpText('after', '\nExample:\n  npm start -- --empty --port 9000 --dir ~/my-lake');

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('give a number from 0 to 65535');
}

function die(event: string, error: unknown): never {
  // this is the server's own state, no client's words
  logLine(spokenEntry(event, error));
  process.exit(1);
}

process.on('uncaughtException', error => {
  logLine(errorEntry('uncaught', error));
  process.exit(1);
});

const server = await startServer(program.parse().opts<ServerOptions>(), error => die('lake_failed', error)).catch(
  error => {
    process.stderr.write(`Playlake cannot start: ${(error as Error).message}\n`);
    process.exit(1);
  },
);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) process.exit(130);
    stopping = true;
    process.stdout.write('\n  finishing what is under way; Ctrl-C again stops at once\n');
    server.stop().then(
      () => process.exit(0),
      error => die('stop_failed', error),
    );
  });
