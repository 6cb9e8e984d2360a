-- Events of the AWS game analytics guidance. They name no player, so they are marked as test events: kept, counted and
-- there for SQL, but in no KPI. With a player id in your own data, put it in player_id and drop the line `environment`.
WITH events AS (
  SELECT event.*, to_json(event.event_data) AS data FROM input
)
SELECT
  event_id,
  'nobody' AS player_id,
  'test' AS environment,
  event_timestamp * 1000 AS client_time,
  app_version,
  data ->> 'platform' AS platform,
  CASE event_type
    WHEN 'login' THEN 'session_start'
    WHEN 'logout' THEN 'session_end'
    WHEN 'match_end' THEN 'match_end'
    WHEN 'level_started' THEN 'progression'
    WHEN 'level_completed' THEN 'progression'
    WHEN 'level_failed' THEN 'progression'
    WHEN 'tutorial_progression' THEN 'progression'
    WHEN 'iap_transaction' THEN 'purchase'
    ELSE 'custom'
  END AS event_type,
  -- progression
  CASE event_type
    WHEN 'level_started' THEN 'start' WHEN 'level_completed' THEN 'complete' WHEN 'level_failed' THEN 'fail'
    WHEN 'tutorial_progression' THEN 'start'
  END AS progression_status,
  coalesce(data ->> 'level_id', data ->> 'tutorial_screen_id') AS level,
  -- match_end
  CASE WHEN event_type = 'match_end' THEN data ->> 'match_id' END AS match_id,
  CASE WHEN event_type = 'match_end' THEN data ->> 'map_id' END AS map,
  CASE data ->> 'match_result_type' WHEN 'WIN' THEN 'win' WHEN 'LOSE' THEN 'loss'
    WHEN 'QUIT' THEN 'abandoned' WHEN 'KICKED' THEN 'abandoned' WHEN 'DISCONNECTED' THEN 'abandoned'
  END AS result,
  -- purchase: the guidance counts whole units, which are the smallest ones of the yen
  CASE WHEN event_type = 'iap_transaction' THEN data ->> 'transaction_id' END AS transaction_id,
  CAST(data ->> 'currency_amount' AS BIGINT) * CASE data ->> 'currency_type' WHEN 'YEN' THEN 1 ELSE 100 END AS amount,
  CASE data ->> 'currency_type' WHEN 'RMB' THEN 'CNY' WHEN 'YEN' THEN 'JPY' ELSE data ->> 'currency_type' END AS currency,
  CASE WHEN event_type = 'iap_transaction' THEN data ->> 'item_id' END AS item_id,
  CASE WHEN event_type = 'iap_transaction' THEN CAST(data ->> 'item_amount' AS BIGINT) END AS quantity,
  -- everything else keeps the studio's own name
  CASE WHEN event_type NOT IN (
    'login', 'logout', 'match_end', 'level_started', 'level_completed', 'level_failed', 'tutorial_progression', 'iap_transaction'
  ) THEN event_name END AS custom_name,
  event_data AS attributes
FROM events
