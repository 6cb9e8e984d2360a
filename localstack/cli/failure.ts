/** Exit codes of the command line: 0 ok, 1 failed, 2 wrong usage, 3 done, but not everything was as asked (`--strict`). */
export const EXIT = { ok: 0, failed: 1, usage: 2, partly: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a message for people and a code for scripts. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exit: ExitCode;
  constructor(message: string, exit: ExitCode = EXIT.failed) {
    super(message);
    this.exit = exit;
  }
}

/** The command was called wrongly. */
export const wrongUsage = (message: string): Failure => new Failure(message, EXIT.usage);
