import { NodeHttpHandler } from '@smithy/node-http-handler';

/** How long a service may take: one request in milliseconds, and how often the SDK tries. */
export type Patience = { request_ms: number; attempts: number };

/** What every client of the SDK is told. Region, credentials and endpoint come from the environment, where the SDK finds them itself. */
export type ClientSettings = { requestHandler: NodeHttpHandler; maxAttempts: number; retryMode: 'standard' };

const CONNECT_MS = 1000;
const clients = new Map<unknown, unknown>();

/**
 * The client of a service, made once per container. Connections are kept alive and speak HTTP/1.1, which emulators understand too;
 * S3 buckets stand in the path when the endpoint is an IP address, as the SDK's own rules say.
 */
export function sharedClient<C>(Client: new (settings: ClientSettings) => C, patience: Patience): C {
  const client = (clients.get(Client) as C | undefined) ?? new Client(clientSettings(patience));
  clients.set(Client, client);
  return client;
}

/** The settings of a client: `standard` retries back off with jitter, and give up early when most calls fail. */
export const clientSettings = ({ request_ms, attempts }: Patience): ClientSettings => ({
  requestHandler: new NodeHttpHandler({
    connectionTimeout: CONNECT_MS,
    requestTimeout: request_ms,
    throwOnRequestTimeout: true,
  }),
  maxAttempts: attempts,
  retryMode: 'standard',
});
