import { readFile } from 'node:fs/promises';
import type { Json } from '../../core/ports.ts';
import type { LakeClient } from './client.ts';
import type { ExitCode } from './failure.ts';
import { EXIT, Failure, wrongUsage } from './failure.ts';
import type { ImportCounts } from './import-run.ts';
import { importEvents } from './import-run.ts';
import { inputRelation } from './input-relation.ts';
import type { Output } from './output.ts';
import { progress } from './progress.ts';
import { readEvents } from './read-events.ts';

/** `sql` is the path of the mapping. */
export type ImportOptions = { game: string; sql: string; distinctRows: boolean; strict: boolean };

/** Imports files into a game, which is created when it is missing; then everything is consumed and refined. */
export async function runImport(
  client: () => Promise<LakeClient>,
  files: readonly string[],
  { output, ...options }: ImportOptions & { output: Output },
): Promise<ExitCode> {
  const { created, ...counts } = await importFiles(client, files, { output, ...options });
  const lake = await client();
  output.note('refining …');
  const run = await lake.call('POST', '/api/operations/refine', {});
  const { total } = await lake.call('GET', `/api/streaming/status?game=${encodeURIComponent(options.game)}&limit=1`);
  const document: Json = { game: options.game, created, ...counts, accounting: total ?? null, run };
  output.answer(document, () => reportOf(options.game, counts, total as Record<string, number>));
  return options.strict && counts.refused.length > 0 ? EXIT.partly : EXIT.ok;
}

/** Reads the files and sends their events; what reading took is given back before anything is refined. */
async function importFiles(
  client: () => Promise<LakeClient>,
  files: readonly string[],
  { output, ...options }: ImportOptions & { output: Output },
): Promise<ImportCounts & { created: boolean }> {
  const relation = inputRelation(files);
  const sql = await readFile(options.sql, 'utf8').catch(() => {
    throw wrongUsage(`there is no file ${options.sql}: give the mapping, a SELECT … FROM input, with --sql`);
  });
  const reader = await readEvents({ relation, sql, distinct_rows: options.distinctRows });
  try {
    const lake = await client();
    const created = await ensureGame(lake, options.game, output);
    const bar = await progress('importing', reader.count);
    const counts = await send(lake, { game: options.game, reader, onProgress: bar.update }).finally(bar.stop);
    if (counts.rows === 0) throw new Failure('the SELECT gave no rows: nothing was imported');
    return { created, ...counts };
  } finally {
    await reader.close();
  }
}

async function send(
  lake: LakeClient,
  {
    game,
    reader,
    onProgress,
  }: { game: string; reader: Awaited<ReturnType<typeof readEvents>>; onProgress: (rows: number) => void },
): Promise<ImportCounts> {
  const sender = await lake.sender(game);
  try {
    return await importEvents(reader, sender, onProgress);
  } finally {
    await sender.close();
  }
}

async function ensureGame(lake: LakeClient, game: string, output: Output): Promise<boolean> {
  const games = await allGames(lake);
  if (games.includes(game)) return false;
  await lake.call('POST', '/api/games', { id: game, name: game });
  output.note(
    `created the game '${game}'; its days are UTC days (another offset: games create --offset, before importing)`,
  );
  return true;
}

async function allGames(lake: LakeClient): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ''; ; ) {
    const { games, next_cursor } = await lake.call('GET', `/api/games?limit=500${cursor}`);
    ids.push(...(games as { id: string }[]).map(({ id }) => id));
    if (next_cursor === null) return ids;
    cursor = `&cursor=${next_cursor}`;
  }
}

function reportOf(game: string, { rows, accepted, refused }: ImportCounts, total: Record<string, number>): string {
  const lines = refused.map(
    ({ reason, count, example }) =>
      `  refused ${count} ${reason}: ${example.message}${example.pointer && ` (${example.pointer})`}`,
  );
  const accounting = Object.entries(total)
    .map(([name, count]) => `${name} ${count}`)
    .join('  ');
  return [`${rows} rows read, ${accepted} accepted`, ...lines, `${game} in all: ${accounting}`].join('\n');
}
