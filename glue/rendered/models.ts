// Rendered from glue/models by 'npm run render'. Do not edit.

/** Which output days a touched input day changes. */
export type Reach =
  | {
      by: 'day';
      before: number;
      after: number;
      /** The days a moved first day left and reached change too. */
      first_days?: boolean;
      /** A new day in the game's calendar adds rows of its own. */
      new_days?: boolean;
    }
  | { by: 'player' }
  /** Cohorts of touched players, and those that mature as days pass. */
  | { by: 'cohort'; horizon: number };

export type Check = { severity: 'fail' | 'warn'; name: string; sql: string };

/** A SELECT in Athena's dialect and how it is run; `scope` players: a run replaces rows of touched players only. */
export type Model = {
  table: string;
  inputs: readonly string[];
  reach: Reach;
  scope: 'players' | 'dates';
  sql: string;
  checks: readonly Check[];
};

export const models: readonly Model[] = [
  {
    "table": "silver.player_days",
    "inputs": [
      "silver.events",
      "silver.sessions"
    ],
    "reach": {
      "by": "day",
      "before": 1,
      "after": 2
    },
    "scope": "players",
    "sql": "-- What each touched player did on each day of :from to :to. The base of players, active players, retention and money.\n-- Client and server report one transaction: the earliest report counts, of all within 31 days.\nWITH touched_players AS (\n  SELECT DISTINCT game, player_key FROM refine.touched\n),\nscoped AS (\n  SELECT\n    e.game, e.player_key, e.event_date, e.event_time, e.event_type, e.transaction_id, e.amount_usd, e.sandbox,\n    e.region, e.shard, e.sequence, e.event_index, e.platform, e.country, e.app_version, e.acquisition_source\n  FROM silver.events e\n  JOIN touched_players p ON p.game = e.game AND p.player_key = e.player_key\n  WHERE e.event_date BETWEEN :from AND :to AND e.environment = 'production'\n),\ntransactions AS (\n  SELECT DISTINCT game, transaction_id FROM scoped WHERE event_type IN ('purchase', 'refund')\n),\nreports AS (\n  SELECT\n    r.game, r.region, r.shard, r.sequence, r.event_index,\n    row_number() OVER (\n      PARTITION BY r.game, r.event_type, r.transaction_id\n      ORDER BY r.event_time, r.received_at, r.region, r.shard, r.sequence, r.event_index\n    ) AS nth\n  FROM silver.events r\n  JOIN transactions t ON t.game = r.game AND t.transaction_id = r.transaction_id\n  WHERE r.event_date BETWEEN date_add('day', -31, :from) AND date_add('day', 31, :to)\n    AND r.event_type IN ('purchase', 'refund') AND r.environment = 'production' AND coalesce(r.sandbox, false) = false\n),\ncounted AS (\n  SELECT s.*, coalesce(r.nth, 0) AS nth\n  FROM scoped s\n  LEFT JOIN reports r\n    ON r.nth = 1\n    AND s.event_type IN ('purchase', 'refund')\n    AND r.game = s.game AND r.region = s.region AND r.shard = s.shard AND r.sequence = s.sequence AND r.event_index = s.event_index\n),\ndays AS (\n  SELECT\n    game,\n    player_key,\n    event_date,\n    min(event_time) AS first_event_at,\n    max(event_time) AS last_event_at,\n    count(*) AS events,\n    count_if(event_type = 'purchase' AND nth = 1) AS purchases,\n    coalesce(sum(amount_usd) FILTER (WHERE event_type = 'purchase' AND nth = 1), 0) AS purchase_usd,\n    count_if(event_type = 'refund' AND nth = 1) AS refunds,\n    coalesce(sum(amount_usd) FILTER (WHERE event_type = 'refund' AND nth = 1), 0) AS refund_usd,\n    count_if(event_type = 'ad_impression') AS ad_impressions,\n    coalesce(sum(amount_usd) FILTER (WHERE event_type = 'ad_impression'), 0) AS ad_usd,\n    max_by(platform, ROW(event_time, platform)) FILTER (WHERE platform IS NOT NULL) AS platform,\n    max_by(country, ROW(event_time, country)) FILTER (WHERE country IS NOT NULL) AS country,\n    max_by(app_version, ROW(event_time, app_version)) FILTER (WHERE app_version IS NOT NULL) AS app_version,\n    min_by(acquisition_source, ROW(event_time, acquisition_source)) FILTER (WHERE acquisition_source IS NOT NULL) AS acquisition_source\n  FROM counted\n  GROUP BY game, player_key, event_date\n),\nbegun AS (\n  SELECT s.game, s.player_key, s.event_date, count(*) AS sessions, round(sum(cast(s.session_seconds AS decimal(18, 3))), 3) AS playtime_seconds\n  FROM silver.sessions s\n  JOIN touched_players p ON p.game = s.game AND p.player_key = s.player_key\n  WHERE s.event_date BETWEEN :from AND :to\n  GROUP BY s.game, s.player_key, s.event_date\n)\nSELECT\n  d.game,\n  d.player_key,\n  d.event_date,\n  d.first_event_at,\n  d.last_event_at,\n  d.events,\n  coalesce(b.sessions, 0) AS sessions,\n  cast(coalesce(b.playtime_seconds, 0) AS double) AS playtime_seconds,\n  d.purchases,\n  d.purchase_usd,\n  d.refunds,\n  d.refund_usd,\n  d.ad_impressions,\n  d.ad_usd,\n  d.purchase_usd + d.ad_usd - d.refund_usd AS revenue_usd,\n  d.platform,\n  d.country,\n  d.app_version,\n  d.acquisition_source\nFROM days d\nLEFT JOIN begun b ON b.game = d.game AND b.player_key = d.player_key AND b.event_date = d.event_date\n",
    "checks": [
      {
        "severity": "fail",
        "name": "a day has at least one event",
        "sql": "SELECT player_key FROM silver.player_days WHERE event_date BETWEEN :from AND :to AND events < 1"
      },
      {
        "severity": "fail",
        "name": "revenue is purchases plus ads less refunds",
        "sql": "SELECT player_key FROM silver.player_days\nWHERE event_date BETWEEN :from AND :to AND revenue_usd <> purchase_usd + ad_usd - refund_usd"
      },
      {
        "severity": "fail",
        "name": "a player has one row a day",
        "sql": "SELECT game, player_key, event_date FROM silver.player_days WHERE event_date BETWEEN :from AND :to\nGROUP BY game, player_key, event_date HAVING count(*) > 1"
      }
    ]
  },
  {
    "table": "silver.players",
    "inputs": [
      "silver.player_days"
    ],
    "reach": {
      "by": "player"
    },
    "scope": "players",
    "sql": "-- Each touched player over all of his days.\nWITH touched_players AS (\n  SELECT DISTINCT game, player_key FROM refine.touched\n)\nSELECT\n  d.game,\n  d.player_key,\n  min(d.event_date) AS first_date,\n  max(d.event_date) AS last_date,\n  min(d.first_event_at) AS first_event_at,\n  max(d.last_event_at) AS last_event_at,\n  count(*) AS active_days,\n  sum(d.events) AS events,\n  sum(d.sessions) AS sessions,\n  cast(sum(cast(d.playtime_seconds AS decimal(18, 3))) AS double) AS playtime_seconds,\n  sum(d.purchases) AS purchases,\n  sum(d.purchase_usd) AS purchase_usd,\n  sum(d.refunds) AS refunds,\n  sum(d.refund_usd) AS refund_usd,\n  sum(d.ad_impressions) AS ad_impressions,\n  sum(d.ad_usd) AS ad_usd,\n  sum(d.revenue_usd) AS revenue_usd,\n  max_by(d.platform, d.event_date) FILTER (WHERE d.platform IS NOT NULL) AS platform,\n  max_by(d.country, d.event_date) FILTER (WHERE d.country IS NOT NULL) AS country,\n  max_by(d.app_version, d.event_date) FILTER (WHERE d.app_version IS NOT NULL) AS app_version,\n  min_by(d.acquisition_source, d.event_date) FILTER (WHERE d.acquisition_source IS NOT NULL) AS acquisition_source\nFROM silver.player_days d\nJOIN touched_players p ON p.game = d.game AND p.player_key = d.player_key\nGROUP BY d.game, d.player_key\n",
    "checks": [
      {
        "severity": "fail",
        "name": "a player's first day is not after the last",
        "sql": "SELECT player_key FROM silver.players WHERE first_date > last_date"
      }
    ]
  },
  {
    "table": "silver.sessions",
    "inputs": [
      "silver.events"
    ],
    "reach": {
      "by": "day",
      "before": 1,
      "after": 2
    },
    "scope": "players",
    "sql": "-- Sessions begun on :from to :to, of touched players.\n-- A session is what one session_id holds; events without one form sessions by 30 minutes of silence.\n-- A session runs at most into the day after it began, so each day's sessions follow from the days beside it.\nWITH touched_players AS (\n  SELECT DISTINCT game, player_key FROM refine.touched\n),\nscoped AS (\n  SELECT e.game, e.player_key, e.session_id, e.event_time, e.event_date, e.platform, e.country, e.app_version\n  FROM silver.events e\n  JOIN touched_players p ON p.game = e.game AND p.player_key = e.player_key\n  WHERE e.event_date BETWEEN date_add('day', -2, :from) AND date_add('day', 1, :to)\n    AND e.environment = 'production'\n),\nspaced AS (\n  SELECT\n    scoped.*,\n    lag(event_time) OVER (PARTITION BY game, player_key, session_id ORDER BY event_time) AS previous_time,\n    lag(event_date) OVER (PARTITION BY game, player_key, session_id ORDER BY event_time) AS previous_date\n  FROM scoped\n),\nbounded AS (\n  SELECT\n    spaced.*,\n    CASE\n      WHEN previous_time IS NULL THEN 1\n      WHEN session_id IS NULL AND event_time > previous_time + INTERVAL '30' MINUTE THEN 1\n      WHEN session_id IS NOT NULL AND previous_date < date_add('day', -1, event_date) THEN 1\n      ELSE 0\n    END AS begins\n  FROM spaced\n),\ndays AS (\n  SELECT\n    bounded.*,\n    max(begins) OVER (PARTITION BY game, player_key, session_id, event_date) AS day_begins\n  FROM bounded\n),\ncut AS (\n  SELECT\n    days.*,\n    CASE\n      WHEN begins = 1 THEN 1\n      WHEN previous_date < event_date\n        AND lag(day_begins) OVER (PARTITION BY game, player_key, session_id ORDER BY event_time) = 0 THEN 1\n      ELSE 0\n    END AS starts\n  FROM days\n),\nnumbered AS (\n  SELECT\n    cut.*,\n    sum(starts) OVER (\n      PARTITION BY game, player_key, session_id ORDER BY event_time, starts DESC\n      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW\n    ) AS session_number\n  FROM cut\n)\nSELECT\n  game,\n  player_key,\n  concat(coalesce(session_id, ''), '@', cast(cast(round(to_unixtime(min(event_time)) * 1000) AS bigint) AS varchar)) AS session_key,\n  session_id,\n  min(event_date) AS event_date,\n  min(event_time) AS started_at,\n  max(event_time) AS ended_at,\n  round(to_unixtime(max(event_time)) - to_unixtime(min(event_time)), 3) AS session_seconds,\n  count(*) AS events,\n  max_by(platform, ROW(event_time, platform)) FILTER (WHERE platform IS NOT NULL) AS platform,\n  max_by(country, ROW(event_time, country)) FILTER (WHERE country IS NOT NULL) AS country,\n  max_by(app_version, ROW(event_time, app_version)) FILTER (WHERE app_version IS NOT NULL) AS app_version\nFROM numbered\nGROUP BY game, player_key, session_id, session_number\nHAVING min(event_date) BETWEEN :from AND :to\n",
    "checks": [
      {
        "severity": "fail",
        "name": "a session ends after it begins",
        "sql": "SELECT session_key FROM silver.sessions WHERE event_date BETWEEN :from AND :to AND ended_at < started_at"
      },
      {
        "severity": "fail",
        "name": "a session holds at least one event",
        "sql": "SELECT session_key FROM silver.sessions WHERE event_date BETWEEN :from AND :to AND events < 1"
      },
      {
        "severity": "warn",
        "name": "hardly any session lasts a whole day",
        "sql": "SELECT game FROM silver.sessions WHERE event_date BETWEEN :from AND :to\nGROUP BY game HAVING count_if(session_seconds > 43200) * 100 > count(*)"
      }
    ]
  },
  {
    "table": "gold.daily_metrics",
    "inputs": [
      "silver.player_days",
      "silver.players"
    ],
    "reach": {
      "by": "day",
      "before": 1,
      "after": 29,
      "first_days": true,
      "new_days": true
    },
    "scope": "dates",
    "sql": "-- The headline numbers of each day of :from to :to: the whole game, and by platform, country and app_version.\n-- wau and mau: an active day opens a window of 7 or 30 days, closed early by the player's next active day, so each\n-- player is in at most one open window and a running sum of opened less closed windows counts distinct players.\nWITH days AS (\n  SELECT d.*, p.first_date\n  FROM silver.player_days d\n  JOIN silver.players p ON p.game = d.game AND p.player_key = d.player_key\n  WHERE d.event_date BETWEEN date_add('day', -29, :from) AND :to\n),\nby_dimension AS (\n  SELECT\n    dimension,\n    CASE dimension\n      WHEN 'total' THEN 'all'\n      WHEN 'platform' THEN coalesce(platform, 'unknown')\n      WHEN 'country' THEN coalesce(country, 'unknown')\n      WHEN 'app_version' THEN coalesce(app_version, 'unknown')\n    END AS dimension_value,\n    days.*\n  FROM days\n  CROSS JOIN (VALUES ('total'), ('platform'), ('country'), ('app_version')) AS v (dimension)\n),\nwindows AS (\n  SELECT\n    game, dimension, dimension_value, event_date,\n    lead(event_date) OVER (PARTITION BY game, dimension, dimension_value, player_key ORDER BY event_date) AS next_date\n  FROM by_dimension\n),\nchanges AS (\n  SELECT\n    game, dimension, dimension_value, weekly, monthly,\n    CASE\n      WHEN open_days = 0 THEN event_date\n      WHEN next_date < date_add('day', open_days, event_date) THEN next_date\n      ELSE date_add('day', open_days, event_date)\n    END AS on_date\n  FROM windows\n  CROSS JOIN (VALUES (0, 1, 1), (7, -1, 0), (30, 0, -1)) AS c (open_days, weekly, monthly)\n),\nspine AS (\n  SELECT v.game, v.dimension, v.dimension_value, date_add('day', n, date_add('day', -29, :from)) AS on_date\n  FROM (SELECT DISTINCT game, dimension, dimension_value FROM by_dimension) v\n  CROSS JOIN UNNEST(sequence(0, date_diff('day', :from, :to) + 29)) AS t(n)\n),\ndaily_changes AS (\n  SELECT game, dimension, dimension_value, on_date, sum(weekly) AS weekly, sum(monthly) AS monthly\n  FROM changes\n  GROUP BY game, dimension, dimension_value, on_date\n),\nactive AS (\n  SELECT\n    s.game, s.dimension, s.dimension_value, s.on_date,\n    sum(coalesce(c.weekly, 0)) OVER (PARTITION BY s.game, s.dimension, s.dimension_value ORDER BY s.on_date) AS wau,\n    sum(coalesce(c.monthly, 0)) OVER (PARTITION BY s.game, s.dimension, s.dimension_value ORDER BY s.on_date) AS mau\n  FROM spine s\n  LEFT JOIN daily_changes c\n    ON c.game = s.game AND c.dimension = s.dimension AND c.dimension_value = s.dimension_value AND c.on_date = s.on_date\n),\ndaily AS (\n  SELECT\n    game, dimension, dimension_value, event_date,\n    count(*) AS dau,\n    count_if(first_date = event_date) AS new_players,\n    sum(sessions) AS sessions,\n    cast(sum(cast(playtime_seconds AS decimal(18, 3))) AS double) AS playtime_seconds,\n    sum(purchases) AS purchases,\n    sum(purchase_usd) AS purchase_usd,\n    sum(ad_usd) AS ad_usd,\n    sum(refund_usd) AS refund_usd,\n    sum(revenue_usd) AS revenue_usd,\n    count_if(purchases > 0) AS payers\n  FROM by_dimension\n  WHERE event_date >= :from\n  GROUP BY game, dimension, dimension_value, event_date\n)\nSELECT\n  a.game,\n  a.on_date AS event_date,\n  a.dimension,\n  a.dimension_value,\n  coalesce(d.dau, 0) AS dau,\n  a.wau,\n  a.mau,\n  cast(coalesce(d.dau, 0) AS double) / a.mau AS stickiness,\n  coalesce(d.new_players, 0) AS new_players,\n  coalesce(d.dau - d.new_players, 0) AS returning_players,\n  coalesce(d.sessions, 0) AS sessions,\n  cast(d.sessions AS double) / d.dau AS sessions_per_player,\n  coalesce(d.playtime_seconds, 0) AS playtime_seconds,\n  d.playtime_seconds / nullif(d.sessions, 0) AS session_seconds_avg,\n  coalesce(d.revenue_usd, 0) AS revenue_usd,\n  coalesce(d.purchase_usd, 0) AS purchase_usd,\n  coalesce(d.ad_usd, 0) AS ad_usd,\n  coalesce(d.refund_usd, 0) AS refund_usd,\n  coalesce(d.purchases, 0) AS purchases,\n  coalesce(d.payers, 0) AS payers,\n  cast(d.revenue_usd AS double) / d.dau AS arpdau,\n  cast(d.purchase_usd AS double) / nullif(d.payers, 0) AS arppu\nFROM active a\nJOIN refine.games g ON g.game = a.game\nLEFT JOIN daily d\n  ON d.game = a.game AND d.dimension = a.dimension AND d.dimension_value = a.dimension_value AND d.event_date = a.on_date\nWHERE a.on_date BETWEEN :from AND :to AND a.on_date <= g.today AND a.mau > 0\n",
    "checks": [
      {
        "severity": "fail",
        "name": "active players of a day are among those of its week, and those among those of its month",
        "sql": "SELECT game, event_date FROM gold.daily_metrics WHERE event_date BETWEEN :from AND :to AND (dau > wau OR wau > mau)"
      },
      {
        "severity": "fail",
        "name": "every active player is new or returning",
        "sql": "SELECT game, event_date FROM gold.daily_metrics\nWHERE event_date BETWEEN :from AND :to AND dau <> new_players + returning_players"
      },
      {
        "severity": "fail",
        "name": "the whole game counts the players that silver counts",
        "sql": "SELECT m.game, m.event_date\nFROM gold.daily_metrics m\nLEFT JOIN (\n  SELECT game, event_date, count(*) AS players FROM silver.player_days WHERE event_date BETWEEN :from AND :to\n  GROUP BY game, event_date\n) d ON d.game = m.game AND d.event_date = m.event_date\nWHERE m.event_date BETWEEN :from AND :to AND m.dimension = 'total' AND m.dau <> coalesce(d.players, 0)"
      },
      {
        "severity": "warn",
        "name": "more was refunded than earned",
        "sql": "SELECT game, event_date FROM gold.daily_metrics\nWHERE event_date BETWEEN :from AND :to AND dimension = 'total' AND revenue_usd < 0"
      }
    ]
  },
  {
    "table": "gold.retention",
    "inputs": [
      "silver.player_days",
      "silver.players"
    ],
    "reach": {
      "by": "cohort",
      "horizon": 90
    },
    "scope": "dates",
    "sql": "-- For each cohort of :from to :to and each day n from 0 to 90: how many of its players came back.\n-- A cell is empty until its last day is over in the game's own calendar.\nWITH cohorts AS (\n  SELECT game, player_key, first_date AS cohort_date, last_date\n  FROM silver.players\n  WHERE first_date BETWEEN :from AND :to\n),\nsizes AS (\n  SELECT game, cohort_date, count(*) AS cohort_size FROM cohorts GROUP BY game, cohort_date\n),\nactivity AS (\n  SELECT c.game, c.cohort_date, c.player_key, date_diff('day', c.cohort_date, d.event_date) AS day_n\n  FROM cohorts c\n  JOIN silver.player_days d ON d.game = c.game AND d.player_key = c.player_key\n  WHERE d.event_date BETWEEN :from AND date_add('day', 90, :to)\n),\nclassic AS (\n  SELECT game, cohort_date, day_n, count(*) AS players\n  FROM activity\n  GROUP BY game, cohort_date, day_n\n),\nbrackets AS (\n  SELECT game, cohort_date, bracket_end, count(DISTINCT player_key) AS players\n  FROM (\n    SELECT\n      activity.*,\n      CASE\n        WHEN day_n <= 1 THEN day_n\n        WHEN day_n <= 3 THEN 3\n        WHEN day_n <= 7 THEN 7\n        WHEN day_n <= 14 THEN 14\n        WHEN day_n <= 30 THEN 30\n        WHEN day_n <= 60 THEN 60\n        ELSE 90\n      END AS bracket_end\n    FROM activity\n    WHERE day_n <= 90\n  ) bracketed\n  GROUP BY game, cohort_date, bracket_end\n),\nlasts AS (\n  SELECT\n    game, cohort_date,\n    CASE WHEN date_diff('day', cohort_date, last_date) > 90 THEN 90 ELSE date_diff('day', cohort_date, last_date) END AS last_n,\n    count(*) AS players\n  FROM cohorts\n  GROUP BY 1, 2, 3\n),\ncells AS (\n  SELECT\n    s.game, s.cohort_date, s.cohort_size, n AS day_n,\n    date_add('day', n, s.cohort_date) < g.today AS complete\n  FROM sizes s\n  JOIN refine.games g ON g.game = s.game\n  CROSS JOIN UNNEST(sequence(0, 90)) AS t(n)\n)\nSELECT\n  c.game,\n  c.cohort_date,\n  c.day_n,\n  c.cohort_size,\n  CASE WHEN c.complete THEN coalesce(k.players, 0) END AS players,\n  CASE WHEN c.complete THEN\n    sum(coalesce(l.players, 0)) OVER (PARTITION BY c.game, c.cohort_date ORDER BY c.day_n DESC)\n  END AS players_rolling,\n  CASE WHEN c.complete AND c.day_n IN (0, 1, 3, 7, 14, 30, 60, 90) THEN coalesce(b.players, 0) END AS players_bracket\nFROM cells c\nLEFT JOIN classic k ON k.game = c.game AND k.cohort_date = c.cohort_date AND k.day_n = c.day_n\nLEFT JOIN brackets b ON b.game = c.game AND b.cohort_date = c.cohort_date AND b.bracket_end = c.day_n\nLEFT JOIN lasts l ON l.game = c.game AND l.cohort_date = c.cohort_date AND l.last_n = c.day_n\n",
    "checks": [
      {
        "severity": "fail",
        "name": "day 0 is the whole cohort",
        "sql": "SELECT game, cohort_date FROM gold.retention\nWHERE cohort_date BETWEEN :from AND :to AND day_n = 0 AND players IS NOT NULL AND players <> cohort_size"
      },
      {
        "severity": "fail",
        "name": "whoever comes back on day n comes back on day n or later",
        "sql": "SELECT game, cohort_date FROM gold.retention\nWHERE cohort_date BETWEEN :from AND :to AND (players > players_rolling OR players_rolling > cohort_size)"
      }
    ]
  }
];
