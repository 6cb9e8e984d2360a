"""Runs the steps of spark.ts, read as JSON from the input, in one Spark session."""

import json
import sys

sys.path.insert(0, "glue/jobs")
import rebuild_silver  # noqa: E402

first, *steps = json.load(sys.stdin)
spark = rebuild_silver.session(rebuild_silver.arguments(first["session"]))
write_fates = rebuild_silver.write_fates


def disturb(sql: str, argv: list[str]) -> None:
    """Runs the job while another writer's statement comes between its reading and its writing; the job must fail."""

    def disturbed(*args):
        write_fates(*args)
        spark.sql(sql)

    rebuild_silver.write_fates = disturbed
    try:
        rebuild_silver.rebuild(spark, rebuild_silver.arguments(argv))
    except Exception as error:
        if "onflict" not in str(error):
            raise
    else:
        raise AssertionError("the job did not see that another writer was there")
    finally:
        rebuild_silver.write_fates = write_fates


for step in steps:
    if "meanwhile" in step:
        disturb(step["meanwhile"], step["rebuild"])
    elif "rebuild" in step:
        rebuild_silver.rebuild(spark, rebuild_silver.arguments(step["rebuild"]))
    elif "export" in step:
        spark.sql(step["export"]).coalesce(1).write.parquet(step["to"])
    else:
        spark.sql(step["sql"])
