import type { Limits } from './fields.ts';
import type { Release, ReleasedContract, ReleasedProperty } from './release.ts';

/**
 * Lists what the present contracts break of the released ones, one sentence each; empty where nothing breaks.
 * A contract whose major version rose may break what it likes; field ids may never change.
 */
export const breakingChanges = (released: Release, current: Release): string[] => [
  ...changedIds(released, current),
  ...Object.entries(released.contracts).flatMap(([name, before]) => {
    const after = current.contracts[name];
    if (!after) return [`${name} is gone: put the contract back; a contract nobody sends stays, deprecated`];
    if (major(after) > major(before)) return [];
    return contractBreaks(before, after).map(
      problem => `${name} ${problem}; undo it, or raise the version to ${major(before) + 1}.0.0`,
    );
  }),
];

function changedIds(released: Release, current: Release): string[] {
  const nameOf = new Map(Object.entries(released.fields).map(([name, id]) => [id, name]));
  return Object.entries(current.fields).flatMap(([name, id]) => {
    const before = released.fields[name];
    if (before !== undefined && before !== id)
      return [`field ${name} has the id ${id}, released was ${before}: put ${before} back`];
    const owner = nameOf.get(id);
    if (owner !== undefined && owner !== name)
      return [`field ${name} has the id ${id}, which belongs to ${owner} for ever: take a new one`];
    return [];
  });
}

function contractBreaks(before: ReleasedContract, after: ReleasedContract): string[] {
  const known = Object.entries(before.properties).flatMap(([name, was]) => {
    const is = after.properties[name];
    return is ? propertyBreaks(was, is).map(problem => `${name}: ${problem}`) : [`${name}: removed`];
  });
  const demanded = Object.entries(after.properties)
    .filter(([name, { required }]) => required && !before.properties[name])
    .map(([name]) => `${name}: new and required`);
  return [...known, ...demanded];
}

const propertyBreaks = (was: ReleasedProperty, is: ReleasedProperty): string[] => [
  ...(was.type === is.type ? [] : [`type changed from ${was.type} to ${is.type}`]),
  ...(was.sent_as === is.sent_as ? [] : [`sent as ${is.sent_as ?? 'itself'}, was ${was.sent_as ?? 'itself'}`]),
  ...(is.required && !was.required ? ['made required'] : []),
  ...narrowed(was, is),
];

const CEILINGS = ['max', 'max_length', 'max_properties'] as const;
const FLOORS = ['min', 'min_length'] as const;

const narrowed = (was: Limits, is: Limits): string[] =>
  [
    ...CEILINGS.filter(name => (is[name] ?? Infinity) < (was[name] ?? Infinity)),
    ...FLOORS.filter(name => (is[name] ?? -Infinity) > (was[name] ?? -Infinity)),
    // whether one pattern allows all of another cannot be told
    ...(is.pattern !== undefined && is.pattern !== was.pattern ? (['pattern'] as const) : []),
    ...(is.values && !isWithin(was.values, is.values) ? (['values'] as const) : []),
  ].map(name => `${name} narrowed from ${shown(was[name])} to ${shown(is[name])}`);

const isWithin = (was: Limits['values'], is: readonly string[]): boolean =>
  was?.every(value => is.includes(value)) ?? false;

const shown = (limit: unknown): string => (limit === undefined ? 'none' : JSON.stringify(limit));

const major = ({ version }: ReleasedContract): number => Number(version.split('.')[0]);
