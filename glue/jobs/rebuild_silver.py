"""Rebuilds silver.events for a span of event dates from all that bronze holds.

The rules are those of refine's merge and its nightly sweep, of all days at once: of the copies of one event, that is of
one (game, player, id) at most --reach-days apart, the smallest (received_at, position) is in silver and every other is a
duplicate, which is a conflict when it says something else. An event that three copies hold together over more than the
reach is where this job and the sweep may differ: here each copy is judged by those in its own reach.

Only the days from --from to --to are replaced, in one commit, which fails when another writer has changed them since the
job began: run it again then. What changes is stored in refine.touched before, so that the next refine run recomputes the
models of exactly that; run again over the same bronze, the job changes nothing. Nothing is gathered on the driver.

    --from 2026-03-01 --to 2026-03-31 --bronze s3://BUCKET/events/ --warehouse s3://BUCKET/ [--catalog glue] [--reach-days 30]

Works on AWS Glue 5 (Spark 3.5) and on Spark 4.0.
"""

import argparse
from datetime import date, timedelta

from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql.types import StringType, StructType

KEY = ["game", "player", "event_id"]
POSITION = ["region", "shard", "sequence", "event_index"]
RANK = ["received_at", *POSITION]
# a game's calendar may be 14 hours ahead of the hour of arrival, and an event's clock one hour
CALENDAR_DAYS = 2


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    """What the job is told; AWS Glue adds arguments of its own, which are left alone."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--from", dest="first", type=date.fromisoformat, required=True)
    parser.add_argument("--to", dest="last", type=date.fromisoformat, required=True)
    parser.add_argument("--bronze", required=True)
    parser.add_argument("--warehouse", required=True)
    parser.add_argument("--catalog", choices=["glue", "hadoop"], default="glue")
    parser.add_argument("--reach-days", type=int, default=30)
    return parser.parse_known_args(argv)[0]


def session(args: argparse.Namespace) -> SparkSession:
    """A session whose default catalog is the lake's."""
    lake = "spark.sql.catalog.lake"
    return (
        SparkSession.builder.appName("rebuild_silver")
        .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
        .config(lake, "org.apache.iceberg.spark.SparkCatalog")
        .config(f"{lake}.type", args.catalog)
        .config(f"{lake}.warehouse", args.warehouse)
        .config("spark.sql.defaultCatalog", "lake")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )


def arrived(spark: SparkSession, args: argparse.Namespace) -> DataFrame:
    """Each received event of the span and its reach, once, those of one key together."""
    reach = timedelta(days=args.reach_days)
    first, last = args.first - reach, args.last + reach
    columns = spark.table("silver.events").schema.fields
    schema = StructType(columns).add("arrival", StringType())
    return (
        spark.read.schema(schema)
        .parquet(args.bronze)
        .where(F.col("arrival") >= str(first - timedelta(days=CALENDAR_DAYS)))
        .where(F.col("event_date").between(F.lit(first), F.lit(last)))
        .drop("arrival")
        .withColumn("player", F.coalesce("player_key", F.lit("")))
        .repartition(*KEY)
        .dropDuplicates([*KEY, *POSITION])
    )


def judged(events: DataFrame, args: argparse.Namespace) -> DataFrame:
    """The span's events with `wins`: this copy is in silver, and `conflict`: the copy that is says something else."""
    day = F.datediff("event_date", F.lit(date(1970, 1, 1)))
    copies = Window.partitionBy(*KEY).orderBy(day).rangeBetween(-args.reach_days, args.reach_days)
    return (
        events.withColumn("best", F.min(F.struct(*RANK, "fingerprint")).over(copies))
        .where(F.col("event_date").between(F.lit(args.first), F.lit(args.last)))
        .withColumn("wins", F.struct(*RANK) == F.struct(*[f"best.{name}" for name in RANK]))
        .withColumn("conflict", F.col("fingerprint") != F.col("best.fingerprint"))
    )


def duplicates(events: DataFrame, columns: list[str]) -> DataFrame:
    """Rows of silver.fates for the copies that are not in silver."""
    return (
        events.where(~F.col("wins"))
        .withColumn("arrival_hour", F.date_trunc("hour", "received_at").cast("timestamp_ntz"))
        .withColumn("fate", F.lit("duplicate"))
        .withColumn("reason", F.when(F.col("conflict"), "conflict").otherwise("repeated"))
        .select(*columns)
    )


def write_fates(spark: SparkSession, fates: DataFrame, args: argparse.Namespace) -> None:
    """Brings the span's duplicates in line; other fates stay."""
    fates.createOrReplaceTempView("fates")
    same = " AND ".join(f"t.{name} = s.{name}" for name in POSITION)
    changed = " OR ".join(f"NOT t.{name} <=> s.{name}" for name in fates.columns if name not in POSITION)
    spark.sql(f"""
        MERGE INTO silver.fates t USING fates s ON {same}
        WHEN MATCHED AND ({changed}) THEN UPDATE SET *
        WHEN NOT MATCHED THEN INSERT *
        WHEN NOT MATCHED BY SOURCE AND t.fate = 'duplicate'
            AND t.event_date BETWEEN DATE '{args.first}' AND DATE '{args.last}' THEN DELETE
        """)


def store_touched(held: DataFrame, events: DataFrame) -> None:
    """Stores whose days change, and the hours whose accounting does: of events that enter silver or leave it."""
    names = ["game", "player_key", "event_date", "received_at", *POSITION]
    before, after = held.select(names), events.select(names)
    changed = before.subtract(after).union(after.subtract(before)).cache()
    players = changed.where("player_key IS NOT NULL").select("game", "player_key", "event_date")
    players.distinct().writeTo("refine.touched").append()
    hour = F.date_trunc("hour", "received_at").cast("timestamp_ntz").alias("arrival_hour")
    changed.select("game", hour).distinct().writeTo("refine.touched_hours").append()
    changed.unpersist()


def rebuild(spark: SparkSession, args: argparse.Namespace) -> None:
    """In refine's order, so that a stop anywhere is repaired by running again: what is touched, the fates, silver."""
    span = F.col("event_date").between(F.lit(args.first), F.lit(args.last))
    snapshots = spark.table("silver.events.snapshots").orderBy(F.desc("committed_at"))
    base = snapshots.select("snapshot_id").first()
    held = spark.table("silver.events")
    events = judged(arrived(spark, args), args)
    winners = events.where("wins").select(*held.columns)
    store_touched(held.where(span), winners)
    write_fates(spark, duplicates(events, spark.table("silver.fates").columns), args)
    write = winners.writeTo("silver.events")
    if base:
        write = write.option("isolation-level", "serializable").option("validate-from-snapshot-id", base[0])
    write.overwrite(span)


if __name__ == "__main__":
    args = arguments()
    rebuild(session(args), args)
