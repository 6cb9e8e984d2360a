/** A JSON pointer (RFC 6901) to the property reached by these names. */
export const pointerOf = (path: readonly string[]): string =>
  path.map(name => `/${name.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A value's kind and size: enough to find it, too little to know it. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `text of ${[...value].length} characters`;
  if (typeof value === 'number') return Number.isInteger(value) ? 'a whole number' : 'a number';
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
