import type { Beat } from './beat.ts';
import type { Made } from './made.ts';
import { homeAt, idOn, type Plan, type Player, versionAt } from './player.ts';
import { idOf } from './random.ts';

/** A session to be reported; `number` counts the player's sessions, `day` is the plan's. */
export type Reported = { plan: Plan; player: Player; key: string; number: number; day: number };

/** Puts what happened into events: the client's by its own clock and with all it knows, the server's with the player alone. */
export function envelop(reported: Reported, beats: readonly Beat[]): { client: Made[]; server: Made[] } {
  const ids: Ids = { event: idOf('event', reported.key), ...sessionOf(reported) };
  const client: Made[] = [];
  const server: Made[] = [];
  beats.forEach((beat, index) => {
    if (beat.by_server) server.push(byServer(reported, ids, { beat, index }));
    else client.push(byClient(reported, ids, { beat, index }));
  });
  return { client, server };
}

/** What all events of a session share, made once. */
type Ids = { event: string; session_id?: string };
type Nth = { beat: Beat; index: number };

function byClient(
  { plan, player, number, day }: Reported,
  { event: prefix, session_id }: Ids,
  { beat, index }: Nth,
): Made {
  const client_time = beat.at + player.skew;
  const event: Made['event'] = {
    event_id: player.counts ? `e-${number}-${index}` : `${prefix}-${index}`,
    event_type: beat.event_type,
    player_id: idOn(player, day),
    client_time: player.machine.platform === 'windows' ? client_time : new Date(client_time).toISOString(),
    platform: player.machine.platform,
    app_version: versionAt(plan, player, beat.at),
    country: homeAt(player, beat.at).country,
    locale: player.home.locale,
    device_model: player.device,
    engine: player.machine.engine,
    environment: player.environment,
    acquisition_source: player.source,
    properties: beat.properties,
  };
  // measured: spreading optional fields makes events half as fast
  if (session_id) event.session_id = session_id;
  if (beat.attributes) event.attributes = beat.attributes;
  return { event, client_time };
}

function byServer({ player, day }: Reported, { event: prefix, session_id }: Ids, { beat, index }: Nth): Made {
  const event: Made['event'] = {
    event_id: `s-${prefix}-${index}`,
    event_type: beat.event_type,
    player_id: idOn(player, day),
    client_time: beat.at,
    environment: player.environment,
    properties: beat.properties,
  };
  // a refund comes days later: there is no session to speak of
  if (session_id && beat.event_type !== 'refund') event.session_id = session_id;
  return { event, client_time: beat.at };
}

/** The web client has no session ids, and a bot does not care to send any. */
function sessionOf({ player, key }: Reported): { session_id?: string } {
  const silent = player.machine.platform === 'web' || player.archetype.name === 'bot';
  return silent ? {} : { session_id: `s-${idOf('session', key)}` };
}
