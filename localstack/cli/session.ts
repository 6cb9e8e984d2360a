import type { Command } from 'commander';
import type { LakeClient } from './client.ts';
import { connect } from './connect.ts';
import type { ExitCode } from './failure.ts';
import { EXIT, Failure } from './failure.ts';
import type { Output } from './output.ts';
import { outputOf } from './output.ts';

/** What a command has to work with. `lake` connects when it is first asked. */
export type Task = {
  lake: () => Promise<LakeClient>;
  output: Output;
  options: Record<string, unknown>;
  args: readonly string[];
  dir: string;
};

/** One call of the command line. */
export type Session = {
  /** A sub-command with the options that all of them have. */
  command: (parent: Command, name: string) => Command;
  /** The action of a command: connects, works, closes, and notes how to exit. */
  run: (work: (task: Task) => Promise<ExitCode | undefined>) => (...given: unknown[]) => Promise<void>;
  exitCode: () => ExitCode;
};

/** Begins a call; errors are told here, in JSON on stdout with --json, else in words on stderr. */
export function session(): Session {
  let exit: ExitCode = EXIT.ok;
  return {
    exitCode: () => exit,
    command: (parent, name) =>
      parent
        .command(name)
        .option('--dir <directory>', 'where the lake lies', '.playlake')
        .option('--json', 'one JSON document on stdout', false),
    run:
      work =>
      async (...given) => {
        const command = given.at(-1) as Command;
        const options = command.opts<Record<string, unknown>>();
        const output = outputOf({ json: options.json === true });
        let client: Promise<LakeClient> | undefined;
        const lake = () => (client ??= connect(String(options.dir)));
        try {
          exit = (await work({ lake, output, options, args: command.args, dir: String(options.dir) })) ?? EXIT.ok;
        } catch (error) {
          exit = tell(output, error as Error);
        } finally {
          await client?.then(
            open => open.close(),
            () => undefined, // told already
          );
        }
      },
  };
}

/** Tells how a command failed, in JSON on stdout or in words on stderr; answers the exit code. */
export function tell(output: Output, error: Error): ExitCode {
  const exit = error instanceof Failure ? error.exit : EXIT.failed;
  if (output.json) output.answer({ error: { message: error.message, exit } }, () => '');
  else process.stderr.write(`${error.message}\n`);
  return exit;
}
