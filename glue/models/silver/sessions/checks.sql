-- fail: a session ends after it begins
SELECT session_key FROM silver.sessions WHERE event_date BETWEEN :from AND :to AND ended_at < started_at;
-- fail: a session holds at least one event
SELECT session_key FROM silver.sessions WHERE event_date BETWEEN :from AND :to AND events < 1;
-- warn: hardly any session lasts a whole day
SELECT game FROM silver.sessions WHERE event_date BETWEEN :from AND :to
GROUP BY game HAVING count_if(session_seconds > 43200) * 100 > count(*);
