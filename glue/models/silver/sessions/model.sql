-- Sessions begun on :from to :to, of touched players.
-- A session is what one session_id holds; events without one form sessions by 30 minutes of silence.
-- A session runs at most into the day after it began, so each day's sessions follow from the days beside it.
WITH touched_players AS (
  SELECT DISTINCT game, player_key FROM refine.touched
),
scoped AS (
  SELECT e.game, e.player_key, e.session_id, e.event_time, e.event_date, e.platform, e.country, e.app_version
  FROM silver.events e
  JOIN touched_players p ON p.game = e.game AND p.player_key = e.player_key
  WHERE e.event_date BETWEEN date_add('day', -2, :from) AND date_add('day', 1, :to)
    AND e.environment = 'production'
),
spaced AS (
  SELECT
    scoped.*,
    lag(event_time) OVER (PARTITION BY game, player_key, session_id ORDER BY event_time) AS previous_time,
    lag(event_date) OVER (PARTITION BY game, player_key, session_id ORDER BY event_time) AS previous_date
  FROM scoped
),
bounded AS (
  SELECT
    spaced.*,
    CASE
      WHEN previous_time IS NULL THEN 1
      WHEN session_id IS NULL AND event_time > previous_time + INTERVAL '30' MINUTE THEN 1
      WHEN session_id IS NOT NULL AND previous_date < date_add('day', -1, event_date) THEN 1
      ELSE 0
    END AS begins
  FROM spaced
),
days AS (
  SELECT
    bounded.*,
    max(begins) OVER (PARTITION BY game, player_key, session_id, event_date) AS day_begins
  FROM bounded
),
cut AS (
  SELECT
    days.*,
    CASE
      WHEN begins = 1 THEN 1
      WHEN previous_date < event_date
        AND lag(day_begins) OVER (PARTITION BY game, player_key, session_id ORDER BY event_time) = 0 THEN 1
      ELSE 0
    END AS starts
  FROM days
),
numbered AS (
  SELECT
    cut.*,
    sum(starts) OVER (
      PARTITION BY game, player_key, session_id ORDER BY event_time, starts DESC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS session_number
  FROM cut
)
SELECT
  game,
  player_key,
  concat(coalesce(session_id, ''), '@', cast(cast(round(to_unixtime(min(event_time)) * 1000) AS bigint) AS varchar)) AS session_key,
  session_id,
  min(event_date) AS event_date,
  min(event_time) AS started_at,
  max(event_time) AS ended_at,
  round(to_unixtime(max(event_time)) - to_unixtime(min(event_time)), 3) AS session_seconds,
  count(*) AS events,
  max_by(platform, ROW(event_time, platform)) FILTER (WHERE platform IS NOT NULL) AS platform,
  max_by(country, ROW(event_time, country)) FILTER (WHERE country IS NOT NULL) AS country,
  max_by(app_version, ROW(event_time, app_version)) FILTER (WHERE app_version IS NOT NULL) AS app_version
FROM numbered
GROUP BY game, player_key, session_id, session_number
HAVING min(event_date) BETWEEN :from AND :to
