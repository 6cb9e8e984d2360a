-- Trino's functions where DuckDB lacks them or answers differently. Loaded on every connection, beside the built-ins.
-- A macro hides every built-in of its name, so each lists the forms that the portable subset of our models uses;
-- `system.main.` reaches the built-in behind it. Macros over aggregates take no FILTER: write the condition into the
-- argument instead, approx_distinct(CASE WHEN … THEN x END).

CREATE OR REPLACE TEMP MACRO trino_interval(unit, n) AS CASE lower(unit)
  WHEN 'millisecond' THEN to_milliseconds(n)
  WHEN 'second' THEN to_seconds(n)
  WHEN 'minute' THEN to_minutes(n)
  WHEN 'hour' THEN to_hours(n)
  WHEN 'day' THEN to_days(CAST(n AS integer))
  WHEN 'week' THEN to_weeks(CAST(n AS integer))
  WHEN 'month' THEN to_months(CAST(n AS integer))
  WHEN 'quarter' THEN to_months(3 * CAST(n AS integer))
  WHEN 'year' THEN to_years(CAST(n AS integer))
  ELSE error('date_add has no unit ' || unit)
END;

-- a date stays a date
CREATE OR REPLACE TEMP MACRO date_add
  (unit, n, x date) AS CAST(x + trino_interval(unit, n) AS date),
  (unit, n, x timestamp) AS x + trino_interval(unit, n),
  (unit, n, x timestamptz) AS x + trino_interval(unit, n);

CREATE OR REPLACE TEMP MACRO date_trunc
  (unit, x date) AS CAST(system.main.date_trunc(unit, x) AS date),
  (unit, x timestamp) AS system.main.date_trunc(unit, x),
  (unit, x timestamptz) AS system.main.date_trunc(unit, x);

-- whole units elapsed, where DuckDB's date_diff counts boundaries crossed
CREATE OR REPLACE TEMP MACRO date_diff(unit, a, b) AS date_sub(unit, a, b);

CREATE OR REPLACE TEMP MACRO day_of_week(x) AS isodow(x);
CREATE OR REPLACE TEMP MACRO day_of_month(x) AS day(x);
CREATE OR REPLACE TEMP MACRO day_of_year(x) AS dayofyear(x);
CREATE OR REPLACE TEMP MACRO to_unixtime(x) AS epoch(x);
CREATE OR REPLACE TEMP MACRO from_unixtime(x) AS to_timestamp(x);
CREATE OR REPLACE TEMP MACRO from_iso8601_timestamp(x) AS CAST(x AS timestamptz);
CREATE OR REPLACE TEMP MACRO from_iso8601_date(x) AS CAST(x AS date);

-- both ends included, downwards when the end comes first
CREATE OR REPLACE TEMP MACRO sequence
  (a bigint, b bigint) AS generate_series(a, b, CASE WHEN a <= b THEN 1 ELSE -1 END),
  (a bigint, b bigint, step bigint) AS generate_series(a, b, step),
  (a date, b date) AS CAST(generate_series(a, b, to_days(CASE WHEN a <= b THEN 1 ELSE -1 END)) AS date[]),
  (a date, b date, step interval) AS CAST(generate_series(a, b, step) AS date[]),
  (a timestamp, b timestamp, step interval) AS generate_series(a, b, step);

-- one NULL makes the answer NULL
CREATE OR REPLACE TEMP MACRO greatest
  (a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN system.main.greatest(a, b) END,
  (a, b, c) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL AND c IS NOT NULL THEN system.main.greatest(a, b, c) END,
  (a, b, c, d) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL AND c IS NOT NULL AND d IS NOT NULL
    THEN system.main.greatest(a, b, c, d) END;
CREATE OR REPLACE TEMP MACRO least
  (a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN system.main.least(a, b) END,
  (a, b, c) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL AND c IS NOT NULL THEN system.main.least(a, b, c) END,
  (a, b, c, d) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL AND c IS NOT NULL AND d IS NOT NULL
    THEN system.main.least(a, b, c, d) END;
CREATE OR REPLACE TEMP MACRO concat
  (a, b) AS a || b,
  (a, b, c) AS a || b || c,
  (a, b, c, d) AS a || b || c || d,
  (a, b, c, d, e) AS a || b || c || d || e,
  (a, b, c, d, e, f) AS a || b || c || d || e || f;

-- of arrays; a map's is cardinality(map_keys(m)) in both engines
CREATE OR REPLACE TEMP MACRO cardinality(x) AS len(x);
CREATE OR REPLACE TEMP MACRO element_at(x, k) AS x[k];
CREATE OR REPLACE TEMP MACRO array_join(x, separator) AS array_to_string(x, separator);

CREATE OR REPLACE TEMP MACRO arbitrary(x) AS any_value(x);
-- exact where Trino is near: the same rows give the same answer in whatever order they came
CREATE OR REPLACE TEMP MACRO approx_distinct
  (x) AS count(DISTINCT x),
  (x, e) AS count(DISTINCT x);
CREATE OR REPLACE TEMP MACRO approx_percentile(x, p) AS quantile_disc(x, p);

CREATE OR REPLACE TEMP MACRO regexp_like(x, pattern) AS regexp_matches(x, pattern);
CREATE OR REPLACE TEMP MACRO regexp_extract
  (x, pattern) AS CASE WHEN regexp_matches(x, pattern) THEN system.main.regexp_extract(x, pattern) END,
  (x, pattern, part) AS CASE WHEN regexp_matches(x, pattern) THEN system.main.regexp_extract(x, pattern, part) END;

-- the text of a string, number or boolean; NULL for anything else, for a missing path and for what is no JSON
CREATE OR REPLACE TEMP MACRO trino_path(path) AS replace(replace(path, '["', '."'), '"]', '"');
CREATE OR REPLACE TEMP MACRO json_extract_scalar(x, path) AS CASE
  WHEN json_valid(x) AND json_type(x, trino_path(path)) NOT IN ('ARRAY', 'OBJECT', 'NULL')
  THEN json_extract_string(x, trino_path(path))
END;
