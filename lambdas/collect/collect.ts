import { StreamUnavailable } from '../../core/ports.ts';
import { unmeasured } from '../metrics.ts';
import type { HttpAnswer, HttpRequest, Problem } from '../problem.ts';
import { problemAnswer } from '../problem.ts';
import type { Authenticated } from '../registry.ts';
import type { EventsBody } from './body.ts';
import { decompressed, readBody } from './body.ts';
import type { CollectingGame } from './games.ts';
import { collectingGames } from './games.ts';
import type { Answer, IngestPorts, IngestSettings, Judged } from './ingest.ts';
import { judging, measureAnswer } from './ingest.ts';
import { rateLimit } from './rate-limit.ts';

/**
 * `POST /v1/events`: one answer per event. 201 all accepted, 207 some, 400 none; 401, 403, 413, 415, 429 and 503 refuse the whole
 * request, of which nothing is kept.
 */
export function collect(ports: IngestPorts, settings: IngestSettings) {
  const { registry, clock, stream, measure = unmeasured } = ports;
  const gameOf = collectingGames(ports, settings);
  const judge = judging(ports, settings);
  const overRate = rateLimit(clock);

  /** Nothing of the events outlives this: only a record and an answer wait for the disk. */
  function judged(bytes: Uint8Array, sender: Authenticated, game: CollectingGame): Problem | Judged {
    const request = readBody(bytes);
    if ('status' in request) return request;
    const refused = notAllowed(sender, request) ?? overRate(game, request.events.length);
    return refused ?? judge(game, { protocol: 'native', ...request });
  }

  async function outcomeOf({ headers, body }: HttpRequest): Promise<Problem | Judged> {
    const sender = await registry.authenticate(bearerOf(headers) ?? '');
    if (!sender) return UNKNOWN_KEY;
    const bytes = await decompressed(body, header(headers, 'content-encoding'));
    if ('status' in bytes) return bytes;
    const outcome = judged(bytes, sender, await gameOf(sender.game));
    return 'status' in outcome ? outcome : acknowledged(stream, outcome);
  }

  return async function collectEvents(request: HttpRequest): Promise<HttpAnswer> {
    const outcome = await outcomeOf(request);
    if (!('status' in outcome)) {
      measureAnswer(outcome, measure);
      return multiStatus(outcome.answer);
    }
    measure('requests_refused', 1, { code: outcome.code });
    if (outcome.status === 401 || outcome.status === 403) measure('access_refused', 1);
    return problemAnswer(outcome);
  };
}

/** What was judged once the stream keeps it, or that it cannot: then the client sends again. */
async function acknowledged(stream: IngestPorts['stream'], judged: Judged): Promise<Problem | Judged> {
  try {
    await stream.put(judged.record);
    return judged;
  } catch (error) {
    if (!(error instanceof StreamUnavailable)) throw error;
    return {
      status: 503,
      code: 'stream_unavailable',
      detail: 'nothing was kept: send the same request again, with a new sent_at',
      headers: { 'retry-after': String(error.retry_after_seconds) },
    };
  }
}

const multiStatus = (answer: Answer): HttpAnswer => ({
  status: answer.rejected === 0 ? 201 : answer.accepted > 0 ? 207 : 400,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(answer),
});

function notAllowed({ scopes }: Authenticated, { history }: EventsBody): Problem | undefined {
  if (history && !scopes.includes('history')) {
    return {
      status: 403,
      code: 'history_not_allowed',
      detail: 'the key has no scope history: use one that has, or leave history out',
    };
  }
  if (!history && !scopes.includes('events')) {
    return { status: 403, code: 'events_not_allowed', detail: 'the key has no scope events: use one that has' };
  }
  return undefined;
}

const UNKNOWN_KEY: Problem = {
  status: 401,
  code: 'unknown_key',
  detail: 'the write key is missing, unknown or revoked: send Authorization: Bearer <write key>',
  headers: { 'www-authenticate': 'Bearer' },
};

const bearerOf = (headers: HttpRequest['headers']): string | undefined =>
  /^Bearer +(\S+)$/i.exec(header(headers, 'authorization') ?? '')?.[1];

/** Header names come in any case. */
function header(headers: HttpRequest['headers'], name: string): string | undefined {
  return headers[name] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
