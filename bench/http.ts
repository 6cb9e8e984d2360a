import { Agent, request } from 'node:http';
import { accounting, createGame, lakeDirectory, startServer } from '../test/flow/running-server.ts';
import { requestBodies } from './events.ts';
import type { Ratio } from './floor.ts';
import { floorSeconds } from './floor.ts';

const CLIENTS = 8;

/**
 * A server in its own process takes requests from eight connections: how fast it acknowledges (each answer is durable), and how
 * fast the same events are in silver with every model recomputed. Client and server share the machine's cores.
 */
export async function httpBench({ quick }: { quick: boolean }): Promise<Ratio[]> {
  const events = quick ? 100_000 : 1_000_000;
  const bodies = requestBodies(events, Date.now());
  const floor = events / floorSeconds(bodies);
  const { dir, remove } = await lakeDirectory();
  const server = await startServer(dir);
  try {
    const key = await createGame(server, 'bench');
    await sendAll({ url: server.url, key, bodies: requestBodies(2000, Date.now()).map(body => renamed(body)) });
    const started = performance.now();
    await sendAll({ url: server.url, key, bodies });
    const acknowledged = events / ((performance.now() - started) / 1000);
    await server.api('POST', '/api/operations/refine', {});
    const sustained = events / ((performance.now() - started) / 1000);
    const { silver, difference } = await accounting(server, 'bench');
    if (silver !== events + 2000 || difference !== 0)
      throw new Error(`silver has ${silver} events, the difference is ${difference}`);
    const rate = (perSecond: number) => `${Math.round(perSecond).toLocaleString('en')} events/s`;
    return [
      {
        name: 'acknowledged over HTTP',
        ratio: acknowledged / floor,
        bound: '≥ 0.15 of the floor',
        holds: acknowledged / floor >= 0.15,
        note: rate(acknowledged),
      },
      {
        name: 'HTTP to silver, models included',
        ratio: sustained / floor,
        bound: '≥ 0.06 of the floor',
        holds: sustained / floor >= 0.06,
        note: rate(sustained),
      },
    ];
  } finally {
    await server.stop();
    await remove();
  }
}

/** The same events under other ids, to warm the server up. */
const renamed = (body: Buffer): Buffer => Buffer.from(body.toString().replaceAll('01a207be-', 'warm-up--'));

async function sendAll({ url, key, bodies }: { url: string; key: string; bodies: readonly Buffer[] }): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const { hostname, port } = new URL(url);
  let next = 0;
  const client = async () => {
    while (next < bodies.length) await post({ agent, hostname, port, key, body: bodies[next++]! });
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
}

type Post = { agent: Agent; hostname: string; port: string; key: string; body: Buffer };

function post({ agent, hostname, port, key, body }: Post): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    const sent = request({ agent, hostname, port, method: 'POST', path: '/v1/events', headers }, answer => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 201 ? resolve() : reject(new Error(`answered ${answer.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
