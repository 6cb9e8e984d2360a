-- A log of plays: player, score, time in Unix seconds. Each play is the end of a match.
-- Rows without a player are kept aside (quarantined, missing_field); rows that repeat are duplicates.
SELECT
  'match_end' AS event_type,
  player AS player_id,
  time * 1000 AS client_time,
  score
FROM input
