import { limits } from '../../core/limits.ts';
import type { EventAnswer } from '../../lambdas/collect/ingest.ts';
import type { Sender } from './client.ts';
import type { EventReader } from './read-events.ts';

/** Events refused for one reason, with the first of them; never with what was in it. */
export type RefusedEvents = {
  reason: string;
  count: number;
  example: { event_id: string | null; pointer: string; message: string };
};

/** What became of the rows on their way in. */
export type ImportCounts = { rows: number; accepted: number; refused: RefusedEvents[] };

/** Requests on their way at a time: they share the log's writes to the disk. */
const LANES = 8;

/** Sends every event of the reader, 500 at a time; memory stays as it is, however many there are. */
export async function importEvents(
  reader: EventReader,
  sender: Sender,
  onProgress: (rows: number) => void,
): Promise<ImportCounts> {
  const counts = { rows: 0, accepted: 0 };
  const refused = new Map<string, RefusedEvents>();
  const note = (answers: readonly EventAnswer[]) => {
    for (const answer of answers) {
      if (answer.status === 'accepted') counts.accepted += 1;
      else noteRefusal(refused, answer);
    }
    counts.rows += answers.length;
    onProgress(counts.rows);
  };
  const batches = batchesOf(reader.events(), limits.request_events);
  const lane = async () => {
    for (let next = await batches.next(); !next.done; next = await batches.next()) note(await sender.send(next.value));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { ...counts, refused: [...refused.values()].sort((a, b) => b.count - a.count) };
}

async function* batchesOf<T>(pieces: AsyncIterable<readonly T[]>, size: number): AsyncGenerator<T[]> {
  let left: T[] = [];
  for await (const piece of pieces) {
    left.push(...piece);
    for (; left.length >= size; left = left.slice(size)) yield left.slice(0, size);
  }
  if (left.length > 0) yield left;
}

function noteRefusal(
  refused: Map<string, RefusedEvents>,
  { event_id, code = 'unknown', pointer = '', message = '' }: EventAnswer,
): void {
  const known = refused.get(code);
  if (known) known.count += 1;
  else refused.set(code, { reason: code, count: 1, example: { event_id, pointer, message } });
}
