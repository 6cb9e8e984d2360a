-- Each touched player over all of his days.
WITH touched_players AS (
  SELECT DISTINCT game, player_key FROM refine.touched
)
SELECT
  d.game,
  d.player_key,
  min(d.event_date) AS first_date,
  max(d.event_date) AS last_date,
  min(d.first_event_at) AS first_event_at,
  max(d.last_event_at) AS last_event_at,
  count(*) AS active_days,
  sum(d.events) AS events,
  sum(d.sessions) AS sessions,
  cast(sum(cast(d.playtime_seconds AS decimal(18, 3))) AS double) AS playtime_seconds,
  sum(d.purchases) AS purchases,
  sum(d.purchase_usd) AS purchase_usd,
  sum(d.refunds) AS refunds,
  sum(d.refund_usd) AS refund_usd,
  sum(d.ad_impressions) AS ad_impressions,
  sum(d.ad_usd) AS ad_usd,
  sum(d.revenue_usd) AS revenue_usd,
  max_by(d.platform, d.event_date) FILTER (WHERE d.platform IS NOT NULL) AS platform,
  max_by(d.country, d.event_date) FILTER (WHERE d.country IS NOT NULL) AS country,
  max_by(d.app_version, d.event_date) FILTER (WHERE d.app_version IS NOT NULL) AS app_version,
  min_by(d.acquisition_source, d.event_date) FILTER (WHERE d.acquisition_source IS NOT NULL) AS acquisition_source
FROM silver.player_days d
JOIN touched_players p ON p.game = d.game AND p.player_key = d.player_key
GROUP BY d.game, d.player_key
