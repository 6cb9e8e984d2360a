import type { Catalog } from './catalog.ts';
import type { Contract, Property } from './contract.ts';
import { envelopeOf, nameIn, ownProperties } from './event-schema.ts';
import { fieldTypes } from './field-types.ts';
import type { Field } from './fields.ts';
import { describe } from './fields.ts';
import type { Table } from './tables.ts';
import { banner, pascal } from './text.ts';

/** Renders `types.ts`: each event as a client sends it, and each table's row as a query answers it. */
export function renderTypes(catalog: Catalog): string {
  const union = catalog.events.map(({ name }) => `  | ${pascal(name)}`).join('\n');
  return `${banner('//')}

${catalog.events.map(contract => eventType(contract, catalog.envelope)).join('\n')}
/** Any event a client may send. */
export type GameEvent =
${union};

${catalog.tables.map(rowType).join('\n')}`;
}

function eventType(contract: Contract, envelope: readonly Field[]): string {
  const own = ownProperties(contract);
  const mark = own.some(property => property.required) ? '' : '?';
  const members = envelopeOf(contract, envelope)
    .map(property => sentMember(property, '  '))
    .join('');
  return `/** ${contract.purpose} */
export type ${pascal(contract.name)} = {
${members}  properties${mark}: {
${own.map(property => sentMember(property, '    ')).join('')}  }${mark ? ' | null' : ''};
};
`;
}

const sentMember = ({ field, required }: Property, indent: string): string =>
  `${indent}/** ${field.sent_as?.meaning ?? describe(field)} */
${indent}${nameIn('sent', field)}${required ? '' : '?'}: ${sentType(field)}${required ? '' : ' | null'};
`;

const sentType = (field: Field): string =>
  field.values ? field.values.map(value => `'${value}'`).join(' | ') : fieldTypes[field.type].sent;

const rowType = ({ name, purpose, properties }: Table): string => `/** ${purpose} */
export type ${pascal(name)}Row = {
${properties.map(rowMember).join('')}};
`;

const rowMember = ({ field, required }: Property): string =>
  `  /** ${describe(field)} */
  ${field.name}: ${fieldTypes[field.type].row}${required ? '' : ' | null'};
`;
