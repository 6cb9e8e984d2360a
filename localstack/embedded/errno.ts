/** Whether the error is the system's of that code (`ENOENT`). */
export const hasCode = (error: unknown, ...codes: string[]): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));

/** The outcome, or undefined when it failed with one of these codes. */
export async function unless<T>(codes: readonly string[], outcome: Promise<T>): Promise<T | undefined> {
  try {
    return await outcome;
  } catch (error) {
    if (hasCode(error, ...codes)) return undefined;
    throw error;
  }
}

/** The file or directory is not there. */
export const ABSENT = ['ENOENT', 'ENOTDIR'];
