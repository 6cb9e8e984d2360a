import { DAY, HOUR, MINUTE } from '../../core/time.ts';
import type { Made, Sent } from './made.ts';
import type { Plan } from './player.ts';
import { randomOf } from './random.ts';
import { SERVERS } from './world.ts';

const SAMPLES = [15 * MINUTE, 45 * MINUTE] as const;

/** What the game's servers say of themselves on a day of the plan: two samples an hour, events of no player. */
export function serverHealth(plan: Plan, day: number): Sent[] {
  const midnight = (plan.first_day + day) * DAY;
  return SERVERS.flatMap(server =>
    Array.from({ length: 24 }, (_, hour) => {
      const sent_at = midnight + hour * HOUR + 46 * MINUTE;
      const events = SAMPLES.map(offset => sample(plan, server, midnight + hour * HOUR + offset));
      return { sent_at, received_at: sent_at + 40, events };
    }),
  );
}

/** One server at one moment: busiest in the evening of its part of the world. */
export function sample(plan: Plan, server: string, client_time: number): Made {
  const random = randomOf(plan.seed, 'server', server, client_time);
  const busy = 0.5 - 0.4 * Math.cos((2 * Math.PI * (client_time % DAY)) / DAY);
  const properties = {
    server_id: server,
    cpu_percent: Math.round(900 * busy * (0.8 + 0.2 * random.next())) / 10,
    memory_percent: Math.round(300 + 300 * busy) / 10,
    tick_ms: Math.round(100 * (14 + 6 * busy * random.next())) / 100,
    players_online: Math.round(80 * busy * (0.8 + 0.4 * random.next())),
  };
  const event_id = `h-${server}-${client_time}`;
  return {
    client_time,
    event: { event_id, event_type: 'server_health', client_time, environment: 'production', properties },
  };
}
