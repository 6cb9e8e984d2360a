-- fail: a player's first day is not after the last
SELECT player_key FROM silver.players WHERE first_date > last_date;
