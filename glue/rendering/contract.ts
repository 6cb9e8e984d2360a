import { parse } from 'yaml';
import type { Field, Vocabulary } from './fields.ts';

/** Who wants what of one field. */
export type Property = { field: Field; required: boolean };

/** A rule over the lake's tables: `query` answers one number, or `metric` is one of the standard's own. */
export type Quality = {
  name: string;
  description: string;
  severity: 'error' | 'warning';
  type: 'sql' | 'library';
  query?: string;
  metric?: string;
  arguments?: { properties?: string[] };
  mustBe?: number;
};

/** What the renderer takes from an ODCS document; `key` lists the grain in order. */
export type Contract = {
  zone: 'events' | 'silver' | 'gold';
  name: string;
  version: string;
  purpose: string;
  usage: string;
  limitations?: string;
  grain_description: string;
  properties: readonly Property[];
  key: readonly string[];
  partition?: string;
  quality: readonly Quality[];
};

type OdcsProperty = {
  name: string;
  required?: boolean;
  primaryKey?: boolean;
  primaryKeyPosition?: number;
  partitioned?: boolean;
};
type Odcs = {
  name: string;
  version: string;
  description: { purpose: string; usage: string; limitations?: string };
  schema: { name: string; dataGranularityDescription: string; properties: OdcsProperty[]; quality?: Quality[] }[];
};

/** What a contract may say of a property: the rest is the vocabulary's. */
const PROPERTY_KEYS = ['name', 'required', 'primaryKey', 'primaryKeyPosition', 'partitioned', 'partitionKeyPosition'];

/** Reads one ODCS document against the vocabulary. Throws when it names an unknown field, one twice, or repeats what fields.yaml says. */
export function readContract(text: string, file: string, fields: Vocabulary): Contract {
  const odcs = parse(text) as Odcs;
  const [zone, base] = file.split('/').slice(-2) as [Contract['zone'], string];
  const table = odcs.schema[0]!;
  const problems = [...nameProblems(odcs, base), ...propertyProblems(table.properties, fields)];
  if (problems.length > 0) throw new Error(`${file}:\n  ${problems.join('\n  ')}`);
  const partition = table.properties.find(property => property.partitioned)?.name;
  return {
    zone,
    name: odcs.name,
    version: odcs.version,
    ...odcs.description,
    grain_description: table.dataGranularityDescription,
    properties: table.properties.map(({ name, required }) => ({
      field: fields.get(name)!,
      required: required === true,
    })),
    key: keyOf(table.properties),
    ...(partition ? { partition } : {}),
    quality: table.quality ?? [],
  };
}

/** A document's name, or the zone and name: `match_end`, `silver.players`. */
export const titleOf = ({ zone, name }: Pick<Contract, 'zone' | 'name'>): string =>
  zone === 'events' ? name : `${zone}.${name}`;

const keyOf = (properties: readonly OdcsProperty[]): string[] =>
  properties
    .filter(property => property.primaryKey)
    .toSorted((a, b) => (a.primaryKeyPosition ?? 0) - (b.primaryKeyPosition ?? 0))
    .map(property => property.name);

function nameProblems({ name, version, schema }: Odcs, base: string): string[] {
  const rules: [boolean, string][] = [
    [base === `${name}.odcs.yaml`, `its name is '${name}': name the file ${name}.odcs.yaml`],
    [schema[0]?.name === name, `its schema is called '${schema[0]?.name}': call it ${name}`],
    [/^\d+\.\d+\.\d+$/.test(version), `its version is '${version}': write major.minor.patch`],
  ];
  return rules.filter(([holds]) => !holds).map(([, problem]) => problem);
}

function propertyProblems(properties: readonly OdcsProperty[], fields: Vocabulary): string[] {
  const seen = new Set<string>();
  return properties.flatMap(property => {
    const { name } = property;
    const repeated = seen.has(name);
    seen.add(name);
    return [
      ...(fields.has(name) ? [] : [`names the unknown field '${name}': add it to fields.yaml or correct the name`]),
      ...(repeated ? [`lists ${name} twice: remove one`] : []),
      ...Object.keys(property)
        .filter(key => !PROPERTY_KEYS.includes(key))
        .map(
          key =>
            `says '${key}' of ${name}: a contract says ${PROPERTY_KEYS.join(', ')}, the rest stands in fields.yaml`,
        ),
    ];
  });
}
