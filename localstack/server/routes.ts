import type { StartedBy, Trigger } from '../../lambdas/functions.ts';
import { functions } from '../../lambdas/functions.ts';

/** A route of the manifest, named as the gateway names it, and the function behind it. */
export type ServedRoute = { name: string; function: StartedBy<'http'>; method: string };

const routes = Object.entries(functions).flatMap(([name, { triggers }]) =>
  (triggers as readonly Trigger[]).flatMap(trigger =>
    trigger.kind === 'http' ? [{ ...trigger, function: name as StartedBy<'http'> }] : [],
  ),
);

const PROXY = '{proxy+}';
const served = (route: (typeof routes)[number]): ServedRoute => ({
  name: `${route.method} ${route.path}`,
  function: route.function,
  method: route.method,
});
const exact = new Map(routes.map(route => [route.path, served(route)]));
const prefixes = routes
  .filter(({ path }) => path.endsWith(PROXY))
  .map(route => ({ route: served(route), prefix: route.path.slice(0, -PROXY.length) }));

/** The route that a path leads to, whatever the method; undefined where the manifest has none. */
export const routeTo = (path: string): ServedRoute | undefined =>
  exact.get(path) ?? prefixes.find(({ prefix }) => path.startsWith(prefix))?.route;
