import { parse, stringify } from 'yaml';
import type { Catalog } from './catalog.ts';
import type { Contract, Property } from './contract.ts';
import type { Limits } from './fields.ts';
import { limitsOf } from './fields.ts';

/** What a contract promised of one property. */
export type ReleasedProperty = Limits & { type: string; required?: boolean; sent_as?: string };

/** A contract as it was released. */
export type ReleasedContract = { version: string; properties: Readonly<Record<string, ReleasedProperty>> };

/** Everything that was released: field ids are kept for ever, contracts as of their last release. */
export type Release = {
  fields: Readonly<Record<string, number>>;
  contracts: Readonly<Record<string, ReleasedContract>>;
};

/** What the catalog promises now, by `zone/name`. */
export const releaseOf = ({ fields, events, stored }: Catalog): Release => ({
  fields: Object.fromEntries([...fields.values()].map(({ name, id }) => [name, id])),
  contracts: Object.fromEntries(
    [...events, ...stored].map(contract => [`${contract.zone}/${contract.name}`, released(contract)]),
  ),
});

/** The record after a release: the present contracts, and every field id there ever was. */
export const recorded = (before: Release, now: Release): Release => ({
  ...now,
  fields: { ...before.fields, ...now.fields },
});

/** Reads `released.yaml`; nothing was released where there is no such file. */
export const readRelease = (text: string | undefined): Release =>
  text === undefined ? { fields: {}, contracts: {} } : (parse(text) as Release);

/** Writes `released.yaml`, one line a property, so that a release reads as a diff. */
export function releaseText({ fields, contracts }: Release): string {
  const contractTexts = Object.entries(contracts).map(
    ([name, { version, properties }]) =>
      `  ${name}:\n    version: ${version}\n    properties:\n${flow(properties, '      ')}`,
  );
  return `# What was last released, recorded by 'npm run render -- --release'. A contract that breaks it needs a new major version;
# a field id is never changed and never given to another name. Do not edit.
fields:
${flow(fields, '  ')}contracts:
${contractTexts.join('')}`;
}

const released = ({ version, properties }: Contract): ReleasedContract => ({
  version,
  properties: Object.fromEntries(properties.map(property => [property.field.name, promise(property)])),
});

const promise = ({ field, required }: Property): ReleasedProperty => ({
  type: field.type,
  ...(required ? { required } : {}),
  ...(field.sent_as ? { sent_as: field.sent_as.name } : {}),
  ...limitsOf(field),
});

const flow = (members: Readonly<Record<string, unknown>>, indent: string): string =>
  Object.entries(members)
    .map(([name, value]) => `${indent}${name}: ${stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim()}\n`)
    .join('');
