import { Command, CommanderError } from 'commander';
import type { ExitCode } from './failure.ts';
import { EXIT, wrongUsage } from './failure.ts';
import { addGames, addKeys } from './game-commands.ts';
import type { ImportOptions } from './import-command.ts';
import { runImport } from './import-command.ts';
import { outputOf } from './output.ts';
import { runQuery } from './query-command.ts';
import type { Session } from './session.ts';
import { session, tell } from './session.ts';
import { addSimulate } from './simulate-command.ts';

const HELP = `
It talks to the server that runs over the directory, else it opens the lake itself.

Exit codes: 0 done; 1 failed; 2 wrong usage; 3 done, but --strict found events that were refused.`;

const ADVICE = 'add --help to see an example';

/** Runs the command line; answers the exit code. `argv` without the program itself. */
export async function runCommandLine(argv: readonly string[]): Promise<ExitCode> {
  const json = argv.includes('--json');
  const current = session();
  const program = new Command('npm run lake --')
    .description('Works with a Playlake on this machine.')
    .addHelpText('after', HELP)
    .exitOverride()
    .showHelpAfterError(ADVICE)
    .configureOutput({ writeErr: text => void (json || process.stderr.write(text)) });
  addImport(program, current);
  addQuery(program, current);
  addRefine(program, current);
  addSimulate(program, current);
  addGames(program, current);
  addKeys(program, current);
  inherit(program);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return current.exitCode();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok;
    if (json) tell(outputOf({ json }), wrongUsage(`${error.message.replace(/^error: /, '')}: ${ADVICE}`));
    return EXIT.usage;
  }
}

/** Sub-commands throw where the program does. */
function inherit(command: Command): void {
  for (const child of command.commands) inherit(child.exitOverride());
}

function addImport(program: Command, current: Session): void {
  current
    .command(program, 'import')
    .description('imports CSV, TSV, JSON, NDJSON, Parquet or text files (gzip too) as trusted history')
    .argument('<files...>', 'one or more files of one kind')
    .requiredOption('--game <id>', 'the game; created when it is missing')
    .requiredOption(
      '--sql <file>',
      'the mapping: a SELECT … FROM input that names event_type, client_time, player_id, …',
    )
    .option('--distinct-rows', 'equal rows are different events, not duplicates', false)
    .option('--strict', 'exit with 3 when an event was refused', false)
    .addHelpText(
      'after',
      '\nExample:\n  npm run lake -- import --game game1 --sql docs/guides/import/game1-playlog.sql plays.csv.gz',
    )
    .action(
      current.run(({ lake, output, options, args }) =>
        runImport(lake, args, { ...(options as ImportOptions), output }),
      ),
    );
}

function addQuery(program: Command, current: Session): void {
  current
    .command(program, 'query')
    .description('runs a SELECT over the tables of silver and gold')
    .argument('<sql>', 'one statement that reads')
    .option('--csv', 'rows as CSV', false)
    .addHelpText(
      'after',
      '\nExample:\n  npm run lake -- query "SELECT event_date, dau FROM gold.daily_metrics WHERE dimension = \'total\'"',
    )
    .action(
      current.run(async ({ lake, output, options, args }) => {
        if (options.csv && output.json)
          throw wrongUsage('--csv and --json are two forms of one answer: give one of them');
        await runQuery(await lake(), args[0]!, { output, asCsv: options.csv === true });
        return undefined;
      }),
    );
}

function addRefine(program: Command, current: Session): void {
  current
    .command(program, 'refine')
    .description('consumes and merges everything acknowledged, and recomputes what it touched')
    .addHelpText('after', '\nExample:\n  npm run lake -- refine --json')
    .action(
      current.run(async ({ lake, output }) => {
        const run = await (await lake()).call('POST', '/api/operations/refine', {});
        output.answer(
          run,
          () =>
            `merged ${run.objects} objects: ${run.entered} events entered, ${run.duplicate} were duplicates; ${run.milliseconds} ms`,
        );
      }),
    );
}
