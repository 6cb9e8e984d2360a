/** A query that analysts find in Athena's console under its name. */
export type NamedQuery = { name: string; description: string; sql: string };

/** Questions that most studios ask first; each is a start to change. */
export const namedQueries: readonly NamedQuery[] = [
  {
    name: 'Events of today by type',
    description: 'What arrives, and from how many players',
    sql: `SELECT game, event_type, count(*) AS events, count(DISTINCT player_key) AS players
FROM silver.events
WHERE event_date = current_date
GROUP BY 1, 2
ORDER BY 3 DESC`,
  },
  {
    name: 'Active players by day',
    description: 'Players of the last 30 days, by game and day',
    sql: `SELECT game, event_date, count(DISTINCT player_key) AS players
FROM silver.player_days
WHERE event_date > current_date - INTERVAL '30' DAY
GROUP BY 1, 2
ORDER BY 1, 2`,
  },
  {
    name: 'Revenue by day and platform',
    description: 'Purchases, refunds and advertising of the last 30 days, in US dollars',
    sql: `SELECT game, event_date, platform, sum(purchase_usd) AS purchases, sum(refund_usd) AS refunds, sum(ad_usd) AS ads
FROM silver.player_days
WHERE event_date > current_date - INTERVAL '30' DAY
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`,
  },
  {
    name: 'Retention by cohort',
    description: 'How many of each day’s new players came back on days 1, 7 and 30',
    sql: `SELECT *
FROM gold.retention
WHERE cohort_date > current_date - INTERVAL '60' DAY AND day_n IN (1, 7, 30)
ORDER BY game, cohort_date, day_n`,
  },
  {
    name: 'Where players stop',
    description: 'Levels by attempts that failed, of the last week',
    sql: `SELECT game, level, count_if(progression_status = 'fail') AS failed, count_if(progression_status = 'complete') AS completed
FROM silver.events
WHERE event_type = 'progression' AND event_date > current_date - INTERVAL '7' DAY AND environment = 'production'
GROUP BY 1, 2
ORDER BY 3 DESC
LIMIT 100`,
  },
  {
    name: 'Crashes by version',
    description: 'Crashes and the players who met them, of the last week',
    sql: `SELECT game, app_version, platform, count(*) AS crashes, count(DISTINCT player_key) AS players
FROM silver.events
WHERE event_type = 'error' AND crash AND event_date > current_date - INTERVAL '7' DAY
GROUP BY 1, 2, 3
ORDER BY 4 DESC`,
  },
  {
    name: 'Sessions by length',
    description: 'How long players stay, by day of the last two weeks',
    sql: `SELECT game, event_date, count(*) AS sessions, approx_percentile(session_seconds, 0.5) AS median_seconds
FROM silver.sessions
WHERE event_date > current_date - INTERVAL '14' DAY
GROUP BY 1, 2
ORDER BY 1, 2`,
  },
  {
    name: 'Refused events by reason',
    description: 'What was quarantined today, to tell the game’s programmers',
    sql: `SELECT game, event_type, app_version, reason, pointer, count(*) AS events, min(message) AS example
FROM quarantine.events
WHERE arrival >= date_format(current_date, '%Y-%m-%d-00')
GROUP BY 1, 2, 3, 4, 5
ORDER BY 6 DESC`,
  },
  {
    name: 'Late events by day',
    description: 'Events that came after the late window, by the day they speak of',
    sql: `SELECT game, event_date, count(*) AS events
FROM late.events
WHERE arrival >= date_format(current_date - INTERVAL '7' DAY, '%Y-%m-%d-00')
GROUP BY 1, 2
ORDER BY 3 DESC`,
  },
  {
    name: 'Where events went',
    description: 'Fates of the last day’s events by game and hour: the right side of the accounting',
    sql: `SELECT *
FROM silver.fates
WHERE arrival_hour > current_timestamp - INTERVAL '1' DAY
ORDER BY game, arrival_hour`,
  },
];
