import { runCommandLine } from '../../../localstack/cli/program.ts';
import type { Ended } from '../../flow/command-line.ts';

/** Runs the command line in this process, with what it prints collected; one call at a time. */
export async function lake(...argv: string[]): Promise<Ended> {
  const printed = { stdout: '', stderr: '' };
  const collect = (name: keyof typeof printed) => {
    const { write } = process[name];
    process[name].write = (text: string | Uint8Array) => {
      printed[name] += String(text);
      return true;
    };
    return () => {
      process[name].write = write;
    };
  };
  const restore = [collect('stdout'), collect('stderr')];
  try {
    const code = await runCommandLine(argv);
    return { code, ...printed };
  } finally {
    for (const undo of restore) undo();
  }
}

/** The one JSON document that a command printed; throws when there is anything else. */
export function documentOf({ stdout, stderr }: Ended): Record<string, unknown> {
  if (stderr !== '') throw new Error(`something was printed beside the document: ${stderr}`);
  return JSON.parse(stdout) as Record<string, unknown>;
}
