import { resolve } from 'node:path';
import type { Command } from 'commander';
import { addDays, dayOf } from '../../core/days.ts';
import { DAY } from '../../core/time.ts';
import { playAll } from '../server/demo.ts';
import type { StudioRequest } from '../studio/made.ts';
import { studio } from '../studio/studio.ts';
import { runningServer } from './connect.ts';
import { EXIT, Failure, wrongUsage } from './failure.ts';
import { localClient } from './local-client.ts';
import { progress } from './progress.ts';
import type { Session } from './session.ts';
import { compareTruth } from './verify.ts';

const whole = (name: string, value: unknown, least: number): number => {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least) return number;
  throw wrongUsage(`--${name} is '${value}': give a whole number from ${least}`);
};

/** Adds `simulate`. */
export function addSimulate(program: Command, session: Session): void {
  session
    .command(program, 'simulate')
    .description('plays a simulated studio into a game, as if its events had been received on their days')
    .option('--game <id>', 'the game; created when it is missing', 'simulated')
    .option('--players <number>', 'how many players install', '2000')
    .option('--days <number>', 'over how many days', '30')
    .option('--seed <seed>', 'the same seed gives the same studio', '1')
    .option('--start <day>', 'first day (default: so that yesterday is the last)')
    .option('--verify', "compares the lake's numbers with the studio's truth; exits with 1 on a difference", false)
    .addHelpText(
      'after',
      '\nExample:\n  npm run lake -- simulate --players 2000 --days 30 --seed 7 --dir /tmp/lake --verify',
    )
    .action(
      session.run(async ({ output, options, dir }) => {
        if (await runningServer(dir))
          throw new Failure(
            'a server holds this lake, and only the lake itself can receive in the past: stop it, or give another --dir',
          );
        const days = whole('days', options.days, 1);
        const start = String(options.start ?? addDays(dayOf(Date.now()), -days));
        const players = whole('players', options.players, 1);
        const game = String(options.game);
        const client = await localClient(resolve(dir));
        try {
          await createGame(client, game);
          const world = studio({ seed: String(options.seed), players, start, days, game });
          const bar = await progress('playing days', async () => days);
          const requests = told(world.requests(), { start, day: bar.update });
          const events = await playAll(client.lake.front, { game, requests }).finally(bar.stop);
          output.note('refining …');
          await client.call('POST', '/api/operations/refine', {});
          const differences = options.verify ? await compareTruth(client, { game, world }) : [];
          output.answer({ game, start, days, players, events, verified: options.verify === true, differences }, () =>
            [
              `${game}: ${events} events of ${players} players from ${start}, ${days} days`,
              ...(options.verify
                ? [
                    differences.length === 0
                      ? 'the lake agrees with the truth, to the unit'
                      : `${differences.length} numbers differ`,
                  ]
                : []),
              ...differences.slice(0, 20).map(({ what, truth, lake }) => `  ${what}: truth ${truth}, lake ${lake}`),
            ].join('\n'),
          );
          return differences.length === 0 ? EXIT.ok : EXIT.failed;
        } finally {
          await client.close();
        }
      }),
    );
}

/** The requests, with word of the day that they have reached. */
function* told(
  requests: Iterable<StudioRequest>,
  { start, day }: { start: string; day: (number: number) => void },
): Iterable<StudioRequest> {
  for (const request of requests) {
    day(Math.floor((request.received_at - Date.parse(start)) / DAY));
    yield request;
  }
}

async function createGame(client: Awaited<ReturnType<typeof localClient>>, id: string): Promise<void> {
  const { registry } = client.lake.front;
  if (!(await registry.game(id))) await registry.createGame({ id, name: id });
}
