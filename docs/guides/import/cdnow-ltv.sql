-- Orders in fixed columns: master id, sample id, day, pieces, dollars. Text files come as one column, line.
-- Some lines repeat: two orders on one day. The ordinal among equal lines tells their transactions apart, and is the same at
-- every import.
WITH orders AS (
  SELECT
    substr(line, 2, 5) AS customer,
    strptime(substr(line, 13, 8), '%Y%m%d') AS day,
    CAST(trim(substr(line, 21, 3)) AS BIGINT) AS pieces,
    CAST(round(CAST(trim(substr(line, 24)) AS DECIMAL(12, 2)) * 100) AS BIGINT) AS cents,
    row_number() OVER (PARTITION BY line) AS nth
  FROM input
)
SELECT
  'purchase' AS event_type,
  customer AS player_id,
  day + INTERVAL 12 HOURS AS client_time,
  concat_ws('-', customer, strftime(day, '%Y%m%d'), pieces, cents, nth) AS transaction_id,
  cents AS amount,
  'USD' AS currency,
  pieces AS quantity,
  'server' AS reported_by
FROM orders
