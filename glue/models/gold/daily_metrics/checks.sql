-- fail: active players of a day are among those of its week, and those among those of its month
SELECT game, event_date FROM gold.daily_metrics WHERE event_date BETWEEN :from AND :to AND (dau > wau OR wau > mau);
-- fail: every active player is new or returning
SELECT game, event_date FROM gold.daily_metrics
WHERE event_date BETWEEN :from AND :to AND dau <> new_players + returning_players;
-- fail: the whole game counts the players that silver counts
SELECT m.game, m.event_date
FROM gold.daily_metrics m
LEFT JOIN (
  SELECT game, event_date, count(*) AS players FROM silver.player_days WHERE event_date BETWEEN :from AND :to
  GROUP BY game, event_date
) d ON d.game = m.game AND d.event_date = m.event_date
WHERE m.event_date BETWEEN :from AND :to AND m.dimension = 'total' AND m.dau <> coalesce(d.players, 0);
-- warn: more was refunded than earned
SELECT game, event_date FROM gold.daily_metrics
WHERE event_date BETWEEN :from AND :to AND dimension = 'total' AND revenue_usd < 0;
