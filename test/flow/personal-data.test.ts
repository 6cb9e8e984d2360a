import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { createGame, lakeDirectory, send, startServer } from './running-server.ts';

/** Planted in every place a client can put text; none of them belongs to anybody. */
const PLAYER = 'raw-player-anna-77';
const EMAIL = 'anna.planted@example.com';
const CARD = '4111 1111 1111 1111';
const CARD_DIGITS = '4111111111111111';
const LINKED = 'raw-guest-id-4242';
const PLANTED = [PLAYER, EMAIL, CARD, CARD_DIGITS, LINKED];

test('no raw player id, e-mail or card number is in any byte under the data directory', async () => {
  const { dir, remove } = await lakeDirectory();
  const server = await startServer(dir);
  const key = await createGame(server, 'g');
  const answer = await send(server, key, JSON.stringify({ events: planted() }));
  expect([201, 207]).toContain(answer.status);
  const answered = await answer.text();
  await server.api('POST', '/api/operations/refine', {});
  const silver = (await server.api('POST', '/api/sql', { sql: 'SELECT * FROM silver.events' })) as { rows: unknown[] };
  await server.stop();
  const found = await search(dir);
  await remove();
  expect(silver.rows.length).toBeGreaterThan(5);
  expect(found.files).toBeGreaterThan(5);
  expect(found.hits).toEqual([]);
  for (const word of PLANTED) expect(answered).not.toContain(word);
  for (const word of PLANTED) expect(JSON.stringify(silver.rows)).not.toContain(word);
});

function planted(): unknown[] {
  const time = new Date().toISOString();
  const event = (id: number, rest: Record<string, unknown>) => ({
    event_id: `e${id}`,
    event_type: 'custom',
    player_id: PLAYER,
    client_time: time,
    properties: { custom_name: 'x' },
    ...rest,
  });
  const words = `mail ${EMAIL} or pay ${CARD} or ${CARD_DIGITS}, I am ${PLAYER}`;
  return [
    event(1, { event_type: 'chat_message', properties: { body: words } }),
    event(2, { attributes: { [EMAIL]: words, note: words, card: Number(CARD_DIGITS) } }),
    event(3, { properties: { custom_name: words, unknown: { deep: [words] } } }),
    event(4, { event_type: words }),
    event(5, { session_id: `${PLAYER}-1`, device_model: EMAIL, app_version: CARD_DIGITS }),
    event(6, { event_type: 'player_link', properties: { linked_player_id: LINKED } }),
    event(7, { event_type: 'match_end', properties: { score: words } }),
    event(8, { client_time: words }),
    event(9, { player_id: { email: EMAIL, id: PLAYER } }),
    event(10, { event_type: 'error', properties: { severity: 'error', error_text: words, error_code: EMAIL } }),
    event(11, { [EMAIL]: EMAIL, [PLAYER]: PLAYER }),
    event(12, { event_id: EMAIL }),
    event(13, { event_id: PLAYER }),
    event(14, { country: EMAIL, locale: CARD }),
    event(15, { properties: words }),
    event(16, { attributes: { long: `${'x'.repeat(40_000)} ${words}` } }),
    words,
    [words],
  ];
}

async function search(dir: string): Promise<{ files: number; hits: string[] }> {
  const hits: string[] = [];
  const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile());
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    for (const content of [bytes, ...(await inside(path, bytes))])
      for (const word of PLANTED) if (content.includes(word)) hits.push(`${word} in ${path}`);
  }
  return { files: files.length, hits };
}

/** What a file holds once decompressed: rows of Parquet, frames of gzip and zstd wherever they begin. */
async function inside(path: string, bytes: Buffer): Promise<Buffer[]> {
  if (path.endsWith('.parquet')) {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const rows = await parquetReadObjects({ file, compressors });
    return [Buffer.from(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value)))];
  }
  return [
    ...frames(bytes, Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), zstdDecompressSync),
    ...frames(bytes, Buffer.from([0x1f, 0x8b]), gunzipSync),
  ];
}

function frames(bytes: Buffer, magic: Buffer, decompress: (bytes: Buffer) => Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
    try {
      found.push(decompress(bytes.subarray(at)));
    } catch {
      // four bytes that look like a frame are not always one
    }
  }
  return found;
}
