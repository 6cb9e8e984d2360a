import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder hold exactly these files. What is there already is left alone and each file appears whole, so that processes may
 * write the same folder at the same time, and read it.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, contents] of files) if (!holds(join(folder, name), contents)) replace(join(folder, name), contents);
  for (const name of readdirSync(folder))
    if (!files.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

function holds(path: string, contents: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(contents);
  } catch {
    return false;
  }
}

/** The new file waits beside the folder, where nobody looks. */
function replace(path: string, contents: Uint8Array): void {
  const waiting = `${dirname(path)}-${basename(path)}.${process.pid}.tmp`;
  writeFileSync(waiting, contents);
  renameSync(waiting, path);
}
