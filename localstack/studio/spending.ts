import { DAY, HOUR, MINUTE, SECOND } from '../../core/time.ts';
import type { Beat, Turn } from './beat.ts';
import { idOf } from './random.ts';
import { GEMS, PRICES } from './world.ts';

/**
 * One purchase as it is reported: by client and server, or by one of them alone; some are sandboxed, some refunded, and
 * some refunds are reported twice. One transaction counts once.
 * @param key makes the transaction's id
 */
export function buy(turn: Turn, key: string): Beat[] {
  const { player, at, random } = turn;
  const { currency } = player.home;
  const pack = packOf(turn);
  const order = {
    transaction_id: `T-${idOf('transaction', key)}`,
    amount: PRICES[currency][pack]!,
    currency,
    store: player.machine.store,
    item_id: `gems-${GEMS[pack]}`,
    sandbox: random.chance(0.04),
  };
  const reports = reportersOf(turn).map(reported_by => ({
    at: at + (reported_by === 'server' ? random.int(300, 4000) : 0),
    event_type: 'purchase',
    properties: { ...order, reported_by, item_type: 'gems', quantity: 1 },
    by_server: reported_by === 'server',
  }));
  const gems = {
    resource_flow: 'source',
    resource_currency: 'gems',
    resource_amount: GEMS[pack],
    item_type: 'shop',
    item_id: order.item_id,
  };
  return [...reports, { at: at + 5 * SECOND, event_type: 'resource', properties: gems }, ...refundsOf(turn, order)];
}

/** The bigger the spender, the heavier the tail of his packs. */
const packOf = ({ player, random }: Turn): number =>
  Math.min(GEMS.length - 1, Math.floor(random.exponential(player.archetype.spends)));

function reportersOf({ player, random }: Turn): ('client' | 'server')[] {
  const draw = random.next();
  if (player.machine.platform === 'web' || draw < 0.08) return ['server'];
  return draw < 0.25 ? ['client'] : ['client', 'server'];
}

type Order = {
  transaction_id: string;
  amount: number;
  currency: string;
  store: string;
  item_id: string;
  sandbox: boolean;
};

function refundsOf({ player, at, random }: Turn, order: Order): Beat[] {
  if (!random.chance(player.archetype.refunds)) return [];
  const back = at + Math.round(random.exponential(1.5 * DAY)) + HOUR;
  const properties = {
    ...order,
    refund_reason: random.pick(['user_request', 'fraud', 'accidental']),
    reported_by: 'server',
  };
  const times = random.chance(0.3) ? [back, back + random.int(1, 50) * MINUTE] : [back];
  return times.map(time => ({ at: time, event_type: 'refund', properties, by_server: true }));
}
