/** A part of a JSON Schema. */
export type Schema = { [keyword: string]: unknown };

/** How a column is stored. */
export type ColumnType = 'string' | 'long' | 'int' | 'double' | 'decimal' | 'boolean' | 'timestamp' | 'date' | 'json';

/**
 * What one type of the vocabulary means to each reader of it: `words` to people, `sent` and `row` to TypeScript,
 * in an event and in an answer's cell.
 */
type Meaning = {
  column: ColumnType;
  schema: Schema;
  iceberg: string;
  hive: string;
  words: string;
  sent: string;
  row: string;
};

const MAX_INT = 2 ** 31 - 1;

/** The closed list of types: each declares its own schema, column and TypeScript type, so that no reader branches on one. */
export const fieldTypes = {
  string: row({
    column: 'string',
    schema: { type: 'string' },
    iceberg: 'string',
    hive: 'string',
    words: 'text',
    ts: 'string',
  }),
  text: row({
    column: 'string',
    schema: { type: 'string' },
    iceberg: 'string',
    hive: 'string',
    words: 'free text',
    ts: 'string',
  }),
  long: row({
    column: 'long',
    // JSON numbers are exact to 2^53 only
    schema: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
    iceberg: 'long',
    hive: 'bigint',
    words: 'whole number',
    ts: 'number',
  }),
  int: row({
    column: 'int',
    schema: { type: 'integer', minimum: -MAX_INT - 1, maximum: MAX_INT },
    iceberg: 'int',
    hive: 'int',
    words: 'whole number',
    ts: 'number',
  }),
  double: row({
    column: 'double',
    schema: { type: 'number' },
    iceberg: 'double',
    hive: 'double',
    words: 'number',
    ts: 'number',
  }),
  decimal: row({
    column: 'decimal',
    schema: { type: 'number' },
    iceberg: 'decimal(18,6)',
    hive: 'decimal(18,6)',
    words: 'number',
    ts: 'number',
  }),
  boolean: row({
    column: 'boolean',
    schema: { type: 'boolean' },
    iceberg: 'boolean',
    hive: 'boolean',
    words: 'true or false',
    ts: 'boolean',
  }),
  timestamp: {
    ...row({
      column: 'timestamp',
      schema: {},
      iceberg: 'timestamp',
      hive: 'timestamp',
      words: 'ISO 8601 text, or milliseconds since the epoch',
      ts: 'string',
    }),
    // the pipeline reads the time itself and says what is wrong with it
    schema: { type: ['string', 'number'] },
    sent: 'string | number',
  },
  date: row({
    column: 'date',
    schema: { type: 'string' },
    iceberg: 'date',
    hive: 'date',
    words: 'date as YYYY-MM-DD',
    ts: 'string',
  }),
  json: {
    ...row({
      column: 'json',
      schema: {},
      iceberg: 'string',
      hive: 'string',
      words: 'object of texts, numbers and true or false',
      ts: 'string',
    }),
    schema: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
    sent: 'Record<string, string | number | boolean>',
  },
} as const satisfies Record<string, Meaning>;

export type FieldType = keyof typeof fieldTypes;

function row({ ts, ...rest }: Omit<Meaning, 'sent' | 'row'> & { ts: string }): Meaning {
  return { ...rest, sent: ts, row: ts };
}
