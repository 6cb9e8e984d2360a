import { functions, type Trigger } from '../../lambdas/functions.ts';
import type { LaptopMeasure } from './registry.ts';

const routes = Object.values(functions)
  .flatMap(({ triggers }): readonly Trigger[] => triggers)
  .flatMap(trigger => (trigger.kind === 'http' ? [`${trigger.method} ${trigger.path}`] : []));

const PROXY = '{proxy+}';
const patterns = routes.map(route => ({ route, pattern: route.slice(route.indexOf(' ') + 1) }));
const exact = new Map(patterns.map(({ route, pattern }) => [pattern, route]));
const prefixes = patterns
  .filter(({ pattern }) => pattern.endsWith(PROXY))
  .map(({ route, pattern }) => ({ route, prefix: pattern.slice(0, -PROXY.length) }));

/** The route of a request as the gateway names it; `page` for what AWS serves from a bucket. */
export const routeOf = (path: string): string =>
  exact.get(path) ?? prefixes.find(({ prefix }) => path.startsWith(prefix))?.route ?? 'page';

/** Counts an answered request as the HTTP API does. */
export function measureRequest(
  measure: LaptopMeasure,
  { path, status, milliseconds }: { path: string; status: number; milliseconds: number },
): void {
  const route = routeOf(path);
  measure('http_requests', 1, { route });
  measure('http_client_errors', status >= 400 && status < 500 ? 1 : 0, { route });
  measure('http_server_errors', status >= 500 ? 1 : 0, { route });
  measure('http_duration', milliseconds, { route });
}
