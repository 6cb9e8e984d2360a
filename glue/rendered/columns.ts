// Rendered from glue/fields.yaml and glue/contracts by 'npm run render'. Do not edit.

export type ColumnType = 'string' | 'long' | 'int' | 'double' | 'decimal' | 'boolean' | 'timestamp' | 'date' | 'json';

/** One column; `id` is the pinned Iceberg field id, `required` means never null in this table. */
export type Column = {
  name: string;
  id: number;
  type: ColumnType;
  required: boolean;
  pii: 'none' | 'pseudonym' | 'masked';
  doc: string;
};

/** One table; `grain` names the columns of its key, `partition` the date or hour it is partitioned by. */
export type Table = { name: TableName; columns: readonly Column[]; grain: readonly string[]; partition?: string };

/** Every table of the lake. */
export type TableName =
  | 'bronze.events'
  | 'quarantine.events'
  | 'late.events'
  | 'silver.events'
  | 'silver.fates'
  | 'silver.player_days'
  | 'silver.players'
  | 'silver.sessions'
  | 'gold.daily_metrics'
  | 'gold.retention';

const known = {
  game: { id: 1, type: 'string', pii: 'none', doc: 'The game the event belongs to' },
  event_id: { id: 2, type: 'string', pii: 'none', doc: 'The client\'s own id of the event; with game and player_key it makes the event unique' },
  event_type: { id: 3, type: 'string', pii: 'none', doc: 'The contract the event follows' },
  player_key: { id: 4, type: 'string', pii: 'pseudonym', doc: 'The player, as HMAC-SHA256 of player_id under the game\'s secret, in hexadecimal' },
  secret_version: { id: 5, type: 'int', pii: 'none', doc: 'Which version of the game\'s secret made player_key' },
  client_time: { id: 6, type: 'timestamp', pii: 'none', doc: 'When it happened by the client\'s own clock' },
  sent_at: { id: 7, type: 'timestamp', pii: 'none', doc: 'When the client says it sent the request' },
  received_at: { id: 8, type: 'timestamp', pii: 'none', doc: 'When Playlake received the request' },
  event_time: { id: 9, type: 'timestamp', pii: 'none', doc: 'When it happened, on the server\'s clock: client_time corrected by the skew of the request' },
  event_date: { id: 10, type: 'date', pii: 'none', doc: 'The calendar day of event_time in the game\'s reporting offset' },
  session_id: { id: 11, type: 'string', pii: 'none', doc: 'The client\'s id of the play session' },
  platform: { id: 12, type: 'string', pii: 'none', doc: 'What the game runs on' },
  app_version: { id: 13, type: 'string', pii: 'none', doc: 'Version of the game client' },
  country: { id: 14, type: 'string', pii: 'none', doc: 'Country as ISO 3166-1 alpha-2' },
  locale: { id: 15, type: 'string', pii: 'none', doc: 'Language and region as BCP 47' },
  device_model: { id: 16, type: 'string', pii: 'none', doc: 'Model of the device' },
  engine: { id: 17, type: 'string', pii: 'none', doc: 'Game engine and its version' },
  environment: { id: 18, type: 'string', pii: 'none', doc: 'production or test; test events are kept out of every KPI' },
  acquisition_source: { id: 19, type: 'string', pii: 'none', doc: 'Where the player came from' },
  attributes: { id: 20, type: 'json', pii: 'masked', doc: 'Free attributes of the event, with properties its contract does not know; stored as JSON' },
  contract_version: { id: 21, type: 'string', pii: 'none', doc: 'Version of the contract that checked the event' },
  drift: { id: 22, type: 'int', pii: 'none', doc: 'How many properties of the event its contract does not know (properties)' },
  fingerprint: { id: 23, type: 'long', pii: 'none', doc: 'Hash of what the event says, as sent; the same id with another fingerprint is a conflict' },
  delivery_id: { id: 24, type: 'string', pii: 'none', doc: 'The request that brought the event' },
  protocol: { id: 25, type: 'string', pii: 'none', doc: 'The protocol the request spoke' },
  region: { id: 26, type: 'string', pii: 'none', doc: 'Where the event was received; with shard, sequence and event_index its position for ever' },
  shard: { id: 27, type: 'string', pii: 'none', doc: 'Part of the position: the shard of the stream' },
  sequence: { id: 28, type: 'string', pii: 'none', doc: 'Part of the position: the record within the shard, in text order' },
  event_index: { id: 29, type: 'int', pii: 'none', doc: 'Part of the position: the event within its request, 0 is first' },
  history: { id: 30, type: 'boolean', pii: 'none', doc: 'Trusted history: an import, without clock correction and late window' },
  reason: { id: 31, type: 'string', pii: 'none', doc: 'Stable code that says why the event was set aside' },
  pointer: { id: 32, type: 'string', pii: 'none', doc: 'JSON pointer to the part of the event that was wrong' },
  message: { id: 33, type: 'string', pii: 'none', doc: 'What was wrong and what to do, in words' },
  payload: { id: 34, type: 'json', pii: 'masked', doc: 'The event as sent, pseudonymised and masked, for replay' },
  fate: { id: 35, type: 'string', pii: 'none', doc: 'What became of a received event that is not in silver' },
  conflict: { id: 36, type: 'boolean', pii: 'none', doc: 'The duplicate has another content than the event it repeats' },
  arrival_hour: { id: 37, type: 'timestamp', pii: 'none', doc: 'The hour in which the event was received' },
  session_number: { id: 101, type: 'long', pii: 'none', doc: 'How many sessions the player has had, this one included' },
  session_seconds: { id: 102, type: 'double', pii: 'none', doc: 'Length of a session (seconds)' },
  progression_status: { id: 103, type: 'string', pii: 'none', doc: 'What happened on the level' },
  level: { id: 104, type: 'string', pii: 'none', doc: 'The level, mission or stage' },
  attempt: { id: 105, type: 'long', pii: 'none', doc: 'Which attempt at the level this is' },
  difficulty: { id: 106, type: 'string', pii: 'none', doc: 'Difficulty the player chose or was given' },
  score: { id: 107, type: 'double', pii: 'none', doc: 'Points reached (points)' },
  duration_seconds: { id: 108, type: 'double', pii: 'none', doc: 'How long the level or match took (seconds)' },
  match_id: { id: 109, type: 'string', pii: 'none', doc: 'The match, shared by its players' },
  game_mode: { id: 110, type: 'string', pii: 'none', doc: 'Mode of the match' },
  map: { id: 111, type: 'string', pii: 'none', doc: 'Map or arena' },
  team: { id: 112, type: 'string', pii: 'none', doc: 'The player\'s side' },
  result: { id: 113, type: 'string', pii: 'none', doc: 'How the match ended for the player' },
  rank: { id: 114, type: 'long', pii: 'none', doc: 'Place in the match, 1 is first' },
  kills: { id: 115, type: 'long', pii: 'none', doc: 'Opponents the player took out' },
  deaths: { id: 116, type: 'long', pii: 'none', doc: 'Times the player was taken out' },
  assists: { id: 117, type: 'long', pii: 'none', doc: 'Assists of the player' },
  transaction_id: { id: 121, type: 'string', pii: 'none', doc: 'The store\'s id of the transaction: reports of one transaction count once, a refund names the purchase' },
  item_id: { id: 122, type: 'string', pii: 'none', doc: 'What was bought, earned or spent on' },
  item_type: { id: 123, type: 'string', pii: 'none', doc: 'Kind of item' },
  quantity: { id: 124, type: 'long', pii: 'none', doc: 'How many' },
  amount: { id: 125, type: 'long', pii: 'none', doc: 'Money in minor units of `currency`, without a sign (minor units)' },
  currency: { id: 126, type: 'string', pii: 'none', doc: 'Currency as ISO 4217' },
  amount_usd: { id: 127, type: 'decimal', pii: 'none', doc: '`amount`, or what an ad earned, in US dollars at the rate of the event\'s day; empty until a rate is known (USD)' },
  store: { id: 128, type: 'string', pii: 'none', doc: 'Store that took the money' },
  sandbox: { id: 129, type: 'boolean', pii: 'none', doc: 'The store\'s test environment: counts nowhere' },
  reported_by: { id: 130, type: 'string', pii: 'none', doc: 'Who reports the transaction' },
  refund_reason: { id: 131, type: 'string', pii: 'none', doc: 'Why the money went back' },
  ad_network: { id: 132, type: 'string', pii: 'none', doc: 'Network that served the ad' },
  ad_placement: { id: 133, type: 'string', pii: 'none', doc: 'Place in the game where the ad was shown' },
  ad_format: { id: 134, type: 'string', pii: 'none', doc: 'Kind of ad' },
  ad_revenue_micros: { id: 135, type: 'long', pii: 'none', doc: 'What the impression earned, in millionths of `currency` (micros)' },
  resource_flow: { id: 136, type: 'string', pii: 'none', doc: 'Whether the player gained or spent' },
  resource_currency: { id: 137, type: 'string', pii: 'none', doc: 'Virtual currency or resource' },
  resource_amount: { id: 138, type: 'double', pii: 'none', doc: 'How much of the resource moved (resource units)' },
  custom_name: { id: 141, type: 'string', pii: 'none', doc: 'The studio\'s own name of the event' },
  custom_value: { id: 142, type: 'double', pii: 'none', doc: 'The studio\'s own number' },
  severity: { id: 143, type: 'string', pii: 'none', doc: 'How bad the error is' },
  error_code: { id: 144, type: 'string', pii: 'none', doc: 'Stable code of the error' },
  error_text: { id: 145, type: 'string', pii: 'masked', doc: 'What the error said, masked' },
  crash: { id: 146, type: 'boolean', pii: 'none', doc: 'The client ended because of it' },
  channel: { id: 147, type: 'string', pii: 'none', doc: 'Chat channel' },
  body: { id: 148, type: 'string', pii: 'masked', doc: 'What the player wrote, masked' },
  language: { id: 149, type: 'string', pii: 'none', doc: 'Language of the text as the client knows it, BCP 47' },
  rating: { id: 150, type: 'double', pii: 'none', doc: 'Stars of the review (stars)' },
  review_source: { id: 151, type: 'string', pii: 'none', doc: 'Where the review was written' },
  experiment_id: { id: 152, type: 'string', pii: 'none', doc: 'The experiment' },
  variant: { id: 153, type: 'string', pii: 'none', doc: 'Variant the player was shown' },
  linked_player_key: { id: 154, type: 'string', pii: 'pseudonym', doc: 'The guest or other device that is the same person, as keyed hash' },
  link_kind: { id: 155, type: 'string', pii: 'none', doc: 'What is linked' },
  server_id: { id: 156, type: 'string', pii: 'none', doc: 'Game server or instance' },
  cpu_percent: { id: 157, type: 'double', pii: 'none', doc: 'Load of the server (percent)' },
  memory_percent: { id: 158, type: 'double', pii: 'none', doc: 'Memory in use (percent)' },
  tick_ms: { id: 159, type: 'double', pii: 'none', doc: 'Time of one simulation tick (milliseconds)' },
  players_online: { id: 160, type: 'long', pii: 'none', doc: 'Players on the server (players)' },
  first_event_at: { id: 201, type: 'timestamp', pii: 'none', doc: 'First event of the player in the row\'s span' },
  last_event_at: { id: 202, type: 'timestamp', pii: 'none', doc: 'Last event of the player in the row\'s span' },
  events: { id: 203, type: 'long', pii: 'none', doc: 'Distinct accepted events (events)' },
  sessions: { id: 204, type: 'long', pii: 'none', doc: 'Sessions begun (sessions)' },
  purchases: { id: 205, type: 'long', pii: 'none', doc: 'Purchases, each transaction once, sandbox left out (transactions)' },
  purchase_usd: { id: 206, type: 'decimal', pii: 'none', doc: 'Money of those purchases (USD)' },
  refunds: { id: 207, type: 'long', pii: 'none', doc: 'Refunds, each transaction once, sandbox left out (transactions)' },
  refund_usd: { id: 208, type: 'decimal', pii: 'none', doc: 'Money given back, on the day of the refund (USD)' },
  ad_impressions: { id: 209, type: 'long', pii: 'none', doc: 'Ads shown (impressions)' },
  ad_usd: { id: 210, type: 'decimal', pii: 'none', doc: 'What those impressions earned (USD)' },
  revenue_usd: { id: 211, type: 'decimal', pii: 'none', doc: 'Purchases plus ads less refunds (USD)' },
  playtime_seconds: { id: 212, type: 'double', pii: 'none', doc: 'Length of the sessions begun, from first to last event (seconds)' },
  session_key: { id: 213, type: 'string', pii: 'none', doc: 'The session within its player: the client\'s id, or nothing where the client sends none, then @ and its start in epoch milliseconds' },
  started_at: { id: 214, type: 'timestamp', pii: 'none', doc: 'First event of the session' },
  ended_at: { id: 215, type: 'timestamp', pii: 'none', doc: 'Last event of the session' },
  first_date: { id: 216, type: 'date', pii: 'none', doc: 'The player\'s first active day' },
  last_date: { id: 217, type: 'date', pii: 'none', doc: 'The player\'s last active day' },
  active_days: { id: 218, type: 'long', pii: 'none', doc: 'Days on which the player was active (days)' },
  dimension: { id: 221, type: 'string', pii: 'none', doc: 'What the row is broken down by; total is the whole game' },
  dimension_value: { id: 222, type: 'string', pii: 'none', doc: 'Value of the dimension; \'all\' for the total, \'unknown\' where the player sent none' },
  dau: { id: 223, type: 'long', pii: 'none', doc: 'Players active on the day (players)' },
  wau: { id: 224, type: 'long', pii: 'none', doc: 'Players active on the day or the six before (players)' },
  mau: { id: 225, type: 'long', pii: 'none', doc: 'Players active on the day or the 29 before (players)' },
  stickiness: { id: 226, type: 'double', pii: 'none', doc: 'dau divided by mau (ratio)' },
  new_players: { id: 227, type: 'long', pii: 'none', doc: 'Players whose first active day it is (players)' },
  returning_players: { id: 228, type: 'long', pii: 'none', doc: 'Players active on the day and on an earlier one (players)' },
  session_seconds_avg: { id: 229, type: 'double', pii: 'none', doc: 'Average length of the sessions begun (seconds)' },
  sessions_per_player: { id: 230, type: 'double', pii: 'none', doc: 'sessions divided by dau (sessions)' },
  payers: { id: 231, type: 'long', pii: 'none', doc: 'Players with a purchase on the day (players)' },
  arpdau: { id: 232, type: 'double', pii: 'none', doc: 'revenue_usd divided by dau (USD)' },
  arppu: { id: 233, type: 'double', pii: 'none', doc: 'purchase_usd divided by payers (USD)' },
  cohort_date: { id: 241, type: 'date', pii: 'none', doc: 'First active day of the players counted' },
  day_n: { id: 242, type: 'int', pii: 'none', doc: 'Days since the cohort\'s first day (days)' },
  cohort_size: { id: 243, type: 'long', pii: 'none', doc: 'Players of the cohort (players)' },
  players: { id: 244, type: 'long', pii: 'none', doc: 'Players of the cohort active exactly on day n; empty while the day is not over (players)' },
  players_rolling: { id: 245, type: 'long', pii: 'none', doc: 'Players of the cohort active on day n or later; empty while day n is not over (players)' },
  players_bracket: { id: 246, type: 'long', pii: 'none', doc: 'Players of the cohort active at least once in the bracket that ends on day n (1, 2-3, 4-7, 8-14, 15-30, 31-60, 61-90); empty on other days and while the bracket is not over (players)' },
} as const satisfies Record<string, Omit<Column, 'name' | 'required'>>;

type Layout = { grain: string; partition?: string; columns: string };

/** Columns in order, separated by spaces; `!` marks those that are never null. */
const table = (name: TableName, { grain, columns, ...rest }: Layout): Table => ({
  name,
  grain: grain.split(' '),
  ...rest,
  columns: columns.trim().split(/\s+/).map(column),
});

function column(text: string): Column {
  const name = text.replace('!', '') as keyof typeof known;
  return { name, required: text.endsWith('!'), ...known[name] };
}

export const tables: Readonly<Record<TableName, Table>> = {
  'bronze.events': table('bronze.events', {
    grain: 'region shard sequence event_index',
    columns: `
      game!
      event_id!
      event_type!
      player_key
      secret_version
      client_time!
      sent_at
      received_at!
      event_time!
      event_date!
      session_id
      platform
      app_version
      country
      locale
      device_model
      engine
      environment!
      acquisition_source
      attributes
      contract_version!
      drift!
      fingerprint!
      delivery_id!
      protocol!
      history!
      region!
      shard!
      sequence!
      event_index!
      session_number
      session_seconds
      progression_status
      level
      attempt
      difficulty
      score
      duration_seconds
      match_id
      game_mode
      map
      team
      result
      rank
      kills
      deaths
      assists
      transaction_id
      item_id
      item_type
      quantity
      amount
      currency
      amount_usd
      store
      sandbox
      reported_by
      refund_reason
      ad_network
      ad_placement
      ad_format
      ad_revenue_micros
      resource_flow
      resource_currency
      resource_amount
      custom_name
      custom_value
      severity
      error_code
      error_text
      crash
      channel
      body
      language
      rating
      review_source
      experiment_id
      variant
      linked_player_key
      link_kind
      server_id
      cpu_percent
      memory_percent
      tick_ms
      players_online
    `,
  }),
  'quarantine.events': table('quarantine.events', {
    grain: 'region shard sequence event_index',
    columns: `
      game!
      event_id
      event_type
      player_key
      secret_version
      client_time
      sent_at
      received_at!
      event_time
      event_date
      session_id
      platform
      app_version
      country
      locale
      device_model
      engine
      environment
      acquisition_source
      attributes
      contract_version
      drift
      fingerprint
      delivery_id!
      protocol!
      history!
      region!
      shard!
      sequence!
      event_index!
      session_number
      session_seconds
      progression_status
      level
      attempt
      difficulty
      score
      duration_seconds
      match_id
      game_mode
      map
      team
      result
      rank
      kills
      deaths
      assists
      transaction_id
      item_id
      item_type
      quantity
      amount
      currency
      amount_usd
      store
      sandbox
      reported_by
      refund_reason
      ad_network
      ad_placement
      ad_format
      ad_revenue_micros
      resource_flow
      resource_currency
      resource_amount
      custom_name
      custom_value
      severity
      error_code
      error_text
      crash
      channel
      body
      language
      rating
      review_source
      experiment_id
      variant
      linked_player_key
      link_kind
      server_id
      cpu_percent
      memory_percent
      tick_ms
      players_online
      reason!
      pointer
      message
      payload!
    `,
  }),
  'late.events': table('late.events', {
    grain: 'region shard sequence event_index',
    columns: `
      game!
      event_id
      event_type
      player_key
      secret_version
      client_time
      sent_at
      received_at!
      event_time
      event_date
      session_id
      platform
      app_version
      country
      locale
      device_model
      engine
      environment
      acquisition_source
      attributes
      contract_version
      drift
      fingerprint
      delivery_id!
      protocol!
      history!
      region!
      shard!
      sequence!
      event_index!
      session_number
      session_seconds
      progression_status
      level
      attempt
      difficulty
      score
      duration_seconds
      match_id
      game_mode
      map
      team
      result
      rank
      kills
      deaths
      assists
      transaction_id
      item_id
      item_type
      quantity
      amount
      currency
      amount_usd
      store
      sandbox
      reported_by
      refund_reason
      ad_network
      ad_placement
      ad_format
      ad_revenue_micros
      resource_flow
      resource_currency
      resource_amount
      custom_name
      custom_value
      severity
      error_code
      error_text
      crash
      channel
      body
      language
      rating
      review_source
      experiment_id
      variant
      linked_player_key
      link_kind
      server_id
      cpu_percent
      memory_percent
      tick_ms
      players_online
      reason!
      pointer
      message
      payload!
    `,
  }),
  'silver.events': table('silver.events', {
    grain: 'game player_key event_id',
    partition: 'event_date',
    columns: `
      game!
      event_id!
      event_type!
      player_key
      secret_version
      client_time!
      received_at!
      event_time!
      event_date!
      session_id
      platform
      app_version
      country
      locale
      device_model
      engine
      environment!
      acquisition_source
      attributes
      contract_version!
      drift!
      fingerprint!
      region!
      shard!
      sequence!
      event_index!
      session_number
      session_seconds
      progression_status
      level
      attempt
      difficulty
      score
      duration_seconds
      match_id
      game_mode
      map
      team
      result
      rank
      kills
      deaths
      assists
      transaction_id
      item_id
      item_type
      quantity
      amount
      currency
      amount_usd
      store
      sandbox
      reported_by
      refund_reason
      ad_network
      ad_placement
      ad_format
      ad_revenue_micros
      resource_flow
      resource_currency
      resource_amount
      custom_name
      custom_value
      severity
      error_code
      error_text
      crash
      channel
      body
      language
      rating
      review_source
      experiment_id
      variant
      linked_player_key
      link_kind
      server_id
      cpu_percent
      memory_percent
      tick_ms
      players_online
    `,
  }),
  'silver.fates': table('silver.fates', {
    grain: 'game region shard sequence event_index',
    partition: 'arrival_hour',
    columns: `
      game!
      region!
      shard!
      sequence!
      event_index!
      arrival_hour!
      received_at!
      fate!
      reason
      event_type
      event_id
      player_key
      event_date
      conflict
    `,
  }),
  'silver.player_days': table('silver.player_days', {
    grain: 'game player_key event_date',
    partition: 'event_date',
    columns: `
      game!
      player_key!
      event_date!
      first_event_at!
      last_event_at!
      events!
      sessions!
      playtime_seconds!
      purchases!
      purchase_usd!
      refunds!
      refund_usd!
      ad_impressions!
      ad_usd!
      revenue_usd!
      platform
      country
      app_version
      acquisition_source
    `,
  }),
  'silver.players': table('silver.players', {
    grain: 'game player_key',
    columns: `
      game!
      player_key!
      first_date!
      last_date!
      first_event_at!
      last_event_at!
      active_days!
      events!
      sessions!
      playtime_seconds!
      purchases!
      purchase_usd!
      refunds!
      refund_usd!
      ad_impressions!
      ad_usd!
      revenue_usd!
      platform
      country
      app_version
      acquisition_source
    `,
  }),
  'silver.sessions': table('silver.sessions', {
    grain: 'game player_key session_key',
    partition: 'event_date',
    columns: `
      game!
      player_key!
      session_key!
      session_id
      event_date!
      started_at!
      ended_at!
      session_seconds!
      events!
      platform
      country
      app_version
    `,
  }),
  'gold.daily_metrics': table('gold.daily_metrics', {
    grain: 'game event_date dimension dimension_value',
    partition: 'event_date',
    columns: `
      game!
      event_date!
      dimension!
      dimension_value!
      dau!
      wau!
      mau!
      stickiness
      new_players!
      returning_players!
      sessions!
      sessions_per_player
      playtime_seconds!
      session_seconds_avg
      revenue_usd!
      purchase_usd!
      ad_usd!
      refund_usd!
      purchases!
      payers!
      arpdau
      arppu
    `,
  }),
  'gold.retention': table('gold.retention', {
    grain: 'game cohort_date day_n',
    partition: 'cohort_date',
    columns: `
      game!
      cohort_date!
      day_n!
      cohort_size!
      players
      players_rolling
      players_bracket
    `,
  }),
};
