// Rendered from glue/fields.yaml and glue/contracts by 'npm run render'. Do not edit.

/** An advertisement was shown to the player. */
export type AdImpression = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'ad_impression';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties?: {
    /** Network that served the ad */
    ad_network?: string | null;
    /** Place in the game where the ad was shown */
    ad_placement?: string | null;
    /** Kind of ad */
    ad_format?: 'banner' | 'interstitial' | 'rewarded' | 'native' | 'offerwall' | 'other' | null;
    /** What the impression earned, in millionths of `currency` (micros) */
    ad_revenue_micros?: number | null;
    /** Currency as ISO 4217 */
    currency?: string | null;
  } | null;
};

/** The player wrote a message. */
export type ChatMessage = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'chat_message';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties: {
    /** What the player wrote, masked */
    body: string;
    /** Chat channel */
    channel?: string | null;
    /** Language of the text as the client knows it, BCP 47 */
    language?: string | null;
    /** The match, shared by its players */
    match_id?: string | null;
  };
};

/** Anything that is the studio's own. */
export type Custom = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'custom';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties: {
    /** The studio's own name of the event */
    custom_name: string;
    /** The studio's own number */
    custom_value?: number | null;
  };
};

/** Something went wrong in the game. */
export type Error = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'error';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties: {
    /** How bad the error is */
    severity: 'debug' | 'info' | 'warning' | 'error' | 'critical';
    /** Stable code of the error */
    error_code?: string | null;
    /** What the error said, masked */
    error_text?: string | null;
    /** The client ended because of it */
    crash?: boolean | null;
  };
};

/** The player saw a variant of an experiment. */
export type Exposure = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'exposure';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties: {
    /** The experiment */
    experiment_id: string;
    /** Variant the player was shown */
    variant: string;
  };
};

/** A player finished a match, or left it. */
export type MatchEnd = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'match_end';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties?: {
    /** The match, shared by its players */
    match_id?: string | null;
    /** Mode of the match */
    game_mode?: string | null;
    /** Map or arena */
    map?: string | null;
    /** The player's side */
    team?: string | null;
    /** How the match ended for the player */
    result?: 'win' | 'loss' | 'draw' | 'abandoned' | null;
    /** Place in the match, 1 is first */
    rank?: number | null;
    /** Points reached (points) */
    score?: number | null;
    /** Opponents the player took out */
    kills?: number | null;
    /** Times the player was taken out */
    deaths?: number | null;
    /** Assists of the player */
    assists?: number | null;
    /** How long the level or match took (seconds) */
    duration_seconds?: number | null;
  } | null;
};

/** Two ids turned out to be one person. */
export type PlayerLink = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'player_link';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties: {
    /** The guest or other device that is the same person, by the id your game knows; replaced by a keyed hash before anything is stored */
    linked_player_id: string;
    /** What is linked */
    link_kind?: 'guest_to_account' | 'device_to_account' | null;
  };
};

/** The player started, completed, failed or abandoned a level. */
export type Progression = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'progression';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties: {
    /** What happened on the level */
    progression_status: 'start' | 'complete' | 'fail' | 'abandon';
    /** The level, mission or stage */
    level: string;
    /** Which attempt at the level this is */
    attempt?: number | null;
    /** Difficulty the player chose or was given */
    difficulty?: string | null;
    /** Points reached (points) */
    score?: number | null;
    /** How long the level or match took (seconds) */
    duration_seconds?: number | null;
  };
};

/** The player paid real money. */
export type Purchase = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'purchase';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties: {
    /** The store's id of the transaction: reports of one transaction count once, a refund names the purchase */
    transaction_id: string;
    /** What was bought, earned or spent on */
    item_id?: string | null;
    /** Kind of item */
    item_type?: string | null;
    /** How many */
    quantity?: number | null;
    /** Money in minor units of `currency`, without a sign (minor units) */
    amount: number;
    /** Currency as ISO 4217 */
    currency: string;
    /** Store that took the money */
    store?: string | null;
    /** The store's test environment: counts nowhere */
    sandbox?: boolean | null;
    /** Who reports the transaction */
    reported_by?: 'client' | 'server' | null;
  };
};

/** Money of a purchase went back to the player. */
export type Refund = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'refund';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties: {
    /** The store's id of the transaction: reports of one transaction count once, a refund names the purchase */
    transaction_id: string;
    /** Money in minor units of `currency`, without a sign (minor units) */
    amount: number;
    /** Currency as ISO 4217 */
    currency: string;
    /** Why the money went back */
    refund_reason?: string | null;
    /** Store that took the money */
    store?: string | null;
    /** The store's test environment: counts nowhere */
    sandbox?: boolean | null;
    /** Who reports the transaction */
    reported_by?: 'client' | 'server' | null;
    /** What was bought, earned or spent on */
    item_id?: string | null;
  };
};

/** The player gained or spent a virtual currency or resource. */
export type Resource = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'resource';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties: {
    /** Whether the player gained or spent */
    resource_flow: 'source' | 'sink';
    /** Virtual currency or resource */
    resource_currency: string;
    /** How much of the resource moved (resource units) */
    resource_amount: number;
    /** What was bought, earned or spent on */
    item_id?: string | null;
    /** Kind of item */
    item_type?: string | null;
  };
};

/** A player, or someone in a store, reviewed the game. */
export type Review = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'review';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties: {
    /** What the player wrote, masked */
    body: string;
    /** Stars of the review (stars) */
    rating?: number | null;
    /** Where the review was written */
    review_source?: string | null;
    /** Language of the text as the client knows it, BCP 47 */
    language?: string | null;
  };
};

/** A game server says how it is. */
export type ServerHealth = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'server_health';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id?: string | null;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties: {
    /** Game server or instance */
    server_id: string;
    /** Load of the server (percent) */
    cpu_percent?: number | null;
    /** Memory in use (percent) */
    memory_percent?: number | null;
    /** Time of one simulation tick (milliseconds) */
    tick_ms?: number | null;
    /** Players on the server (players) */
    players_online?: number | null;
  };
};

/** The player left the game. */
export type SessionEnd = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'session_end';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties?: {
    /** Length of a session (seconds) */
    session_seconds?: number | null;
  } | null;
};

/** The player opened the game, or came back to it after a break. */
export type SessionStart = {
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: 'session_start';
  /** The player, by the id your game knows; replaced by a keyed hash before anything is stored */
  player_id: string;
  /** When it happened by the client's own clock */
  client_time: string | number;
  /** The client's id of the play session */
  session_id?: string | null;
  /** What the game runs on */
  platform?: string | null;
  /** Version of the game client */
  app_version?: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country?: string | null;
  /** Language and region as BCP 47 */
  locale?: string | null;
  /** Model of the device */
  device_model?: string | null;
  /** Game engine and its version */
  engine?: string | null;
  /** production or test; test events are kept out of every KPI */
  environment?: 'production' | 'test' | null;
  /** Where the player came from */
  acquisition_source?: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes?: Record<string, string | number | boolean> | null;
  properties?: {
    /** How many sessions the player has had, this one included */
    session_number?: number | null;
  } | null;
};

/** Any event a client may send. */
export type GameEvent =
  | AdImpression
  | ChatMessage
  | Custom
  | Error
  | Exposure
  | MatchEnd
  | PlayerLink
  | Progression
  | Purchase
  | Refund
  | Resource
  | Review
  | ServerHealth
  | SessionEnd
  | SessionStart;

/** Every event that passed the pipeline, exactly as often as the stream held it. */
export type BronzeEventsRow = {
  /** The game the event belongs to */
  game: string;
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: string;
  /** The player, as HMAC-SHA256 of player_id under the game's secret, in hexadecimal */
  player_key: string | null;
  /** Which version of the game's secret made player_key */
  secret_version: number | null;
  /** When it happened by the client's own clock */
  client_time: string;
  /** When the client says it sent the request */
  sent_at: string | null;
  /** When Playlake received the request */
  received_at: string;
  /** When it happened, on the server's clock: client_time corrected by the skew of the request */
  event_time: string;
  /** The calendar day of event_time in the game's reporting offset */
  event_date: string;
  /** The client's id of the play session */
  session_id: string | null;
  /** What the game runs on */
  platform: string | null;
  /** Version of the game client */
  app_version: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country: string | null;
  /** Language and region as BCP 47 */
  locale: string | null;
  /** Model of the device */
  device_model: string | null;
  /** Game engine and its version */
  engine: string | null;
  /** production or test; test events are kept out of every KPI */
  environment: string;
  /** Where the player came from */
  acquisition_source: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes: string | null;
  /** Version of the contract that checked the event */
  contract_version: string;
  /** How many properties of the event its contract does not know (properties) */
  drift: number;
  /** Hash of what the event says, as sent; the same id with another fingerprint is a conflict */
  fingerprint: number;
  /** The request that brought the event */
  delivery_id: string;
  /** The protocol the request spoke */
  protocol: string;
  /** Trusted history: an import, without clock correction and late window */
  history: boolean;
  /** Where the event was received; with shard, sequence and event_index its position for ever */
  region: string;
  /** Part of the position: the shard of the stream */
  shard: string;
  /** Part of the position: the record within the shard, in text order */
  sequence: string;
  /** Part of the position: the event within its request, 0 is first */
  event_index: number;
  /** How many sessions the player has had, this one included */
  session_number: number | null;
  /** Length of a session (seconds) */
  session_seconds: number | null;
  /** What happened on the level */
  progression_status: string | null;
  /** The level, mission or stage */
  level: string | null;
  /** Which attempt at the level this is */
  attempt: number | null;
  /** Difficulty the player chose or was given */
  difficulty: string | null;
  /** Points reached (points) */
  score: number | null;
  /** How long the level or match took (seconds) */
  duration_seconds: number | null;
  /** The match, shared by its players */
  match_id: string | null;
  /** Mode of the match */
  game_mode: string | null;
  /** Map or arena */
  map: string | null;
  /** The player's side */
  team: string | null;
  /** How the match ended for the player */
  result: string | null;
  /** Place in the match, 1 is first */
  rank: number | null;
  /** Opponents the player took out */
  kills: number | null;
  /** Times the player was taken out */
  deaths: number | null;
  /** Assists of the player */
  assists: number | null;
  /** The store's id of the transaction: reports of one transaction count once, a refund names the purchase */
  transaction_id: string | null;
  /** What was bought, earned or spent on */
  item_id: string | null;
  /** Kind of item */
  item_type: string | null;
  /** How many */
  quantity: number | null;
  /** Money in minor units of `currency`, without a sign (minor units) */
  amount: number | null;
  /** Currency as ISO 4217 */
  currency: string | null;
  /** `amount`, or what an ad earned, in US dollars at the rate of the event's day; empty until a rate is known (USD) */
  amount_usd: number | null;
  /** Store that took the money */
  store: string | null;
  /** The store's test environment: counts nowhere */
  sandbox: boolean | null;
  /** Who reports the transaction */
  reported_by: string | null;
  /** Why the money went back */
  refund_reason: string | null;
  /** Network that served the ad */
  ad_network: string | null;
  /** Place in the game where the ad was shown */
  ad_placement: string | null;
  /** Kind of ad */
  ad_format: string | null;
  /** What the impression earned, in millionths of `currency` (micros) */
  ad_revenue_micros: number | null;
  /** Whether the player gained or spent */
  resource_flow: string | null;
  /** Virtual currency or resource */
  resource_currency: string | null;
  /** How much of the resource moved (resource units) */
  resource_amount: number | null;
  /** The studio's own name of the event */
  custom_name: string | null;
  /** The studio's own number */
  custom_value: number | null;
  /** How bad the error is */
  severity: string | null;
  /** Stable code of the error */
  error_code: string | null;
  /** What the error said, masked */
  error_text: string | null;
  /** The client ended because of it */
  crash: boolean | null;
  /** Chat channel */
  channel: string | null;
  /** What the player wrote, masked */
  body: string | null;
  /** Language of the text as the client knows it, BCP 47 */
  language: string | null;
  /** Stars of the review (stars) */
  rating: number | null;
  /** Where the review was written */
  review_source: string | null;
  /** The experiment */
  experiment_id: string | null;
  /** Variant the player was shown */
  variant: string | null;
  /** The guest or other device that is the same person, as keyed hash */
  linked_player_key: string | null;
  /** What is linked */
  link_kind: string | null;
  /** Game server or instance */
  server_id: string | null;
  /** Load of the server (percent) */
  cpu_percent: number | null;
  /** Memory in use (percent) */
  memory_percent: number | null;
  /** Time of one simulation tick (milliseconds) */
  tick_ms: number | null;
  /** Players on the server (players) */
  players_online: number | null;
};

/** Events that broke their contract, with the reason, kept for replay. */
export type QuarantineEventsRow = {
  /** The game the event belongs to */
  game: string;
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string | null;
  /** The contract the event follows */
  event_type: string | null;
  /** The player, as HMAC-SHA256 of player_id under the game's secret, in hexadecimal */
  player_key: string | null;
  /** Which version of the game's secret made player_key */
  secret_version: number | null;
  /** When it happened by the client's own clock */
  client_time: string | null;
  /** When the client says it sent the request */
  sent_at: string | null;
  /** When Playlake received the request */
  received_at: string;
  /** When it happened, on the server's clock: client_time corrected by the skew of the request */
  event_time: string | null;
  /** The calendar day of event_time in the game's reporting offset */
  event_date: string | null;
  /** The client's id of the play session */
  session_id: string | null;
  /** What the game runs on */
  platform: string | null;
  /** Version of the game client */
  app_version: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country: string | null;
  /** Language and region as BCP 47 */
  locale: string | null;
  /** Model of the device */
  device_model: string | null;
  /** Game engine and its version */
  engine: string | null;
  /** production or test; test events are kept out of every KPI */
  environment: string | null;
  /** Where the player came from */
  acquisition_source: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes: string | null;
  /** Version of the contract that checked the event */
  contract_version: string | null;
  /** How many properties of the event its contract does not know (properties) */
  drift: number | null;
  /** Hash of what the event says, as sent; the same id with another fingerprint is a conflict */
  fingerprint: number | null;
  /** The request that brought the event */
  delivery_id: string;
  /** The protocol the request spoke */
  protocol: string;
  /** Trusted history: an import, without clock correction and late window */
  history: boolean;
  /** Where the event was received; with shard, sequence and event_index its position for ever */
  region: string;
  /** Part of the position: the shard of the stream */
  shard: string;
  /** Part of the position: the record within the shard, in text order */
  sequence: string;
  /** Part of the position: the event within its request, 0 is first */
  event_index: number;
  /** How many sessions the player has had, this one included */
  session_number: number | null;
  /** Length of a session (seconds) */
  session_seconds: number | null;
  /** What happened on the level */
  progression_status: string | null;
  /** The level, mission or stage */
  level: string | null;
  /** Which attempt at the level this is */
  attempt: number | null;
  /** Difficulty the player chose or was given */
  difficulty: string | null;
  /** Points reached (points) */
  score: number | null;
  /** How long the level or match took (seconds) */
  duration_seconds: number | null;
  /** The match, shared by its players */
  match_id: string | null;
  /** Mode of the match */
  game_mode: string | null;
  /** Map or arena */
  map: string | null;
  /** The player's side */
  team: string | null;
  /** How the match ended for the player */
  result: string | null;
  /** Place in the match, 1 is first */
  rank: number | null;
  /** Opponents the player took out */
  kills: number | null;
  /** Times the player was taken out */
  deaths: number | null;
  /** Assists of the player */
  assists: number | null;
  /** The store's id of the transaction: reports of one transaction count once, a refund names the purchase */
  transaction_id: string | null;
  /** What was bought, earned or spent on */
  item_id: string | null;
  /** Kind of item */
  item_type: string | null;
  /** How many */
  quantity: number | null;
  /** Money in minor units of `currency`, without a sign (minor units) */
  amount: number | null;
  /** Currency as ISO 4217 */
  currency: string | null;
  /** `amount`, or what an ad earned, in US dollars at the rate of the event's day; empty until a rate is known (USD) */
  amount_usd: number | null;
  /** Store that took the money */
  store: string | null;
  /** The store's test environment: counts nowhere */
  sandbox: boolean | null;
  /** Who reports the transaction */
  reported_by: string | null;
  /** Why the money went back */
  refund_reason: string | null;
  /** Network that served the ad */
  ad_network: string | null;
  /** Place in the game where the ad was shown */
  ad_placement: string | null;
  /** Kind of ad */
  ad_format: string | null;
  /** What the impression earned, in millionths of `currency` (micros) */
  ad_revenue_micros: number | null;
  /** Whether the player gained or spent */
  resource_flow: string | null;
  /** Virtual currency or resource */
  resource_currency: string | null;
  /** How much of the resource moved (resource units) */
  resource_amount: number | null;
  /** The studio's own name of the event */
  custom_name: string | null;
  /** The studio's own number */
  custom_value: number | null;
  /** How bad the error is */
  severity: string | null;
  /** Stable code of the error */
  error_code: string | null;
  /** What the error said, masked */
  error_text: string | null;
  /** The client ended because of it */
  crash: boolean | null;
  /** Chat channel */
  channel: string | null;
  /** What the player wrote, masked */
  body: string | null;
  /** Language of the text as the client knows it, BCP 47 */
  language: string | null;
  /** Stars of the review (stars) */
  rating: number | null;
  /** Where the review was written */
  review_source: string | null;
  /** The experiment */
  experiment_id: string | null;
  /** Variant the player was shown */
  variant: string | null;
  /** The guest or other device that is the same person, as keyed hash */
  linked_player_key: string | null;
  /** What is linked */
  link_kind: string | null;
  /** Game server or instance */
  server_id: string | null;
  /** Load of the server (percent) */
  cpu_percent: number | null;
  /** Memory in use (percent) */
  memory_percent: number | null;
  /** Time of one simulation tick (milliseconds) */
  tick_ms: number | null;
  /** Players on the server (players) */
  players_online: number | null;
  /** Stable code that says why the event was set aside */
  reason: string;
  /** JSON pointer to the part of the event that was wrong */
  pointer: string | null;
  /** What was wrong and what to do, in words */
  message: string | null;
  /** The event as sent, pseudonymised and masked, for replay */
  payload: string;
};

/** Events that arrived after their day was closed, kept for replay. */
export type LateEventsRow = {
  /** The game the event belongs to */
  game: string;
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string | null;
  /** The contract the event follows */
  event_type: string | null;
  /** The player, as HMAC-SHA256 of player_id under the game's secret, in hexadecimal */
  player_key: string | null;
  /** Which version of the game's secret made player_key */
  secret_version: number | null;
  /** When it happened by the client's own clock */
  client_time: string | null;
  /** When the client says it sent the request */
  sent_at: string | null;
  /** When Playlake received the request */
  received_at: string;
  /** When it happened, on the server's clock: client_time corrected by the skew of the request */
  event_time: string | null;
  /** The calendar day of event_time in the game's reporting offset */
  event_date: string | null;
  /** The client's id of the play session */
  session_id: string | null;
  /** What the game runs on */
  platform: string | null;
  /** Version of the game client */
  app_version: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country: string | null;
  /** Language and region as BCP 47 */
  locale: string | null;
  /** Model of the device */
  device_model: string | null;
  /** Game engine and its version */
  engine: string | null;
  /** production or test; test events are kept out of every KPI */
  environment: string | null;
  /** Where the player came from */
  acquisition_source: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes: string | null;
  /** Version of the contract that checked the event */
  contract_version: string | null;
  /** How many properties of the event its contract does not know (properties) */
  drift: number | null;
  /** Hash of what the event says, as sent; the same id with another fingerprint is a conflict */
  fingerprint: number | null;
  /** The request that brought the event */
  delivery_id: string;
  /** The protocol the request spoke */
  protocol: string;
  /** Trusted history: an import, without clock correction and late window */
  history: boolean;
  /** Where the event was received; with shard, sequence and event_index its position for ever */
  region: string;
  /** Part of the position: the shard of the stream */
  shard: string;
  /** Part of the position: the record within the shard, in text order */
  sequence: string;
  /** Part of the position: the event within its request, 0 is first */
  event_index: number;
  /** How many sessions the player has had, this one included */
  session_number: number | null;
  /** Length of a session (seconds) */
  session_seconds: number | null;
  /** What happened on the level */
  progression_status: string | null;
  /** The level, mission or stage */
  level: string | null;
  /** Which attempt at the level this is */
  attempt: number | null;
  /** Difficulty the player chose or was given */
  difficulty: string | null;
  /** Points reached (points) */
  score: number | null;
  /** How long the level or match took (seconds) */
  duration_seconds: number | null;
  /** The match, shared by its players */
  match_id: string | null;
  /** Mode of the match */
  game_mode: string | null;
  /** Map or arena */
  map: string | null;
  /** The player's side */
  team: string | null;
  /** How the match ended for the player */
  result: string | null;
  /** Place in the match, 1 is first */
  rank: number | null;
  /** Opponents the player took out */
  kills: number | null;
  /** Times the player was taken out */
  deaths: number | null;
  /** Assists of the player */
  assists: number | null;
  /** The store's id of the transaction: reports of one transaction count once, a refund names the purchase */
  transaction_id: string | null;
  /** What was bought, earned or spent on */
  item_id: string | null;
  /** Kind of item */
  item_type: string | null;
  /** How many */
  quantity: number | null;
  /** Money in minor units of `currency`, without a sign (minor units) */
  amount: number | null;
  /** Currency as ISO 4217 */
  currency: string | null;
  /** `amount`, or what an ad earned, in US dollars at the rate of the event's day; empty until a rate is known (USD) */
  amount_usd: number | null;
  /** Store that took the money */
  store: string | null;
  /** The store's test environment: counts nowhere */
  sandbox: boolean | null;
  /** Who reports the transaction */
  reported_by: string | null;
  /** Why the money went back */
  refund_reason: string | null;
  /** Network that served the ad */
  ad_network: string | null;
  /** Place in the game where the ad was shown */
  ad_placement: string | null;
  /** Kind of ad */
  ad_format: string | null;
  /** What the impression earned, in millionths of `currency` (micros) */
  ad_revenue_micros: number | null;
  /** Whether the player gained or spent */
  resource_flow: string | null;
  /** Virtual currency or resource */
  resource_currency: string | null;
  /** How much of the resource moved (resource units) */
  resource_amount: number | null;
  /** The studio's own name of the event */
  custom_name: string | null;
  /** The studio's own number */
  custom_value: number | null;
  /** How bad the error is */
  severity: string | null;
  /** Stable code of the error */
  error_code: string | null;
  /** What the error said, masked */
  error_text: string | null;
  /** The client ended because of it */
  crash: boolean | null;
  /** Chat channel */
  channel: string | null;
  /** What the player wrote, masked */
  body: string | null;
  /** Language of the text as the client knows it, BCP 47 */
  language: string | null;
  /** Stars of the review (stars) */
  rating: number | null;
  /** Where the review was written */
  review_source: string | null;
  /** The experiment */
  experiment_id: string | null;
  /** Variant the player was shown */
  variant: string | null;
  /** The guest or other device that is the same person, as keyed hash */
  linked_player_key: string | null;
  /** What is linked */
  link_kind: string | null;
  /** Game server or instance */
  server_id: string | null;
  /** Load of the server (percent) */
  cpu_percent: number | null;
  /** Memory in use (percent) */
  memory_percent: number | null;
  /** Time of one simulation tick (milliseconds) */
  tick_ms: number | null;
  /** Players on the server (players) */
  players_online: number | null;
  /** Stable code that says why the event was set aside */
  reason: string;
  /** JSON pointer to the part of the event that was wrong */
  pointer: string | null;
  /** What was wrong and what to do, in words */
  message: string | null;
  /** The event as sent, pseudonymised and masked, for replay */
  payload: string;
};

/** Every accepted event once: the table that every number of the lake comes from. */
export type SilverEventsRow = {
  /** The game the event belongs to */
  game: string;
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string;
  /** The contract the event follows */
  event_type: string;
  /** The player, as HMAC-SHA256 of player_id under the game's secret, in hexadecimal */
  player_key: string | null;
  /** Which version of the game's secret made player_key */
  secret_version: number | null;
  /** When it happened by the client's own clock */
  client_time: string;
  /** When Playlake received the request */
  received_at: string;
  /** When it happened, on the server's clock: client_time corrected by the skew of the request */
  event_time: string;
  /** The calendar day of event_time in the game's reporting offset */
  event_date: string;
  /** The client's id of the play session */
  session_id: string | null;
  /** What the game runs on */
  platform: string | null;
  /** Version of the game client */
  app_version: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country: string | null;
  /** Language and region as BCP 47 */
  locale: string | null;
  /** Model of the device */
  device_model: string | null;
  /** Game engine and its version */
  engine: string | null;
  /** production or test; test events are kept out of every KPI */
  environment: string;
  /** Where the player came from */
  acquisition_source: string | null;
  /** Free attributes of the event, with properties its contract does not know; stored as JSON */
  attributes: string | null;
  /** Version of the contract that checked the event */
  contract_version: string;
  /** How many properties of the event its contract does not know (properties) */
  drift: number;
  /** Hash of what the event says, as sent; the same id with another fingerprint is a conflict */
  fingerprint: number;
  /** Where the event was received; with shard, sequence and event_index its position for ever */
  region: string;
  /** Part of the position: the shard of the stream */
  shard: string;
  /** Part of the position: the record within the shard, in text order */
  sequence: string;
  /** Part of the position: the event within its request, 0 is first */
  event_index: number;
  /** How many sessions the player has had, this one included */
  session_number: number | null;
  /** Length of a session (seconds) */
  session_seconds: number | null;
  /** What happened on the level */
  progression_status: string | null;
  /** The level, mission or stage */
  level: string | null;
  /** Which attempt at the level this is */
  attempt: number | null;
  /** Difficulty the player chose or was given */
  difficulty: string | null;
  /** Points reached (points) */
  score: number | null;
  /** How long the level or match took (seconds) */
  duration_seconds: number | null;
  /** The match, shared by its players */
  match_id: string | null;
  /** Mode of the match */
  game_mode: string | null;
  /** Map or arena */
  map: string | null;
  /** The player's side */
  team: string | null;
  /** How the match ended for the player */
  result: string | null;
  /** Place in the match, 1 is first */
  rank: number | null;
  /** Opponents the player took out */
  kills: number | null;
  /** Times the player was taken out */
  deaths: number | null;
  /** Assists of the player */
  assists: number | null;
  /** The store's id of the transaction: reports of one transaction count once, a refund names the purchase */
  transaction_id: string | null;
  /** What was bought, earned or spent on */
  item_id: string | null;
  /** Kind of item */
  item_type: string | null;
  /** How many */
  quantity: number | null;
  /** Money in minor units of `currency`, without a sign (minor units) */
  amount: number | null;
  /** Currency as ISO 4217 */
  currency: string | null;
  /** `amount`, or what an ad earned, in US dollars at the rate of the event's day; empty until a rate is known (USD) */
  amount_usd: number | null;
  /** Store that took the money */
  store: string | null;
  /** The store's test environment: counts nowhere */
  sandbox: boolean | null;
  /** Who reports the transaction */
  reported_by: string | null;
  /** Why the money went back */
  refund_reason: string | null;
  /** Network that served the ad */
  ad_network: string | null;
  /** Place in the game where the ad was shown */
  ad_placement: string | null;
  /** Kind of ad */
  ad_format: string | null;
  /** What the impression earned, in millionths of `currency` (micros) */
  ad_revenue_micros: number | null;
  /** Whether the player gained or spent */
  resource_flow: string | null;
  /** Virtual currency or resource */
  resource_currency: string | null;
  /** How much of the resource moved (resource units) */
  resource_amount: number | null;
  /** The studio's own name of the event */
  custom_name: string | null;
  /** The studio's own number */
  custom_value: number | null;
  /** How bad the error is */
  severity: string | null;
  /** Stable code of the error */
  error_code: string | null;
  /** What the error said, masked */
  error_text: string | null;
  /** The client ended because of it */
  crash: boolean | null;
  /** Chat channel */
  channel: string | null;
  /** What the player wrote, masked */
  body: string | null;
  /** Language of the text as the client knows it, BCP 47 */
  language: string | null;
  /** Stars of the review (stars) */
  rating: number | null;
  /** Where the review was written */
  review_source: string | null;
  /** The experiment */
  experiment_id: string | null;
  /** Variant the player was shown */
  variant: string | null;
  /** The guest or other device that is the same person, as keyed hash */
  linked_player_key: string | null;
  /** What is linked */
  link_kind: string | null;
  /** Game server or instance */
  server_id: string | null;
  /** Load of the server (percent) */
  cpu_percent: number | null;
  /** Memory in use (percent) */
  memory_percent: number | null;
  /** Time of one simulation tick (milliseconds) */
  tick_ms: number | null;
  /** Players on the server (players) */
  players_online: number | null;
};

/** What became of every received event that is not in silver.events. */
export type SilverFatesRow = {
  /** The game the event belongs to */
  game: string;
  /** Where the event was received; with shard, sequence and event_index its position for ever */
  region: string;
  /** Part of the position: the shard of the stream */
  shard: string;
  /** Part of the position: the record within the shard, in text order */
  sequence: string;
  /** Part of the position: the event within its request, 0 is first */
  event_index: number;
  /** The hour in which the event was received */
  arrival_hour: string;
  /** When Playlake received the request */
  received_at: string;
  /** What became of a received event that is not in silver */
  fate: string;
  /** Stable code that says why the event was set aside */
  reason: string | null;
  /** The contract the event follows */
  event_type: string | null;
  /** The client's own id of the event; with game and player_key it makes the event unique */
  event_id: string | null;
  /** The player, as HMAC-SHA256 of player_id under the game's secret, in hexadecimal */
  player_key: string | null;
  /** The calendar day of event_time in the game's reporting offset */
  event_date: string | null;
  /** The duplicate has another content than the event it repeats */
  conflict: boolean | null;
};

/** What each player did on each day: players, active players, retention and revenue are made from it. */
export type SilverPlayerDaysRow = {
  /** The game the event belongs to */
  game: string;
  /** The player, as HMAC-SHA256 of player_id under the game's secret, in hexadecimal */
  player_key: string;
  /** The calendar day of event_time in the game's reporting offset */
  event_date: string;
  /** First event of the player in the row's span */
  first_event_at: string;
  /** Last event of the player in the row's span */
  last_event_at: string;
  /** Distinct accepted events (events) */
  events: number;
  /** Sessions begun (sessions) */
  sessions: number;
  /** Length of the sessions begun, from first to last event (seconds) */
  playtime_seconds: number;
  /** Purchases, each transaction once, sandbox left out (transactions) */
  purchases: number;
  /** Money of those purchases (USD) */
  purchase_usd: number;
  /** Refunds, each transaction once, sandbox left out (transactions) */
  refunds: number;
  /** Money given back, on the day of the refund (USD) */
  refund_usd: number;
  /** Ads shown (impressions) */
  ad_impressions: number;
  /** What those impressions earned (USD) */
  ad_usd: number;
  /** Purchases plus ads less refunds (USD) */
  revenue_usd: number;
  /** What the game runs on */
  platform: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country: string | null;
  /** Version of the game client */
  app_version: string | null;
  /** Where the player came from */
  acquisition_source: string | null;
};

/** Each player's whole life in the game. */
export type SilverPlayersRow = {
  /** The game the event belongs to */
  game: string;
  /** The player, as HMAC-SHA256 of player_id under the game's secret, in hexadecimal */
  player_key: string;
  /** The player's first active day */
  first_date: string;
  /** The player's last active day */
  last_date: string;
  /** First event of the player in the row's span */
  first_event_at: string;
  /** Last event of the player in the row's span */
  last_event_at: string;
  /** Days on which the player was active (days) */
  active_days: number;
  /** Distinct accepted events (events) */
  events: number;
  /** Sessions begun (sessions) */
  sessions: number;
  /** Length of the sessions begun, from first to last event (seconds) */
  playtime_seconds: number;
  /** Purchases, each transaction once, sandbox left out (transactions) */
  purchases: number;
  /** Money of those purchases (USD) */
  purchase_usd: number;
  /** Refunds, each transaction once, sandbox left out (transactions) */
  refunds: number;
  /** Money given back, on the day of the refund (USD) */
  refund_usd: number;
  /** Ads shown (impressions) */
  ad_impressions: number;
  /** What those impressions earned (USD) */
  ad_usd: number;
  /** Purchases plus ads less refunds (USD) */
  revenue_usd: number;
  /** What the game runs on */
  platform: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country: string | null;
  /** Version of the game client */
  app_version: string | null;
  /** Where the player came from */
  acquisition_source: string | null;
};

/** Each play session, by the client's id or by 30 minutes of silence. */
export type SilverSessionsRow = {
  /** The game the event belongs to */
  game: string;
  /** The player, as HMAC-SHA256 of player_id under the game's secret, in hexadecimal */
  player_key: string;
  /** The session within its player: the client's id, or nothing where the client sends none, then @ and its start in epoch milliseconds */
  session_key: string;
  /** The client's id of the play session */
  session_id: string | null;
  /** The calendar day of event_time in the game's reporting offset */
  event_date: string;
  /** First event of the session */
  started_at: string;
  /** Last event of the session */
  ended_at: string;
  /** Length of a session (seconds) */
  session_seconds: number;
  /** Distinct accepted events (events) */
  events: number;
  /** What the game runs on */
  platform: string | null;
  /** Country as ISO 3166-1 alpha-2 */
  country: string | null;
  /** Version of the game client */
  app_version: string | null;
};

/** The numbers a studio looks at every morning, in total and by platform, country and app version. */
export type GoldDailyMetricsRow = {
  /** The game the event belongs to */
  game: string;
  /** The calendar day of event_time in the game's reporting offset */
  event_date: string;
  /** What the row is broken down by; total is the whole game */
  dimension: string;
  /** Value of the dimension; 'all' for the total, 'unknown' where the player sent none */
  dimension_value: string;
  /** Players active on the day (players) */
  dau: number;
  /** Players active on the day or the six before (players) */
  wau: number;
  /** Players active on the day or the 29 before (players) */
  mau: number;
  /** dau divided by mau (ratio) */
  stickiness: number | null;
  /** Players whose first active day it is (players) */
  new_players: number;
  /** Players active on the day and on an earlier one (players) */
  returning_players: number;
  /** Sessions begun (sessions) */
  sessions: number;
  /** sessions divided by dau (sessions) */
  sessions_per_player: number | null;
  /** Length of the sessions begun, from first to last event (seconds) */
  playtime_seconds: number;
  /** Average length of the sessions begun (seconds) */
  session_seconds_avg: number | null;
  /** Purchases plus ads less refunds (USD) */
  revenue_usd: number;
  /** Money of those purchases (USD) */
  purchase_usd: number;
  /** What those impressions earned (USD) */
  ad_usd: number;
  /** Money given back, on the day of the refund (USD) */
  refund_usd: number;
  /** Purchases, each transaction once, sandbox left out (transactions) */
  purchases: number;
  /** Players with a purchase on the day (players) */
  payers: number;
  /** revenue_usd divided by dau (USD) */
  arpdau: number | null;
  /** purchase_usd divided by payers (USD) */
  arppu: number | null;
};

/** How many players of a cohort came back, by day. */
export type GoldRetentionRow = {
  /** The game the event belongs to */
  game: string;
  /** First active day of the players counted */
  cohort_date: string;
  /** Days since the cohort's first day (days) */
  day_n: number;
  /** Players of the cohort (players) */
  cohort_size: number;
  /** Players of the cohort active exactly on day n; empty while the day is not over (players) */
  players: number | null;
  /** Players of the cohort active on day n or later; empty while day n is not over (players) */
  players_rolling: number | null;
  /** Players of the cohort active at least once in the bracket that ends on day n (1, 2-3, 4-7, 8-14, 15-30, 31-60, 61-90); empty on other days and while the bracket is not over (players) */
  players_bracket: number | null;
};
