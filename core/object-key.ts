const LONGEST_KEY = 1024;

/** Throws unless the key is one that a file tree and S3 both hold: `a/b/c`, no empty, `.` or `..` part, no NUL or backslash. */
export function checkKey(key: string): void {
  const wrong = fault(key);
  if (wrong)
    throw new Error(`object key ${JSON.stringify(key.slice(0, 200))} ${wrong}: use parts separated by single slashes`);
}

/** Whether the key is one. */
export const isKey = (key: string): boolean => fault(key) === undefined;

function fault(key: string): string | undefined {
  const parts = key.split('/');
  if (key.includes('\0') || key.includes('\\')) return 'holds a NUL or a backslash';
  if (parts.includes('')) return 'is empty, begins or ends with a slash, or has two in a row';
  if (parts.includes('.') || parts.includes('..')) return 'has a part that is . or ..';
  if (parts[0] === TEMPORARY) return `begins with ${TEMPORARY}, where unfinished objects are kept`;
  if (Buffer.byteLength(key) > LONGEST_KEY) return `is longer than ${LONGEST_KEY} bytes`;
  return undefined;
}

/** Directory of unfinished objects, beside the objects so that a rename is atomic. */
export const TEMPORARY = '.unfinished';

/** Order of keys: that of their UTF-8 bytes, as on S3. */
export const inKeyOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
