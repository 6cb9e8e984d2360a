-- fail: day 0 is the whole cohort
SELECT game, cohort_date FROM gold.retention
WHERE cohort_date BETWEEN :from AND :to AND day_n = 0 AND players IS NOT NULL AND players <> cohort_size;
-- fail: whoever comes back on day n comes back on day n or later
SELECT game, cohort_date FROM gold.retention
WHERE cohort_date BETWEEN :from AND :to AND (players > players_rolling OR players_rolling > cohort_size);
