"""Runs steps of a test in one Spark session: each of {"sql": …}, {"rebuild": [arguments]}, {"export": query, "to": folder}."""

import json
import sys

sys.path.insert(0, "glue/jobs")
import rebuild_silver  # noqa: E402

steps = json.load(sys.stdin)
spark = rebuild_silver.session(rebuild_silver.arguments(steps[0]["session"]))
for step in steps[1:]:
    if "sql" in step:
        spark.sql(step["sql"])
    elif "rebuild" in step:
        rebuild_silver.rebuild(spark, rebuild_silver.arguments(step["rebuild"]))
    else:
        spark.sql(step["export"]).coalesce(1).write.parquet(step["to"])
