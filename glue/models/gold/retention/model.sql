-- For each cohort of :from to :to and each day n from 0 to 90: how many of its players came back.
-- A cell is empty until its last day is over in the game's own calendar.
WITH cohorts AS (
  SELECT game, player_key, first_date AS cohort_date, last_date
  FROM silver.players
  WHERE first_date BETWEEN :from AND :to
),
sizes AS (
  SELECT game, cohort_date, count(*) AS cohort_size FROM cohorts GROUP BY game, cohort_date
),
activity AS (
  SELECT c.game, c.cohort_date, c.player_key, date_diff('day', c.cohort_date, d.event_date) AS day_n
  FROM cohorts c
  JOIN silver.player_days d ON d.game = c.game AND d.player_key = c.player_key
  WHERE d.event_date BETWEEN :from AND date_add('day', 90, :to)
),
classic AS (
  SELECT game, cohort_date, day_n, count(*) AS players
  FROM activity
  GROUP BY game, cohort_date, day_n
),
brackets AS (
  SELECT game, cohort_date, bracket_end, count(DISTINCT player_key) AS players
  FROM (
    SELECT
      activity.*,
      CASE
        WHEN day_n <= 1 THEN day_n
        WHEN day_n <= 3 THEN 3
        WHEN day_n <= 7 THEN 7
        WHEN day_n <= 14 THEN 14
        WHEN day_n <= 30 THEN 30
        WHEN day_n <= 60 THEN 60
        ELSE 90
      END AS bracket_end
    FROM activity
    WHERE day_n <= 90
  ) bracketed
  GROUP BY game, cohort_date, bracket_end
),
lasts AS (
  SELECT
    game, cohort_date,
    CASE WHEN date_diff('day', cohort_date, last_date) > 90 THEN 90 ELSE date_diff('day', cohort_date, last_date) END AS last_n,
    count(*) AS players
  FROM cohorts
  GROUP BY 1, 2, 3
),
cells AS (
  SELECT
    s.game, s.cohort_date, s.cohort_size, n AS day_n,
    date_add('day', n, s.cohort_date) < g.today AS complete
  FROM sizes s
  JOIN refine.games g ON g.game = s.game
  CROSS JOIN UNNEST(sequence(0, 90)) AS t(n)
)
SELECT
  c.game,
  c.cohort_date,
  c.day_n,
  c.cohort_size,
  CASE WHEN c.complete THEN coalesce(k.players, 0) END AS players,
  CASE WHEN c.complete THEN
    sum(coalesce(l.players, 0)) OVER (PARTITION BY c.game, c.cohort_date ORDER BY c.day_n DESC)
  END AS players_rolling,
  CASE WHEN c.complete AND c.day_n IN (0, 1, 3, 7, 14, 30, 60, 90) THEN coalesce(b.players, 0) END AS players_bracket
FROM cells c
LEFT JOIN classic k ON k.game = c.game AND k.cohort_date = c.cohort_date AND k.day_n = c.day_n
LEFT JOIN brackets b ON b.game = c.game AND b.cohort_date = c.cohort_date AND b.bracket_end = c.day_n
LEFT JOIN lasts l ON l.game = c.game AND l.cohort_date = c.cohort_date AND l.last_n = c.day_n
