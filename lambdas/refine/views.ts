import { text } from '../../core/sql.ts';
import { tables } from '../../glue/rendered/columns.ts';
import type { EventType } from '../../glue/rendered/contracts.ts';
import { eventContracts, fields } from '../../glue/rendered/contracts.ts';

/** Statements that make a view per contract: `silver.purchase` has the events of that type, with the columns its contract knows. */
export const contractViews = (): string[] =>
  (Object.keys(eventContracts) as EventType[]).map(
    type => `
CREATE OR REPLACE VIEW silver.${type} AS
SELECT ${columnsOfType(type).join(', ')}
FROM silver.events
WHERE event_type = ${text(type)}`,
  );

/** Columns of silver.events, without properties of other contracts; money comes with what it is worth. */
function columnsOfType(type: EventType): string[] {
  const { properties } = eventContracts[type];
  const own = new Set(properties.includes('currency') ? [...properties, 'amount_usd'] : properties);
  return tables['silver.events'].columns
    .map(({ name }) => name)
    .filter(name => own.has(name) || !(isProperty(name) || name === 'amount_usd'));
}

const isProperty = (name: string): boolean => fields[name as keyof typeof fields].sent === 'property';
