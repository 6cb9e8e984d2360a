// Rendered from glue/fields.yaml and glue/contracts by 'npm run render'. Do not edit.

/** Every event type that has a contract. */
export type EventType =
  | 'ad_impression'
  | 'chat_message'
  | 'custom'
  | 'error'
  | 'exposure'
  | 'match_end'
  | 'player_link'
  | 'progression'
  | 'purchase'
  | 'refund'
  | 'resource'
  | 'review'
  | 'server_health'
  | 'session_end'
  | 'session_start';

/** What the pipeline needs of a contract; `properties` by the names they are stored under. */
export type EventContract = { version: string; player_required: boolean; properties: readonly string[] };

export const eventContracts: Readonly<Record<EventType, EventContract>> = {
  ad_impression: { version: '1.0.0', player_required: true, properties: ['ad_network', 'ad_placement', 'ad_format', 'ad_revenue_micros', 'currency'] },
  chat_message: { version: '1.0.0', player_required: true, properties: ['body', 'channel', 'language', 'match_id'] },
  custom: { version: '1.0.0', player_required: true, properties: ['custom_name', 'custom_value'] },
  error: { version: '1.0.0', player_required: true, properties: ['severity', 'error_code', 'error_text', 'crash'] },
  exposure: { version: '1.0.0', player_required: true, properties: ['experiment_id', 'variant'] },
  match_end: { version: '1.0.0', player_required: true, properties: ['match_id', 'game_mode', 'map', 'team', 'result', 'rank', 'score', 'kills', 'deaths', 'assists', 'duration_seconds'] },
  player_link: { version: '1.0.0', player_required: true, properties: ['linked_player_key', 'link_kind'] },
  progression: { version: '1.0.0', player_required: true, properties: ['progression_status', 'level', 'attempt', 'difficulty', 'score', 'duration_seconds'] },
  purchase: { version: '1.0.0', player_required: true, properties: ['transaction_id', 'item_id', 'item_type', 'quantity', 'amount', 'currency', 'store', 'sandbox', 'reported_by'] },
  refund: { version: '1.0.0', player_required: true, properties: ['transaction_id', 'amount', 'currency', 'refund_reason', 'store', 'sandbox', 'reported_by', 'item_id'] },
  resource: { version: '1.0.0', player_required: true, properties: ['resource_flow', 'resource_currency', 'resource_amount', 'item_id', 'item_type'] },
  review: { version: '1.0.0', player_required: true, properties: ['body', 'rating', 'review_source', 'language'] },
  server_health: { version: '1.0.0', player_required: false, properties: ['server_id', 'cpu_percent', 'memory_percent', 'tick_ms', 'players_online'] },
  session_end: { version: '1.0.0', player_required: true, properties: ['session_seconds'] },
  session_start: { version: '1.0.0', player_required: true, properties: ['session_number'] },
};

/** One word of the vocabulary; limits are those of the value as it is stored. */
export type Field = {
  id: number;
  type: 'string' | 'text' | 'long' | 'int' | 'double' | 'decimal' | 'boolean' | 'timestamp' | 'date' | 'json';
  sent: 'envelope' | 'property' | 'never';
  pii: 'none' | 'pseudonym' | 'masked';
  meaning: string;
  example: string | number | boolean;
  unit?: string;
  /** The raw field a client sends in its place. */
  sent_as?: string;
  values?: readonly string[];
  pattern?: string;
  min?: number;
  max?: number;
  min_length?: number;
  max_length?: number;
  max_properties?: number;
};

/** Every name of the vocabulary. */
export type FieldName =
  | 'game'
  | 'event_id'
  | 'event_type'
  | 'player_key'
  | 'secret_version'
  | 'client_time'
  | 'sent_at'
  | 'received_at'
  | 'event_time'
  | 'event_date'
  | 'session_id'
  | 'platform'
  | 'app_version'
  | 'country'
  | 'locale'
  | 'device_model'
  | 'engine'
  | 'environment'
  | 'acquisition_source'
  | 'attributes'
  | 'contract_version'
  | 'drift'
  | 'fingerprint'
  | 'delivery_id'
  | 'protocol'
  | 'region'
  | 'shard'
  | 'sequence'
  | 'event_index'
  | 'history'
  | 'reason'
  | 'pointer'
  | 'message'
  | 'payload'
  | 'fate'
  | 'conflict'
  | 'arrival_hour'
  | 'session_number'
  | 'session_seconds'
  | 'progression_status'
  | 'level'
  | 'attempt'
  | 'difficulty'
  | 'score'
  | 'duration_seconds'
  | 'match_id'
  | 'game_mode'
  | 'map'
  | 'team'
  | 'result'
  | 'rank'
  | 'kills'
  | 'deaths'
  | 'assists'
  | 'transaction_id'
  | 'item_id'
  | 'item_type'
  | 'quantity'
  | 'amount'
  | 'currency'
  | 'amount_usd'
  | 'store'
  | 'sandbox'
  | 'reported_by'
  | 'refund_reason'
  | 'ad_network'
  | 'ad_placement'
  | 'ad_format'
  | 'ad_revenue_micros'
  | 'resource_flow'
  | 'resource_currency'
  | 'resource_amount'
  | 'custom_name'
  | 'custom_value'
  | 'severity'
  | 'error_code'
  | 'error_text'
  | 'crash'
  | 'channel'
  | 'body'
  | 'language'
  | 'rating'
  | 'review_source'
  | 'experiment_id'
  | 'variant'
  | 'linked_player_key'
  | 'link_kind'
  | 'server_id'
  | 'cpu_percent'
  | 'memory_percent'
  | 'tick_ms'
  | 'players_online'
  | 'first_event_at'
  | 'last_event_at'
  | 'events'
  | 'sessions'
  | 'purchases'
  | 'purchase_usd'
  | 'refunds'
  | 'refund_usd'
  | 'ad_impressions'
  | 'ad_usd'
  | 'revenue_usd'
  | 'playtime_seconds'
  | 'session_key'
  | 'started_at'
  | 'ended_at'
  | 'first_date'
  | 'last_date'
  | 'active_days'
  | 'dimension'
  | 'dimension_value'
  | 'dau'
  | 'wau'
  | 'mau'
  | 'stickiness'
  | 'new_players'
  | 'returning_players'
  | 'session_seconds_avg'
  | 'sessions_per_player'
  | 'payers'
  | 'arpdau'
  | 'arppu'
  | 'cohort_date'
  | 'day_n'
  | 'cohort_size'
  | 'players'
  | 'players_rolling'
  | 'players_bracket';

export const fields: Readonly<Record<FieldName, Field>> = {
  game: { id: 1, type: 'string', sent: 'never', pii: 'none', meaning: 'The game the event belongs to', example: 'space-miner', max_length: 64 },
  event_id: { id: 2, type: 'string', sent: 'envelope', pii: 'none', meaning: 'The client\'s own id of the event; with game and player_key it makes the event unique', example: '0b8f9a52-5c5e-4f0e-9a53-6c0f5a3c7a11', min_length: 1, max_length: 64 },
  event_type: { id: 3, type: 'string', sent: 'envelope', pii: 'none', meaning: 'The contract the event follows', example: 'match_end', max_length: 64 },
  player_key: { id: 4, type: 'string', sent: 'envelope', pii: 'pseudonym', meaning: 'The player, as HMAC-SHA256 of player_id under the game\'s secret, in hexadecimal', example: '5f2b1c0e9d8a7f6e5d4c3b2a19080f0e1d2c3b4a5f6e7d8c9b0a1f2e3d4c5b6a', sent_as: 'player_id', min_length: 1, max_length: 64 },
  secret_version: { id: 5, type: 'int', sent: 'never', pii: 'none', meaning: 'Which version of the game\'s secret made player_key', example: 1, min: 1 },
  client_time: { id: 6, type: 'timestamp', sent: 'envelope', pii: 'none', meaning: 'When it happened by the client\'s own clock', example: '2026-03-01T10:00:00.000Z' },
  sent_at: { id: 7, type: 'timestamp', sent: 'never', pii: 'none', meaning: 'When the client says it sent the request', example: '2026-03-01T10:00:05.000Z' },
  received_at: { id: 8, type: 'timestamp', sent: 'never', pii: 'none', meaning: 'When Playlake received the request', example: '2026-03-01T10:00:05.120Z' },
  event_time: { id: 9, type: 'timestamp', sent: 'never', pii: 'none', meaning: 'When it happened, on the server\'s clock: client_time corrected by the skew of the request', example: '2026-03-01T10:00:00.000Z' },
  event_date: { id: 10, type: 'date', sent: 'never', pii: 'none', meaning: 'The calendar day of event_time in the game\'s reporting offset', example: '2026-03-01' },
  session_id: { id: 11, type: 'string', sent: 'envelope', pii: 'none', meaning: 'The client\'s id of the play session', example: 's-20260301-1', min_length: 1, max_length: 64 },
  platform: { id: 12, type: 'string', sent: 'envelope', pii: 'none', meaning: 'What the game runs on', example: 'android', max_length: 32 },
  app_version: { id: 13, type: 'string', sent: 'envelope', pii: 'none', meaning: 'Version of the game client', example: '1.4.2', max_length: 32 },
  country: { id: 14, type: 'string', sent: 'envelope', pii: 'none', meaning: 'Country as ISO 3166-1 alpha-2', example: 'ID', pattern: '^[A-Z]{2}$' },
  locale: { id: 15, type: 'string', sent: 'envelope', pii: 'none', meaning: 'Language and region as BCP 47', example: 'id-ID', max_length: 35 },
  device_model: { id: 16, type: 'string', sent: 'envelope', pii: 'none', meaning: 'Model of the device', example: 'Pixel 9', max_length: 64 },
  engine: { id: 17, type: 'string', sent: 'envelope', pii: 'none', meaning: 'Game engine and its version', example: 'unity-6.2', max_length: 64 },
  environment: { id: 18, type: 'string', sent: 'envelope', pii: 'none', meaning: 'production or test; test events are kept out of every KPI', example: 'production', values: ['production', 'test'] },
  acquisition_source: { id: 19, type: 'string', sent: 'envelope', pii: 'none', meaning: 'Where the player came from', example: 'organic', max_length: 64 },
  attributes: { id: 20, type: 'json', sent: 'envelope', pii: 'masked', meaning: 'Free attributes of the event, with properties its contract does not know; stored as JSON', example: '{"guild":"owls"}', max_properties: 50 },
  contract_version: { id: 21, type: 'string', sent: 'never', pii: 'none', meaning: 'Version of the contract that checked the event', example: '1.0.0', max_length: 16 },
  drift: { id: 22, type: 'int', sent: 'never', pii: 'none', meaning: 'How many properties of the event its contract does not know', example: 0, unit: 'properties', min: 0 },
  fingerprint: { id: 23, type: 'long', sent: 'never', pii: 'none', meaning: 'Hash of what the event says, as sent; the same id with another fingerprint is a conflict', example: 4503599627370497 },
  delivery_id: { id: 24, type: 'string', sent: 'never', pii: 'none', meaning: 'The request that brought the event', example: '01a207be-1938-7a7a-8344-4fc290402350', max_length: 64 },
  protocol: { id: 25, type: 'string', sent: 'never', pii: 'none', meaning: 'The protocol the request spoke', example: 'native', max_length: 32 },
  region: { id: 26, type: 'string', sent: 'never', pii: 'none', meaning: 'Where the event was received; with shard, sequence and event_index its position for ever', example: 'local', max_length: 32 },
  shard: { id: 27, type: 'string', sent: 'never', pii: 'none', meaning: 'Part of the position: the shard of the stream', example: '0', max_length: 64 },
  sequence: { id: 28, type: 'string', sent: 'never', pii: 'none', meaning: 'Part of the position: the record within the shard, in text order', example: '00000000000000000042', max_length: 128 },
  event_index: { id: 29, type: 'int', sent: 'never', pii: 'none', meaning: 'Part of the position: the event within its request, 0 is first', example: 0, min: 0 },
  history: { id: 30, type: 'boolean', sent: 'never', pii: 'none', meaning: 'Trusted history: an import, without clock correction and late window', example: false },
  reason: { id: 31, type: 'string', sent: 'never', pii: 'none', meaning: 'Stable code that says why the event was set aside', example: 'wrong_type', max_length: 64 },
  pointer: { id: 32, type: 'string', sent: 'never', pii: 'none', meaning: 'JSON pointer to the part of the event that was wrong', example: '/properties/score', max_length: 512 },
  message: { id: 33, type: 'string', sent: 'never', pii: 'none', meaning: 'What was wrong and what to do, in words', example: 'score must be a number', max_length: 1024 },
  payload: { id: 34, type: 'json', sent: 'never', pii: 'masked', meaning: 'The event as sent, pseudonymised and masked, for replay', example: '{"event_type":"match_end"}' },
  fate: { id: 35, type: 'string', sent: 'never', pii: 'none', meaning: 'What became of a received event that is not in silver', example: 'duplicate', values: ['duplicate', 'quarantined', 'late', 'failed', 'erased'] },
  conflict: { id: 36, type: 'boolean', sent: 'never', pii: 'none', meaning: 'The duplicate has another content than the event it repeats', example: false },
  arrival_hour: { id: 37, type: 'timestamp', sent: 'never', pii: 'none', meaning: 'The hour in which the event was received', example: '2026-03-01T10:00:00.000Z' },
  session_number: { id: 101, type: 'long', sent: 'property', pii: 'none', meaning: 'How many sessions the player has had, this one included', example: 12, min: 1 },
  session_seconds: { id: 102, type: 'double', sent: 'property', pii: 'none', meaning: 'Length of a session', example: 734.5, unit: 'seconds', min: 0, max: 604800 },
  progression_status: { id: 103, type: 'string', sent: 'property', pii: 'none', meaning: 'What happened on the level', example: 'complete', values: ['start', 'complete', 'fail', 'abandon'] },
  level: { id: 104, type: 'string', sent: 'property', pii: 'none', meaning: 'The level, mission or stage', example: 'world-1/level-3', min_length: 1, max_length: 128 },
  attempt: { id: 105, type: 'long', sent: 'property', pii: 'none', meaning: 'Which attempt at the level this is', example: 2, min: 1 },
  difficulty: { id: 106, type: 'string', sent: 'property', pii: 'none', meaning: 'Difficulty the player chose or was given', example: 'hard', max_length: 32 },
  score: { id: 107, type: 'double', sent: 'property', pii: 'none', meaning: 'Points reached', example: 1250, unit: 'points' },
  duration_seconds: { id: 108, type: 'double', sent: 'property', pii: 'none', meaning: 'How long the level or match took', example: 183.2, unit: 'seconds', min: 0, max: 604800 },
  match_id: { id: 109, type: 'string', sent: 'property', pii: 'none', meaning: 'The match, shared by its players', example: 'm-77120', min_length: 1, max_length: 64 },
  game_mode: { id: 110, type: 'string', sent: 'property', pii: 'none', meaning: 'Mode of the match', example: 'ranked', max_length: 64 },
  map: { id: 111, type: 'string', sent: 'property', pii: 'none', meaning: 'Map or arena', example: 'canyon', max_length: 64 },
  team: { id: 112, type: 'string', sent: 'property', pii: 'none', meaning: 'The player\'s side', example: 'red', max_length: 32 },
  result: { id: 113, type: 'string', sent: 'property', pii: 'none', meaning: 'How the match ended for the player', example: 'win', values: ['win', 'loss', 'draw', 'abandoned'] },
  rank: { id: 114, type: 'long', sent: 'property', pii: 'none', meaning: 'Place in the match, 1 is first', example: 1, min: 1 },
  kills: { id: 115, type: 'long', sent: 'property', pii: 'none', meaning: 'Opponents the player took out', example: 7, min: 0 },
  deaths: { id: 116, type: 'long', sent: 'property', pii: 'none', meaning: 'Times the player was taken out', example: 3, min: 0 },
  assists: { id: 117, type: 'long', sent: 'property', pii: 'none', meaning: 'Assists of the player', example: 4, min: 0 },
  transaction_id: { id: 121, type: 'string', sent: 'property', pii: 'none', meaning: 'The store\'s id of the transaction: reports of one transaction count once, a refund names the purchase', example: 'GPA.3345-1122', min_length: 1, max_length: 128 },
  item_id: { id: 122, type: 'string', sent: 'property', pii: 'none', meaning: 'What was bought, earned or spent on', example: 'gems-500', min_length: 1, max_length: 128 },
  item_type: { id: 123, type: 'string', sent: 'property', pii: 'none', meaning: 'Kind of item', example: 'gems', max_length: 64 },
  quantity: { id: 124, type: 'long', sent: 'property', pii: 'none', meaning: 'How many', example: 1, min: 1 },
  amount: { id: 125, type: 'long', sent: 'property', pii: 'none', meaning: 'Money in minor units of `currency`, without a sign', example: 499, unit: 'minor units', min: 0, max: 1000000000000 },
  currency: { id: 126, type: 'string', sent: 'property', pii: 'none', meaning: 'Currency as ISO 4217', example: 'USD', pattern: '^[A-Z]{3}$' },
  amount_usd: { id: 127, type: 'decimal', sent: 'never', pii: 'none', meaning: '`amount`, or what an ad earned, in US dollars at the rate of the event\'s day; empty until a rate is known', example: 4.99, unit: 'USD' },
  store: { id: 128, type: 'string', sent: 'property', pii: 'none', meaning: 'Store that took the money', example: 'google_play', max_length: 32 },
  sandbox: { id: 129, type: 'boolean', sent: 'property', pii: 'none', meaning: 'The store\'s test environment: counts nowhere', example: false },
  reported_by: { id: 130, type: 'string', sent: 'property', pii: 'none', meaning: 'Who reports the transaction', example: 'server', values: ['client', 'server'] },
  refund_reason: { id: 131, type: 'string', sent: 'property', pii: 'none', meaning: 'Why the money went back', example: 'user_request', max_length: 64 },
  ad_network: { id: 132, type: 'string', sent: 'property', pii: 'none', meaning: 'Network that served the ad', example: 'admob', max_length: 64 },
  ad_placement: { id: 133, type: 'string', sent: 'property', pii: 'none', meaning: 'Place in the game where the ad was shown', example: 'end_of_level', max_length: 64 },
  ad_format: { id: 134, type: 'string', sent: 'property', pii: 'none', meaning: 'Kind of ad', example: 'rewarded', values: ['banner', 'interstitial', 'rewarded', 'native', 'offerwall', 'other'] },
  ad_revenue_micros: { id: 135, type: 'long', sent: 'property', pii: 'none', meaning: 'What the impression earned, in millionths of `currency`', example: 12500, unit: 'micros', min: 0, max: 1000000000000 },
  resource_flow: { id: 136, type: 'string', sent: 'property', pii: 'none', meaning: 'Whether the player gained or spent', example: 'source', values: ['source', 'sink'] },
  resource_currency: { id: 137, type: 'string', sent: 'property', pii: 'none', meaning: 'Virtual currency or resource', example: 'gold', min_length: 1, max_length: 64 },
  resource_amount: { id: 138, type: 'double', sent: 'property', pii: 'none', meaning: 'How much of the resource moved', example: 250, unit: 'resource units', min: 0 },
  custom_name: { id: 141, type: 'string', sent: 'property', pii: 'none', meaning: 'The studio\'s own name of the event', example: 'pet_adopted', min_length: 1, max_length: 128 },
  custom_value: { id: 142, type: 'double', sent: 'property', pii: 'none', meaning: 'The studio\'s own number', example: 3 },
  severity: { id: 143, type: 'string', sent: 'property', pii: 'none', meaning: 'How bad the error is', example: 'error', values: ['debug', 'info', 'warning', 'error', 'critical'] },
  error_code: { id: 144, type: 'string', sent: 'property', pii: 'none', meaning: 'Stable code of the error', example: 'NET_TIMEOUT', max_length: 128 },
  error_text: { id: 145, type: 'text', sent: 'property', pii: 'masked', meaning: 'What the error said, masked', example: 'connection lost', max_length: 8192 },
  crash: { id: 146, type: 'boolean', sent: 'property', pii: 'none', meaning: 'The client ended because of it', example: false },
  channel: { id: 147, type: 'string', sent: 'property', pii: 'none', meaning: 'Chat channel', example: 'team', max_length: 64 },
  body: { id: 148, type: 'text', sent: 'property', pii: 'masked', meaning: 'What the player wrote, masked', example: 'good game', min_length: 1, max_length: 4096 },
  language: { id: 149, type: 'string', sent: 'property', pii: 'none', meaning: 'Language of the text as the client knows it, BCP 47', example: 'en', max_length: 35 },
  rating: { id: 150, type: 'double', sent: 'property', pii: 'none', meaning: 'Stars of the review', example: 4, unit: 'stars', min: 0, max: 10 },
  review_source: { id: 151, type: 'string', sent: 'property', pii: 'none', meaning: 'Where the review was written', example: 'google_play', max_length: 64 },
  experiment_id: { id: 152, type: 'string', sent: 'property', pii: 'none', meaning: 'The experiment', example: 'onboarding-2', min_length: 1, max_length: 64 },
  variant: { id: 153, type: 'string', sent: 'property', pii: 'none', meaning: 'Variant the player was shown', example: 'control', min_length: 1, max_length: 64 },
  linked_player_key: { id: 154, type: 'string', sent: 'property', pii: 'pseudonym', meaning: 'The guest or other device that is the same person, as keyed hash', example: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0', sent_as: 'linked_player_id', min_length: 1, max_length: 64 },
  link_kind: { id: 155, type: 'string', sent: 'property', pii: 'none', meaning: 'What is linked', example: 'guest_to_account', values: ['guest_to_account', 'device_to_account'] },
  server_id: { id: 156, type: 'string', sent: 'property', pii: 'none', meaning: 'Game server or instance', example: 'sgp-3', min_length: 1, max_length: 64 },
  cpu_percent: { id: 157, type: 'double', sent: 'property', pii: 'none', meaning: 'Load of the server', example: 41.5, unit: 'percent', min: 0, max: 100 },
  memory_percent: { id: 158, type: 'double', sent: 'property', pii: 'none', meaning: 'Memory in use', example: 63, unit: 'percent', min: 0, max: 100 },
  tick_ms: { id: 159, type: 'double', sent: 'property', pii: 'none', meaning: 'Time of one simulation tick', example: 16.4, unit: 'milliseconds', min: 0 },
  players_online: { id: 160, type: 'long', sent: 'property', pii: 'none', meaning: 'Players on the server', example: 88, unit: 'players', min: 0 },
  first_event_at: { id: 201, type: 'timestamp', sent: 'never', pii: 'none', meaning: 'First event of the player in the row\'s span', example: '2026-03-01T08:01:02.000Z' },
  last_event_at: { id: 202, type: 'timestamp', sent: 'never', pii: 'none', meaning: 'Last event of the player in the row\'s span', example: '2026-03-01T22:41:09.000Z' },
  events: { id: 203, type: 'long', sent: 'never', pii: 'none', meaning: 'Distinct accepted events', example: 41, unit: 'events', min: 0 },
  sessions: { id: 204, type: 'long', sent: 'never', pii: 'none', meaning: 'Sessions begun', example: 3, unit: 'sessions', min: 0 },
  purchases: { id: 205, type: 'long', sent: 'never', pii: 'none', meaning: 'Purchases, each transaction once, sandbox left out', example: 1, unit: 'transactions', min: 0 },
  purchase_usd: { id: 206, type: 'decimal', sent: 'never', pii: 'none', meaning: 'Money of those purchases', example: 4.99, unit: 'USD' },
  refunds: { id: 207, type: 'long', sent: 'never', pii: 'none', meaning: 'Refunds, each transaction once, sandbox left out', example: 0, unit: 'transactions', min: 0 },
  refund_usd: { id: 208, type: 'decimal', sent: 'never', pii: 'none', meaning: 'Money given back, on the day of the refund', example: 0, unit: 'USD' },
  ad_impressions: { id: 209, type: 'long', sent: 'never', pii: 'none', meaning: 'Ads shown', example: 6, unit: 'impressions', min: 0 },
  ad_usd: { id: 210, type: 'decimal', sent: 'never', pii: 'none', meaning: 'What those impressions earned', example: 0.031, unit: 'USD' },
  revenue_usd: { id: 211, type: 'decimal', sent: 'never', pii: 'none', meaning: 'Purchases plus ads less refunds', example: 5.021, unit: 'USD' },
  playtime_seconds: { id: 212, type: 'double', sent: 'never', pii: 'none', meaning: 'Length of the sessions begun, from first to last event', example: 2711.4, unit: 'seconds', min: 0 },
  session_key: { id: 213, type: 'string', sent: 'never', pii: 'none', meaning: 'The session within its player: the client\'s id, or nothing where the client sends none, then @ and its start in epoch milliseconds', example: 's-20260301-1@1772352062000', max_length: 128 },
  started_at: { id: 214, type: 'timestamp', sent: 'never', pii: 'none', meaning: 'First event of the session', example: '2026-03-01T08:01:02.000Z' },
  ended_at: { id: 215, type: 'timestamp', sent: 'never', pii: 'none', meaning: 'Last event of the session', example: '2026-03-01T08:21:42.000Z' },
  first_date: { id: 216, type: 'date', sent: 'never', pii: 'none', meaning: 'The player\'s first active day', example: '2026-02-11' },
  last_date: { id: 217, type: 'date', sent: 'never', pii: 'none', meaning: 'The player\'s last active day', example: '2026-03-01' },
  active_days: { id: 218, type: 'long', sent: 'never', pii: 'none', meaning: 'Days on which the player was active', example: 9, unit: 'days', min: 0 },
  dimension: { id: 221, type: 'string', sent: 'never', pii: 'none', meaning: 'What the row is broken down by; total is the whole game', example: 'platform', values: ['total', 'platform', 'country', 'app_version'] },
  dimension_value: { id: 222, type: 'string', sent: 'never', pii: 'none', meaning: 'Value of the dimension; \'all\' for the total, \'unknown\' where the player sent none', example: 'android', max_length: 64 },
  dau: { id: 223, type: 'long', sent: 'never', pii: 'none', meaning: 'Players active on the day', example: 218, unit: 'players', min: 0 },
  wau: { id: 224, type: 'long', sent: 'never', pii: 'none', meaning: 'Players active on the day or the six before', example: 814, unit: 'players', min: 0 },
  mau: { id: 225, type: 'long', sent: 'never', pii: 'none', meaning: 'Players active on the day or the 29 before', example: 2486, unit: 'players', min: 0 },
  stickiness: { id: 226, type: 'double', sent: 'never', pii: 'none', meaning: 'dau divided by mau', example: 0.088, unit: 'ratio', min: 0, max: 1 },
  new_players: { id: 227, type: 'long', sent: 'never', pii: 'none', meaning: 'Players whose first active day it is', example: 150, unit: 'players', min: 0 },
  returning_players: { id: 228, type: 'long', sent: 'never', pii: 'none', meaning: 'Players active on the day and on an earlier one', example: 68, unit: 'players', min: 0 },
  session_seconds_avg: { id: 229, type: 'double', sent: 'never', pii: 'none', meaning: 'Average length of the sessions begun', example: 611.2, unit: 'seconds', min: 0 },
  sessions_per_player: { id: 230, type: 'double', sent: 'never', pii: 'none', meaning: 'sessions divided by dau', example: 2.1, unit: 'sessions', min: 0 },
  payers: { id: 231, type: 'long', sent: 'never', pii: 'none', meaning: 'Players with a purchase on the day', example: 4, unit: 'players', min: 0 },
  arpdau: { id: 232, type: 'double', sent: 'never', pii: 'none', meaning: 'revenue_usd divided by dau', example: 0.09, unit: 'USD' },
  arppu: { id: 233, type: 'double', sent: 'never', pii: 'none', meaning: 'purchase_usd divided by payers', example: 4.99, unit: 'USD' },
  cohort_date: { id: 241, type: 'date', sent: 'never', pii: 'none', meaning: 'First active day of the players counted', example: '2026-02-11' },
  day_n: { id: 242, type: 'int', sent: 'never', pii: 'none', meaning: 'Days since the cohort\'s first day', example: 7, unit: 'days', min: 0, max: 90 },
  cohort_size: { id: 243, type: 'long', sent: 'never', pii: 'none', meaning: 'Players of the cohort', example: 150, unit: 'players', min: 0 },
  players: { id: 244, type: 'long', sent: 'never', pii: 'none', meaning: 'Players of the cohort active exactly on day n; empty while the day is not over', example: 19, unit: 'players', min: 0 },
  players_rolling: { id: 245, type: 'long', sent: 'never', pii: 'none', meaning: 'Players of the cohort active on day n or later; empty while day n is not over', example: 40, unit: 'players', min: 0 },
  players_bracket: { id: 246, type: 'long', sent: 'never', pii: 'none', meaning: 'Players of the cohort active at least once in the bracket that ends on day n (1, 2-3, 4-7, 8-14, 15-30, 31-60, 61-90); empty on other days and while the bracket is not over', example: 55, unit: 'players', min: 0 },
};

/** Raw identifiers a client sends → the field that replaces each before anything is stored. */
export const pseudonyms = { player_id: 'player_key', linked_player_id: 'linked_player_key' } as const;

/** Names at the top level of an event once it is pseudonymised, `properties` apart. */
export const envelopeFields: readonly FieldName[] = ['event_id', 'event_type', 'player_key', 'client_time', 'session_id', 'platform', 'app_version', 'country', 'locale', 'device_model', 'engine', 'environment', 'acquisition_source', 'attributes'];
