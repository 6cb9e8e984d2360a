import { createHash, timingSafeEqual } from 'node:crypto';
import type { GatewayFunction } from './gateway.ts';
import { gatewayAnswer, NotReady } from './gateway.ts';
import type { Measure } from './metrics.ts';
import { problemAnswer } from './problem.ts';

/** The header that the edge adds to every request. */
export const EDGE_HEADER = 'x-playlake-edge';

/** `secret` answers what the header must hold; it keeps the value by itself. Absent where there is no edge. */
export type EdgeOptions = { secret?: () => Promise<string | undefined>; measure: Measure };

/** Route 53 asks for it at the gateway and can send no header; the answer says nothing but that the function is there. */
const OPEN_ROUTE = 'GET /health';

/** Serves only what came through the edge and its firewall, but for `GET /health`. Throws NotReady while the secret is missing. */
export const behindEdge =
  (handle: GatewayFunction, { secret, measure }: EdgeOptions): GatewayFunction =>
  async (event, context) => {
    if (secret && event.routeKey !== OPEN_ROUTE && !isSame(event.headers[EDGE_HEADER] ?? '', await expected(secret))) {
      measure('edge_bypassed', 1);
      return PAST_THE_EDGE;
    }
    return handle(event, context);
  };

async function expected(secret: () => Promise<string | undefined>): Promise<string> {
  const value = await secret();
  if (value) return value;
  throw new NotReady('the edge’s secret has no value: deploy the edge again');
}

// digests have one length, whatever was sent
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const PAST_THE_EDGE = gatewayAnswer(
  problemAnswer({
    status: 403,
    code: 'past_the_edge',
    detail: 'requests to this address are not served: use the address of the edge',
  }),
);
