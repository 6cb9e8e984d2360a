import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { openTrino } from './trino.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A coordinator that answers requests in turn, and which it was asked. */
async function coordinator(...answers: { status?: number; body: object }[]) {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    asked.push(`${request.method} ${request.url}`);
    const { status = 200, body } = answers[asked.length - 1] ?? { status: 500, body: { asked } };
    response.writeHead(status).end(JSON.stringify(body).replaceAll('HERE', url));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, engine: openTrino({ url }) };
}

const QUEUED = { body: { nextUri: 'HERE/next', stats: {} } };
const ONE = {
  body: { columns: [{ name: 'one', type: 'integer', typeSignature: { rawType: 'integer' } }], data: [[1]], stats: {} },
};
const failed = (errorName: string) => ({ body: { error: { message: 'no', errorName }, stats: {} } });

test('a page that is not to be had is asked for again', async () => {
  const { engine, asked } = await coordinator(QUEUED, { status: 503, body: {} }, ONE);
  expect(await engine.run('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(asked).toEqual(['POST /v1/statement', 'GET /next', 'GET /next']);
});

test('a statement whose sending failed is not sent again: it may be running', async () => {
  const { engine, asked } = await coordinator({ status: 503, body: {} }, ONE);
  await expect(engine.run('SELECT 1 AS one')).rejects.toThrow('503');
  expect(asked).toEqual(['POST /v1/statement']);
});

test('a statement that lost against another commit runs again, a wrong one does not', async () => {
  const lost = await coordinator(failed('ICEBERG_COMMIT_ERROR'), ONE);
  expect(await lost.engine.run('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  const wrong = await coordinator(failed('SYNTAX_ERROR'), ONE);
  await expect(wrong.engine.run('SELEC 1')).rejects.toThrow('no');
});
