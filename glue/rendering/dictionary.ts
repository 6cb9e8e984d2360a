import type { Catalog } from './catalog.ts';
import type { Contract } from './contract.ts';
import { columnGrid, fieldGrid, rules } from './dictionary-grids.ts';
import { envelopeOf, ownProperties } from './event-schema.ts';
import { eventExample } from './example.ts';
import type { Field } from './fields.ts';
import { codes, facts, grid, page } from './markdown.ts';
import type { Table } from './tables.ts';

/** Renders the data dictionary: path under `docs/dictionary` → Markdown, a page per table and per event. */
export const renderDictionary = (catalog: Catalog): [string, string][] => [
  ['README.md', contents(catalog)],
  ...catalog.tables.map((table): [string, string] => [`${table.name.replace('.', '/')}.md`, tablePage(table)]),
  ...catalog.events.map((contract): [string, string] => [
    `events/${contract.name}.md`,
    eventPage(contract, catalog.envelope),
  ]),
];

function contents({ tables, events }: Catalog): string {
  return page('The data dictionary', [
    'What every table holds, and what every event says. One name means one thing in all of them: the vocabulary is `glue/fields.yaml`.',
    '## Tables',
    grid(
      ['table', 'what it holds', 'a row is'],
      tables.map(table => [
        `[${table.name}](${table.name.replace('.', '/')}.md)`,
        table.purpose,
        table.grain_description,
      ]),
    ),
    '## Events',
    grid(
      ['event', 'what happened', 'version'],
      events.map(({ name, purpose, version }) => [`[${name}](events/${name}.md)`, purpose, version]),
    ),
    '## Classes of personal data',
    grid(
      ['class', 'what it means'],
      [
        ['none', 'says nothing about who the player is'],
        [
          'pseudonym',
          'a keyed hash of an id: the same player gives the same value, nobody without the secret gets back',
        ],
        ['masked', 'free text; e-mail addresses, phone and card numbers in it are replaced before it is stored'],
      ],
    ),
  ]);
}

function tablePage(table: Table): string {
  const { name, purpose, usage, properties, contract } = table;
  return page(name, [
    purpose,
    usage,
    ...(contract?.limitations ? [contract.limitations] : []),
    facts([
      ['A row is', table.grain_description],
      ['Key', codes(table.grain)],
      ['Partitioned by', table.partition ? `\`${table.partition}\`` : undefined],
      ['Contract', contract && `version ${contract.version}`],
    ]),
    '## Columns',
    columnGrid(properties, table.grain),
    ...rules(contract?.quality ?? []),
  ]);
}

function eventPage(contract: Contract, envelope: readonly Field[]): string {
  const { name, purpose, usage, limitations, version } = contract;
  return page(name, [
    purpose,
    usage,
    ...(limitations ? [limitations] : []),
    facts([
      ['Sent as', contract.grain_description],
      ['Read as', `\`silver.${name}\`, a view of [silver.events](../silver/events.md)`],
      ['Contract', `version ${version}`],
      ['Schema', `[${name}.schema.json](../../../glue/rendered/schemas/${name}.schema.json)`],
    ]),
    '## Properties',
    fieldGrid(ownProperties(contract)),
    '## Beside the properties',
    fieldGrid(envelopeOf(contract, envelope)),
    'An optional value may be left out or `null`. Names the contract does not know are kept in `attributes` and counted as drift.',
    '## Example',
    `\`\`\`json\n${JSON.stringify(eventExample(contract, envelope), null, 2)}\n\`\`\``,
    ...rules(contract.quality),
  ]);
}
