"""JSON Lines: an object a row, missing values as null, lists as lists, no character escaped that need not be.

JSON has neither dates nor decimals (they are texts) nor infinite numbers (they are null).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.compute as pc

from quotes.formats.columns import fewest_digits, flat, joined, typed
from quotes.formats.options import Append, Options
from quotes.table import SCHEMA, require_columns

_AT_ONCE = 5_000
"""Rows that are Python objects at the same time."""


@contextmanager
def writing(handle: IO[bytes], options: Options) -> Iterator[Append]:
    """A function that appends rows to an open binary stream, a line each."""

    def append(table: pa.Table) -> None:
        for start in range(0, len(table), _AT_ONCE):
            rows = _finite(fewest_digits(flat(table.slice(start, _AT_ONCE), nested=True))).to_pylist()
            handle.write("".join(f"{_line(row)}\n" for row in rows).encode())

    yield append


def read(path: Path) -> pa.Table:
    """The rows of a file of objects that have the keys of the schema, in any order; blank lines are nothing."""
    with path.open(encoding="utf-8-sig", newline="\n") as lines:
        rows = (_row(number, line) for number, line in enumerate(lines, 1) if line.strip())
        tables = [_table(batch) for batch in iter(lambda: list(islice(rows, _AT_ONCE)), [])]
    return joined(tables or [SCHEMA.empty_table()])


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, default=str)


def _finite(table: pa.Table) -> pa.Table:
    for number, field in enumerate(table.schema):
        if pa.types.is_floating(field.type):
            column = table.column(number)
            table = table.set_column(number, field, pc.if_else(pc.is_finite(column), column, None))
    return table


def _row(number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ValueError(f"line {number} is not JSON ({error})") from error
    if not isinstance(row, dict):
        raise ValueError(f"line {number} is not an object")
    return row


def _table(rows: list[dict[str, Any]]) -> pa.Table:
    names = dict.fromkeys(_names(rows))
    require_columns(names)
    return typed({name: [row.get(name) for row in rows] for name in names})


def _names(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield from row
