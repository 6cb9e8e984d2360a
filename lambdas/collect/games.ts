import type { Rates } from '../../core/money.ts';
import type { ProcessEvent } from '../../core/pipeline.ts';
import { eventPipeline } from '../../core/pipeline.ts';
import type { Clock } from '../../core/ports.ts';
import type { Game, Registry } from '../registry.ts';
import { RegistryError } from '../registry-error.ts';

/** How events are judged, the same for every game; windows in milliseconds. */
export type Judging = { rates: Rates; late_window: number; future_bound: number };

/** A game ready to collect. */
export type CollectingGame = { game: Game; process: ProcessEvent };

const REMEMBER_MS = 30_000;
const REMEMBERED = 1000;

/** Games with their pipelines, remembered for half a minute. Throws RegistryError `unknown_game`. */
export function collectingGames({ registry, clock }: { registry: Registry; clock: Clock }, judging: Judging) {
  const remembered = new Map<string, CollectingGame & { until: number }>();
  return async function collectingGame(id: string): Promise<CollectingGame> {
    const known = remembered.get(id);
    if (known && clock.now() < known.until) return known;
    const game = await registry.game(id);
    if (!game) throw new RegistryError('unknown_game', `there is no game '${id}': create it first`);
    const secret = await registry.secret(id);
    const process =
      known?.process ?? eventPipeline({ secret, offset_minutes: game.reporting_offset_minutes, ...judging });
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(id, { game, process, until: clock.now() + REMEMBER_MS });
    return { game, process };
  };
}
