"""Parses statements as Athena would: a JSON list of them on stdin, of each the kind of statement or why it is none on stdout."""

import json
import sys

import sqlglot
from sqlglot import expressions


def kind_of(sql: str) -> str:
    try:
        parsed = sqlglot.parse(sql, read="athena")
    except sqlglot.errors.SqlglotError as error:
        return f"error: {error}"
    if len(parsed) != 1:
        return f"{len(parsed)} statements"
    if parsed[0].find(expressions.Command):
        return "Command"
    return type(parsed[0]).__name__


json.dump([kind_of(sql) for sql in json.load(sys.stdin)], sys.stdout)
