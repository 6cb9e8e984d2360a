import { routeTo } from '../server/routes.ts';
import type { LaptopMeasure } from './registry.ts';

/** Counts an answered request as the HTTP API does. */
export function measureRequest(
  measure: LaptopMeasure,
  { path, status, milliseconds }: { path: string; status: number; milliseconds: number },
): void {
  // `page` is what AWS serves from a bucket
  const route = routeTo(path)?.name ?? 'page';
  measure('http_requests', 1, { route });
  measure('http_client_errors', status >= 400 && status < 500 ? 1 : 0, { route });
  measure('http_server_errors', status >= 500 ? 1 : 0, { route });
  measure('http_duration', milliseconds, { route });
}
