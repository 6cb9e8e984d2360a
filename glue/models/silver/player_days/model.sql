-- What each touched player did on each day of :from to :to. The base of players, active players, retention and money.
-- Client and server report one transaction: the earliest report counts, of all within 31 days.
WITH touched_players AS (
  SELECT DISTINCT game, player_key FROM refine.touched
),
scoped AS (
  SELECT
    e.game, e.player_key, e.event_date, e.event_time, e.event_type, e.transaction_id, e.amount_usd, e.sandbox,
    e.region, e.shard, e.sequence, e.event_index, e.platform, e.country, e.app_version, e.acquisition_source
  FROM silver.events e
  JOIN touched_players p ON p.game = e.game AND p.player_key = e.player_key
  WHERE e.event_date BETWEEN :from AND :to AND e.environment = 'production'
),
transactions AS (
  SELECT DISTINCT game, transaction_id FROM scoped WHERE event_type IN ('purchase', 'refund')
),
reports AS (
  SELECT
    r.game, r.region, r.shard, r.sequence, r.event_index,
    row_number() OVER (
      PARTITION BY r.game, r.event_type, r.transaction_id
      ORDER BY r.event_time, r.received_at, r.region, r.shard, r.sequence, r.event_index
    ) AS nth
  FROM silver.events r
  JOIN transactions t ON t.game = r.game AND t.transaction_id = r.transaction_id
  WHERE r.event_date BETWEEN date_add('day', -31, :from) AND date_add('day', 31, :to)
    AND r.event_type IN ('purchase', 'refund') AND r.environment = 'production' AND coalesce(r.sandbox, false) = false
),
counted AS (
  SELECT s.*, coalesce(r.nth, 0) AS nth
  FROM scoped s
  LEFT JOIN reports r
    ON r.nth = 1
    AND s.event_type IN ('purchase', 'refund')
    AND r.game = s.game AND r.region = s.region AND r.shard = s.shard AND r.sequence = s.sequence AND r.event_index = s.event_index
),
days AS (
  SELECT
    game,
    player_key,
    event_date,
    min(event_time) AS first_event_at,
    max(event_time) AS last_event_at,
    count(*) AS events,
    count_if(event_type = 'purchase' AND nth = 1) AS purchases,
    coalesce(sum(amount_usd) FILTER (WHERE event_type = 'purchase' AND nth = 1), 0) AS purchase_usd,
    count_if(event_type = 'refund' AND nth = 1) AS refunds,
    coalesce(sum(amount_usd) FILTER (WHERE event_type = 'refund' AND nth = 1), 0) AS refund_usd,
    count_if(event_type = 'ad_impression') AS ad_impressions,
    coalesce(sum(amount_usd) FILTER (WHERE event_type = 'ad_impression'), 0) AS ad_usd,
    max_by(platform, ROW(event_time, platform)) FILTER (WHERE platform IS NOT NULL) AS platform,
    max_by(country, ROW(event_time, country)) FILTER (WHERE country IS NOT NULL) AS country,
    max_by(app_version, ROW(event_time, app_version)) FILTER (WHERE app_version IS NOT NULL) AS app_version,
    min_by(acquisition_source, ROW(event_time, acquisition_source)) FILTER (WHERE acquisition_source IS NOT NULL) AS acquisition_source
  FROM counted
  GROUP BY game, player_key, event_date
),
begun AS (
  SELECT s.game, s.player_key, s.event_date, count(*) AS sessions, round(sum(cast(s.session_seconds AS decimal(18, 3))), 3) AS playtime_seconds
  FROM silver.sessions s
  JOIN touched_players p ON p.game = s.game AND p.player_key = s.player_key
  WHERE s.event_date BETWEEN :from AND :to
  GROUP BY s.game, s.player_key, s.event_date
)
SELECT
  d.game,
  d.player_key,
  d.event_date,
  d.first_event_at,
  d.last_event_at,
  d.events,
  coalesce(b.sessions, 0) AS sessions,
  cast(coalesce(b.playtime_seconds, 0) AS double) AS playtime_seconds,
  d.purchases,
  d.purchase_usd,
  d.refunds,
  d.refund_usd,
  d.ad_impressions,
  d.ad_usd,
  d.purchase_usd + d.ad_usd - d.refund_usd AS revenue_usd,
  d.platform,
  d.country,
  d.app_version,
  d.acquisition_source
FROM days d
LEFT JOIN begun b ON b.game = d.game AND b.player_key = d.player_key AND b.event_date = d.event_date
