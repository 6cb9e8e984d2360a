import { expect, test } from '@jest/globals';
import { Problem, problemBody } from '../../lambdas/api/problem.ts';
import { problemAnswer } from '../../lambdas/problem.ts';

const GONE = { status: 429, code: 'over_rate', detail: 'send again in 2 s' };

test('a problem names its kind, its status and what to do, as RFC 9457 has it', () => {
  const { status, headers, body } = problemAnswer({ ...GONE, headers: { 'retry-after': '2' } });
  expect([status, headers]).toEqual([429, { 'content-type': 'application/problem+json', 'retry-after': '2' }]);
  expect(JSON.parse(body)).toEqual({
    type: 'urn:playlake:problem:over_rate',
    title: 'Too Many Requests',
    status: 429,
    code: 'over_rate',
    detail: 'send again in 2 s',
  });
});

test('collect and the API write the same problem alike', () => {
  for (const status of [400, 401, 403, 404, 405, 413, 415, 421, 429, 500, 503])
    expect(problemBody(new Problem(status, GONE.code, GONE.detail))).toEqual(
      JSON.parse(problemAnswer({ ...GONE, status }).body),
    );
});

test('a problem of the API lists what is wrong by pointer', () => {
  const errors = [{ pointer: '/query/from', message: 'no such day' }];
  expect(problemBody(new Problem(400, 'invalid_request', 'no such day', { errors }))).toMatchObject({ errors });
});
