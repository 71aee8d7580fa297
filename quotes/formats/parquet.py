"""Parquet: the types of the schema, and in its metadata, under ``quotes``, what made the table (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pyarrow as pa
from pyarrow import parquet

from quotes.formats.options import Append, Options

ABOUT = b"quotes"
"""The key in the metadata of the schema."""

# every row has other words there: a dictionary would hold them all
_NEVER_TWICE = {"quote"}


@contextmanager
def writing(handle: IO[bytes], options: Options) -> Iterator[Append]:
    """A function that writes rows as a row group each; texts that come again and again are numbers of a dictionary."""
    about = {ABOUT: json.dumps(dict(options.about), sort_keys=True)}
    repeated = [f.name for f in options.schema if pa.types.is_string(f.type) and f.name not in _NEVER_TWICE]
    with parquet.ParquetWriter(
        handle, options.schema.with_metadata(about), compression="zstd", use_dictionary=repeated
    ) as writer:
        yield writer.write_table


def read(path: Path) -> pa.Table:
    """All rows of the file."""
    return parquet.ParquetFile(path).read()


def is_ours(path: Path) -> bool:
    """Whether `writing` has made the file."""
    try:
        return ABOUT in (parquet.read_schema(path).metadata or {})
    except (OSError, pa.ArrowException):
        return False
