-- The headline numbers of each day of :from to :to: the whole game, and by platform, country and app_version.
-- wau and mau: an active day opens a window of 7 or 30 days, closed early by the player's next active day, so each
-- player is in at most one open window and a running sum of opened less closed windows counts distinct players.
WITH days AS (
  SELECT d.*, p.first_date
  FROM silver.player_days d
  JOIN silver.players p ON p.game = d.game AND p.player_key = d.player_key
  WHERE d.event_date BETWEEN date_add('day', -29, :from) AND :to
),
by_dimension AS (
  SELECT
    dimension,
    CASE dimension
      WHEN 'total' THEN 'all'
      WHEN 'platform' THEN coalesce(platform, 'unknown')
      WHEN 'country' THEN coalesce(country, 'unknown')
      WHEN 'app_version' THEN coalesce(app_version, 'unknown')
    END AS dimension_value,
    days.*
  FROM days
  CROSS JOIN (VALUES ('total'), ('platform'), ('country'), ('app_version')) AS v (dimension)
),
windows AS (
  SELECT
    game, dimension, dimension_value, event_date,
    lead(event_date) OVER (PARTITION BY game, dimension, dimension_value, player_key ORDER BY event_date) AS next_date
  FROM by_dimension
),
changes AS (
  SELECT
    game, dimension, dimension_value, weekly, monthly,
    CASE
      WHEN open_days = 0 THEN event_date
      WHEN next_date < date_add('day', open_days, event_date) THEN next_date
      ELSE date_add('day', open_days, event_date)
    END AS on_date
  FROM windows
  CROSS JOIN (VALUES (0, 1, 1), (7, -1, 0), (30, 0, -1)) AS c (open_days, weekly, monthly)
),
spine AS (
  SELECT v.game, v.dimension, v.dimension_value, date_add('day', n, date_add('day', -29, :from)) AS on_date
  FROM (SELECT DISTINCT game, dimension, dimension_value FROM by_dimension) v
  CROSS JOIN UNNEST(sequence(0, date_diff('day', :from, :to) + 29)) AS t(n)
),
daily_changes AS (
  SELECT game, dimension, dimension_value, on_date, sum(weekly) AS weekly, sum(monthly) AS monthly
  FROM changes
  GROUP BY game, dimension, dimension_value, on_date
),
active AS (
  SELECT
    s.game, s.dimension, s.dimension_value, s.on_date,
    sum(coalesce(c.weekly, 0)) OVER (PARTITION BY s.game, s.dimension, s.dimension_value ORDER BY s.on_date) AS wau,
    sum(coalesce(c.monthly, 0)) OVER (PARTITION BY s.game, s.dimension, s.dimension_value ORDER BY s.on_date) AS mau
  FROM spine s
  LEFT JOIN daily_changes c
    ON c.game = s.game AND c.dimension = s.dimension AND c.dimension_value = s.dimension_value AND c.on_date = s.on_date
),
daily AS (
  SELECT
    game, dimension, dimension_value, event_date,
    count(*) AS dau,
    count_if(first_date = event_date) AS new_players,
    sum(sessions) AS sessions,
    cast(sum(cast(playtime_seconds AS decimal(18, 3))) AS double) AS playtime_seconds,
    sum(purchases) AS purchases,
    sum(purchase_usd) AS purchase_usd,
    sum(ad_usd) AS ad_usd,
    sum(refund_usd) AS refund_usd,
    sum(revenue_usd) AS revenue_usd,
    count_if(purchases > 0) AS payers
  FROM by_dimension
  WHERE event_date >= :from
  GROUP BY game, dimension, dimension_value, event_date
)
SELECT
  a.game,
  a.on_date AS event_date,
  a.dimension,
  a.dimension_value,
  coalesce(d.dau, 0) AS dau,
  a.wau,
  a.mau,
  cast(coalesce(d.dau, 0) AS double) / a.mau AS stickiness,
  coalesce(d.new_players, 0) AS new_players,
  coalesce(d.dau - d.new_players, 0) AS returning_players,
  coalesce(d.sessions, 0) AS sessions,
  cast(d.sessions AS double) / d.dau AS sessions_per_player,
  coalesce(d.playtime_seconds, 0) AS playtime_seconds,
  d.playtime_seconds / nullif(d.sessions, 0) AS session_seconds_avg,
  coalesce(d.revenue_usd, 0) AS revenue_usd,
  coalesce(d.purchase_usd, 0) AS purchase_usd,
  coalesce(d.ad_usd, 0) AS ad_usd,
  coalesce(d.refund_usd, 0) AS refund_usd,
  coalesce(d.purchases, 0) AS purchases,
  coalesce(d.payers, 0) AS payers,
  cast(d.revenue_usd AS double) / d.dau AS arpdau,
  cast(d.purchase_usd AS double) / nullif(d.payers, 0) AS arppu
FROM active a
JOIN refine.games g ON g.game = a.game
LEFT JOIN daily d
  ON d.game = a.game AND d.dimension = a.dimension AND d.dimension_value = a.dimension_value AND d.event_date = a.on_date
WHERE a.on_date BETWEEN :from AND :to AND a.on_date <= g.today AND a.mau > 0
