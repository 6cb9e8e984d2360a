import { readCatalog } from '../../glue/rendering/catalog.ts';

/** The project's own catalog. */
export const catalog = readCatalog('glue');
