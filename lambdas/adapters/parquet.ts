import { constants, zstdCompressSync } from 'node:zlib';
import type { ColumnChunk, SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import type { EventTable } from '../../core/event-table.ts';
import type { Column } from '../../glue/rendered/columns.ts';
import { presenceOf, rowsIn, valuesOf } from './parquet-batch.ts';
import { schemaOf } from './parquet-types.ts';
import type { EncodedValues } from './parquet-values.ts';
import { encodeValues } from './parquet-values.ts';

const MAGIC = 0x31524150; // PAR1
/** Shorter pages are stored as they are: a frame of zstd costs more than it saves. */
const WORTH_COMPRESSING = 96;
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/**
 * One Parquet file of one row group, the tables laid end to end, with pinned field ids. Wide tables are cheap: a column without
 * values costs its header only. Throws when a table has a column that the schema lacks.
 */
export function writeParquet(columns: readonly Column[], parts: readonly EventTable[]): Uint8Array {
  checkNames(columns, parts);
  const rows = rowsIn(parts);
  const schema = schemaOf(columns);
  const writer = new ByteWriter(64 * 1024);
  writer.appendUint32(MAGIC);
  const chunks = columns.map((column, index) =>
    writeChunk(writer, { column, element: schema[index + 1]!, rows, parts }),
  );
  const size = chunks.reduce((sum, { meta_data }) => sum + meta_data!.total_uncompressed_size, 0n);
  const group = { columns: chunks, total_byte_size: size, num_rows: BigInt(rows) };
  const created_by = 'playlake';
  writeMetadata(writer, {
    version: 2,
    created_by,
    schema,
    num_rows: BigInt(rows),
    row_groups: [group],
    metadata_length: 0,
  });
  writer.appendUint32(MAGIC);
  return writer.getBytes();
}

function checkNames(columns: readonly Column[], parts: readonly EventTable[]): void {
  const known = new Set(columns.map(column => column.name));
  for (const part of parts)
    for (const name in part.columns)
      if (!known.has(name)) throw new Error(`the table has no column '${name}': add it to its contract and render`);
}

type Chunk = { column: Column; element: SchemaElement; rows: number; parts: readonly EventTable[] };

function writeChunk(writer: ByteWriter, { column, element, rows, parts }: Chunk): ColumnChunk {
  const start = writer.offset;
  const values = valuesOf(parts, column.name);
  const nulls = rows - values.length;
  const encoded: EncodedValues = values.length > 0 ? encodeValues(column.type, values) : NOTHING;
  const dictionary = encoded.dictionary ? writeDictionary(writer, encoded.dictionary) : 0;
  const data_page_offset = writer.offset;
  const levels = nulls === 0 || nulls === rows ? oneRun(rows, nulls === 0) : bitmap(presenceOf(parts, column.name));
  const page = writeDataPage(writer, { encoded, rows, nulls, levels });
  return {
    file_offset: BigInt(start),
    meta_data: {
      type: element.type!,
      encodings: encoded.dictionary ? ['PLAIN', 'RLE', encoded.encoding] : ['RLE', encoded.encoding],
      path_in_schema: [column.name],
      codec: 'ZSTD',
      num_values: BigInt(rows),
      total_compressed_size: BigInt(writer.offset - start),
      total_uncompressed_size: BigInt(dictionary + page),
      data_page_offset: BigInt(data_page_offset),
      ...(dictionary > 0 && { dictionary_page_offset: BigInt(start) }),
      statistics: { null_count: BigInt(nulls) },
    },
  };
}

const NOTHING: EncodedValues = { encoding: 'PLAIN', data: new Uint8Array(0) };

/** Writes the page and answers its uncompressed size, header included. */
function writeDictionary(writer: ByteWriter, { data, size }: { data: Uint8Array; size: number }): number {
  // a dictionary page cannot say that it is not compressed
  const stored = zstdCompressSync(data, ZSTD);
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DICTIONARY_PAGE',
    uncompressed_page_size: data.length,
    compressed_page_size: stored.length,
    dictionary_page_header: { num_values: size, encoding: 'PLAIN' },
  });
  const header = writer.offset - start;
  writer.appendBytes(stored);
  return header + data.length;
}

type Page = { encoded: EncodedValues; rows: number; nulls: number; levels: Uint8Array };

/** Writes the one data page (version 2) of a chunk and answers its uncompressed size, header included. */
function writeDataPage(writer: ByteWriter, { encoded: { encoding, data }, rows, nulls, levels }: Page): number {
  const compressed = data.length >= WORTH_COMPRESSING;
  const stored = compressed ? zstdCompressSync(data, ZSTD) : data;
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levels.length + data.length,
    compressed_page_size: levels.length + stored.length,
    data_page_header_v2: {
      num_values: rows,
      num_nulls: nulls,
      num_rows: rows,
      encoding,
      definition_levels_byte_length: levels.length,
      repetition_levels_byte_length: 0,
      is_compressed: compressed,
    },
  });
  const header = writer.offset - start;
  writer.appendBytes(levels);
  writer.appendBytes(stored);
  return header + levels.length + data.length;
}

/** Definition levels of rows that all have a value, or none. */
function oneRun(rows: number, present: boolean): Uint8Array {
  const writer = new ByteWriter(8);
  writer.appendVarInt(rows << 1);
  writer.appendUint8(present ? 1 : 0);
  return writer.getBytes();
}

/** Definition levels of rows of which some have a value: one bit each. */
function bitmap(present: Uint8Array): Uint8Array {
  const writer = new ByteWriter(present.length + 8);
  writer.appendVarInt((present.length << 1) | 1);
  writer.appendBytes(present);
  return writer.getBytes();
}
