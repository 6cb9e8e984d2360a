/**
 * The one JSON text of a value: names in code unit order, no spaces, properties that are null or undefined left out.
 * Equal values have equal text whatever the order of their names.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value as Record<string, unknown>);
  return JSON.stringify(value ?? null);
}

function canonicalObject(object: Record<string, unknown>): string {
  let text = '';
  for (const name of sortedNames(object)) {
    const value = object[name];
    if (value === null || value === undefined) continue;
    text += `${text === '' ? '' : ','}${quoted(name)}:${canonicalJson(value)}`;
  }
  return `{${text}}`;
}

const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

// most text needs no escapes, and then two quotes are cheaper than JSON.stringify
const quoted = (text: string): string => (text.length < 200 && PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** A few names are sorted by insertion, which is faster than sort() for what events have. */
function sortedNames(object: Record<string, unknown>): string[] {
  const names = Object.keys(object);
  if (names.length > 24) return names.sort();
  for (let i = 1; i < names.length; i++) {
    const name = names[i]!;
    let at = i;
    for (; at > 0 && names[at - 1]! > name; at--) names[at] = names[at - 1]!;
    names[at] = name;
  }
  return names;
}
