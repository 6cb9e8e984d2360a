-- fail: a day has at least one event
SELECT player_key FROM silver.player_days WHERE event_date BETWEEN :from AND :to AND events < 1;
-- fail: revenue is purchases plus ads less refunds
SELECT player_key FROM silver.player_days
WHERE event_date BETWEEN :from AND :to AND revenue_usd <> purchase_usd + ad_usd - refund_usd;
-- fail: a player has one row a day
SELECT game, player_key, event_date FROM silver.player_days WHERE event_date BETWEEN :from AND :to
GROUP BY game, player_key, event_date HAVING count(*) > 1;
