import type { Command } from 'commander';
import type { Row } from '../../core/ports.ts';
import { wrongUsage } from './failure.ts';
import { table } from './output.ts';
import type { Session } from './session.ts';

/** Adds `games list|create`. */
export function addGames(program: Command, session: Session): void {
  const games = program.command('games').description('the games of the lake');
  session
    .command(games, 'list')
    .description('lists the games')
    .addHelpText('after', '\nExample:\n  npm run lake -- games list')
    .action(
      session.run(async ({ lake, output }) => {
        const answer = await (await lake()).call('GET', '/api/games?limit=500');
        output.answer(answer, () =>
          shown(answer.games as Row[], ['id', 'name', 'reporting_offset_minutes', 'created_at']),
        );
      }),
    );
  session
    .command(games, 'create')
    .description('creates a game')
    .requiredOption('--id <id>', 'letters, digits, - and _')
    .option('--name <name>', 'what people call it (default: the id)')
    .option('--offset <minutes>', "the game's day is UTC plus these minutes; cannot be changed later", '0')
    .option('--rate <number>', 'events per second that it may send; more are refused with 429 (default: no limit)')
    .addHelpText(
      'after',
      '\nExample:\n  npm run lake -- games create --id space-miner --name "Space Miner" --offset 420',
    )
    .action(
      session.run(async ({ lake, output, options }) => {
        const offset = Number(options.offset);
        if (!Number.isInteger(offset))
          throw wrongUsage(`--offset is '${options.offset}': give whole minutes, like 420`);
        const rate = options.rate === undefined ? undefined : Number(options.rate);
        if (rate !== undefined && !(rate > 0 && Number.isFinite(rate)))
          throw wrongUsage(`--rate is '${options.rate}': give a number above 0, like 500`);
        const body = {
          id: String(options.id),
          name: String(options.name ?? options.id),
          reporting_offset_minutes: offset,
          ...(rate !== undefined && { events_per_second: rate }),
        };
        const game = await (await lake()).call('POST', '/api/games', body);
        output.answer(game, () => `created the game '${game.id}'`);
      }),
    );
}

/** Adds `keys list|create|revoke`. */
export function addKeys(program: Command, session: Session): void {
  const keys = program.command('keys').description('the write keys of a game');
  const pathOf = (game: unknown) => `/api/games/${encodeURIComponent(String(game))}/keys`;
  session
    .command(keys, 'list')
    .description('lists the keys of a game, without the keys themselves')
    .requiredOption('--game <id>', 'the game')
    .addHelpText('after', '\nExample:\n  npm run lake -- keys list --game space-miner')
    .action(
      session.run(async ({ lake, output, options }) => {
        const answer = await (await lake()).call('GET', `${pathOf(options.game)}?limit=500`);
        output.answer(answer, () =>
          shown(answer.keys as Row[], ['key_id', 'name', 'scopes', 'created_at', 'revoked_at']),
        );
      }),
    );
  session
    .command(keys, 'create')
    .description('makes a key, shown this once')
    .requiredOption('--game <id>', 'the game')
    .requiredOption('--name <name>', 'what it is for')
    .option('--scopes <scopes>', 'events, history, or both with a comma', 'events')
    .addHelpText('after', '\nExample:\n  npm run lake -- keys create --game space-miner --name "android client"')
    .action(
      session.run(async ({ lake, output, options }) => {
        const scopes = String(options.scopes)
          .split(',')
          .map(scope => scope.trim());
        const made = await (await lake()).call('POST', pathOf(options.game), { name: String(options.name), scopes });
        output.answer(made, () => `${made.key}\nkept nowhere: copy it now (its id is ${made.key_id})`);
      }),
    );
  session
    .command(keys, 'revoke')
    .description('revokes a key')
    .argument('<key_id>', 'its id, from keys list')
    .requiredOption('--game <id>', 'the game')
    .addHelpText('after', '\nExample:\n  npm run lake -- keys revoke 0a1b2c3d4e5f --game space-miner')
    .action(
      session.run(async ({ lake, output, options, args }) => {
        await (await lake()).call('DELETE', `${pathOf(options.game)}/${encodeURIComponent(args[0]!)}`);
        output.answer({ key_id: args[0]!, revoked: true }, () => `revoked ${args[0]}`);
      }),
    );
}

const shown = (rows: readonly Row[], names: readonly string[]): string =>
  table(
    names,
    rows.map(row => names.map(name => row[name] ?? null)),
  );
