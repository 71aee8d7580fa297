"""Parquet: typed columns, read a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pyarrow as pa
from pyarrow import parquet

from quotes.articles.places import opened
from quotes.articles.records import Head, Record, Wanted

ROWS = 64
"""Rows in memory at a time: each may hold a whole book."""

_BUFFER = 1 << 20  # bytes of each column; without it a row group is in memory as a whole


class _Broken:
    """Stands for a value that is not what its column says."""


def head(place: str, encoding: str | None) -> Head:
    """The columns with their types, and the number of rows; raises ``pa.ArrowException`` where it is no Parquet."""
    with _file(place) as file:
        return Head([(field.name, field.type) for field in file.schema_arrow], file.metadata.num_rows)


def records(place: str, head: Head, wanted: Wanted) -> Iterator[Record]:
    """The rows, one by one."""
    with _file(place) as file:
        for batch in file.iter_batches(ROWS, columns=list(wanted), use_threads=False):
            columns = [_values(batch.column(name), kind) for name, kind in wanted.items()]
            for values in zip(*columns, strict=True):
                broken = any(isinstance(value, _Broken) for value in values)
                yield Record((), "has a text that is not UTF-8. Write the table anew") if broken else Record(values)


@contextmanager
def _file(place: str) -> Iterator[parquet.ParquetFile]:
    with opened(place) as handle:
        yield parquet.ParquetFile(handle, buffer_size=_BUFFER)


def _values(column: pa.Array, kind: pa.DataType) -> list[object]:
    column = column.cast(kind)
    try:
        values: list[object] = column.to_pylist()
    except UnicodeDecodeError:
        return [_value(scalar) for scalar in column]
    return values


def _value(scalar: pa.Scalar) -> object:
    try:
        value: object = scalar.as_py()
    except UnicodeDecodeError:
        return _Broken()
    return value
