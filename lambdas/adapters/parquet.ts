import { constants, zstdCompressSync } from 'node:zlib';
import type { ColumnChunk, SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import type { Column } from '../../glue/rendered/columns.ts';
import type { ColumnValues, ParquetBatch } from './parquet-batch.ts';
import { schemaOf } from './parquet-types.ts';
import type { EncodedValues } from './parquet-values.ts';
import { encodeValues } from './parquet-values.ts';

const MAGIC = 0x31524150; // PAR1
/** Shorter pages are stored as they are: a frame of zstd costs more than it saves. */
const WORTH_COMPRESSING = 96;
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** One Parquet file of one row group, with pinned field ids. Wide tables are cheap: a column without values costs its header only. */
export function writeParquet(columns: readonly Column[], { rows, columns: values }: ParquetBatch): Uint8Array {
  const schema = schemaOf(columns);
  const writer = new ByteWriter(64 * 1024);
  writer.appendUint32(MAGIC);
  const chunks = columns.map((column, index) =>
    writeChunk(writer, { column, element: schema[index + 1]!, rows, values: values.get(column.name)! }),
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

type Chunk = { column: Column; element: SchemaElement; rows: number; values: ColumnValues };

function writeChunk(writer: ByteWriter, { column, element, rows, values: { values, present } }: Chunk): ColumnChunk {
  const start = writer.offset;
  const encoded: EncodedValues = values.length > 0 ? encodeValues(column.type, values) : NOTHING;
  const dictionary = encoded.dictionary ? writeDictionary(writer, encoded.dictionary) : 0;
  const data_page_offset = writer.offset;
  const page = writeDataPage(writer, { encoded, rows, nulls: rows - values.length, present });
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
      statistics: { null_count: BigInt(rows - values.length) },
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

type Page = { encoded: EncodedValues; rows: number; nulls: number; present: Uint8Array };

/** Writes the one data page (version 2) of a chunk and answers its uncompressed size, header included. */
function writeDataPage(writer: ByteWriter, { encoded: { encoding, data }, rows, nulls, present }: Page): number {
  const levels = definitionLevels({ rows, nulls, present });
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

/** Which rows have a value, one bit each: a single run where all or none have, packed bits otherwise. */
function definitionLevels({ rows, nulls, present }: Omit<Page, 'encoded'>): Uint8Array {
  const writer = new ByteWriter(present.length + 8);
  if (nulls === 0 || nulls === rows) {
    writer.appendVarInt(rows << 1);
    writer.appendUint8(nulls === 0 ? 1 : 0);
  } else {
    const groups = (rows + 7) >> 3;
    writer.appendVarInt((groups << 1) | 1);
    writer.appendBytes(present.subarray(0, groups));
  }
  return writer.getBytes();
}
