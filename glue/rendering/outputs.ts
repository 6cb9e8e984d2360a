import { join } from 'node:path';
import type { Catalog } from './catalog.ts';
import { renderColumns } from './columns-module.ts';
import { renderContracts } from './contracts-module.ts';
import { renderDictionary } from './dictionary.ts';
import { eventSchema } from './event-schema.ts';
import { renderIceberg } from './iceberg-module.ts';
import { renderModels } from './models.ts';
import { renderTypes } from './types-module.ts';
import { renderValidators, renderValidatorTypes } from './validators.ts';

/** Every rendered file: path from the project's root → text. */
export type Outputs = ReadonlyMap<string, string>;

/** Folders that hold rendered files and nothing else. */
export const renderedFolders = ['glue/rendered', 'docs/dictionary'] as const;

/** Renders everything that follows from the catalog and the models in the folder `glue`. */
export async function outputsOf(catalog: Catalog, glue: string): Promise<Outputs> {
  const modules: [string, string][] = [
    ['contracts.ts', renderContracts(catalog)],
    ['columns.ts', renderColumns(catalog)],
    ['iceberg.ts', renderIceberg(catalog)],
    ['types.ts', renderTypes(catalog)],
    ['models.ts', renderModels(join(glue, 'models'))],
    ['validators.js', await renderValidators(catalog)],
    ['validators.d.ts', renderValidatorTypes()],
    ...catalog.events.map((contract): [string, string] => [
      `schemas/${contract.name}.schema.json`,
      `${JSON.stringify(eventSchema(contract, catalog.envelope, 'sent'), null, 2)}\n`,
    ]),
  ];
  return new Map([
    ...modules.map(([name, text]): [string, string] => [`glue/rendered/${name}`, text]),
    ...renderDictionary(catalog).map(([name, text]): [string, string] => [`docs/dictionary/${name}`, text]),
  ]);
}
