"""The files of the table: CSV and Parquet that appear when they are complete and read back as they were written.

In CSV every string stands in quotation marks and a missing value does not, which tells ``""`` from nothing; the spans
are JSON. Parquet has the types of ``SCHEMA``.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO

import pandas as pd
import pyarrow as pa
from pyarrow import csv, parquet

from quotes.errors import ArticleError, InputError, OutputError
from quotes.table import SCHEMA, SPANS, from_pandas, require_columns, storable, to_pandas

FAILURES = pa.schema([(name, pa.string()) for name in ("article_id", "stage", "reason")])
"""The columns of the list of articles that failed."""

ROW_GROUP = 50_000
"""Rows that are gathered before they are written: enough for Parquet to compress well, a few megabytes of memory."""

Append = Callable[[pa.Table], None]

_SPANS = SCHEMA.get_field_index("spans")
_CSV_SCHEMA = SCHEMA.set(_SPANS, pa.field("spans", pa.string(), nullable=False))
_TABLES = 256  # that wait before they are made one
_LARGEST_BLOCK = 2**31 - 1


def write(frame: pd.DataFrame, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Write the frame to ``path``, as its suffix says (.csv or .parquet); the index is not written.

    Raises ``InputError`` where the frame is no table of quotes or the path is refused (see ``check_target``),
    ``OutputError`` where the file cannot be written.
    """
    table = from_pandas(frame)
    with writing(path, overwrite=overwrite) as append:
        append(table)


def read(path: str | os.PathLike[str]) -> pd.DataFrame:
    """The frame that was written to ``path`` (.csv or .parquet), with the dtypes of ``META``.

    Raises ``InputError`` where the file cannot be read or is no table of quotes.
    """
    path = Path(path)
    _require_suffix(path)
    try:
        table = _READERS[path.suffix.lower()](path)
        require_columns(table.column_names)
        return to_pandas(table.select(SCHEMA.names).cast(SCHEMA))
    except (OSError, ValueError, pa.ArrowException) as error:
        raise InputError(f"{path} cannot be read: {error}. Give a table that `quotes extract` has made.") from error


def check_target(path: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
    """The path, made absolute and free of links, if a table may be written to it; raises ``InputError`` if not."""
    _require_suffix(Path(path))
    target = Path(path).resolve()
    if not target.parent.is_dir():
        raise InputError(f"The folder {target.parent} does not exist. Make it first, or choose another output.")
    if target.exists() and not target.is_file():
        raise InputError(f"{path} exists and is not a file. Choose another output.")
    if target.exists() and not overwrite:
        raise InputError(f"{path} exists. Choose another output, or ask for it to be replaced (overwrite).")
    return target


@contextmanager
def writing(path: str | os.PathLike[str], *, overwrite: bool = False) -> Iterator[Append]:
    """A function that appends rows of ``SCHEMA`` to the file, which appears when the block ends without an error.

    Raises ``InputError`` where the path is refused, ``OutputError`` where the file cannot be written.
    """
    target = check_target(path, overwrite=overwrite)
    with _replacing(target) as handle, _WRITERS[target.suffix.lower()](handle) as append, _gathered(append) as gather:
        yield gather


@contextmanager
def writing_csv(handle: IO[bytes]) -> Iterator[Append]:
    """A function that appends rows of ``SCHEMA`` to an open binary stream as CSV."""
    with csv.CSVWriter(handle, _CSV_SCHEMA) as writer:
        yield lambda table: writer.write_table(_with_json_spans(table))


def write_failures(failures: Iterable[ArticleError], path: Path) -> None:
    """Write the failures as CSV (article_id, stage, reason) in place of what was there."""
    listed = [dict(zip(FAILURES.names, _cells(failure), strict=True)) for failure in failures]
    with _replacing(path) as handle:
        csv.write_csv(pa.Table.from_pylist(listed, FAILURES), handle)


def _cells(failure: ArticleError) -> tuple[str, str, str]:
    return storable(failure.article_id)[0], failure.stage, storable(failure.reason)[0]


def _require_suffix(path: Path) -> None:
    if path.suffix.lower() not in _WRITERS:
        raise InputError(f"{path} does not end like a table. Allowed are {' and '.join(sorted(_WRITERS))}.")


def _with_json_spans(table: pa.Table) -> pa.Table:
    spans = pa.array([json.dumps(spans) for spans in table["spans"].to_pylist()], pa.string())
    return table.set_column(_SPANS, _CSV_SCHEMA.field(_SPANS), spans)


def _read_csv(path: Path) -> pa.Table:
    # one block for the whole file: a row may be longer than any block of a fixed size
    block = min(path.stat().st_size + 1, _LARGEST_BLOCK)
    table = csv.read_csv(
        path,
        read_options=csv.ReadOptions(block_size=block),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=_CSV_SCHEMA, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
        ),
    )
    require_columns(table.column_names)
    spans = pa.array([json.loads(cell) for cell in table["spans"].to_pylist()], SPANS)
    return table.set_column(table.schema.get_field_index("spans"), SCHEMA.field(_SPANS), spans)


def _read_parquet(path: Path) -> pa.Table:
    return parquet.ParquetFile(path).read()


@contextmanager
def _writing_parquet(handle: IO[bytes]) -> Iterator[Append]:
    with parquet.ParquetWriter(handle, SCHEMA, compression="zstd") as writer:
        yield writer.write_table


_WRITERS: dict[str, Callable[[IO[bytes]], AbstractContextManager[Append]]] = {
    ".csv": writing_csv,
    ".parquet": _writing_parquet,
}
_READERS: dict[str, Callable[[Path], pa.Table]] = {".csv": _read_csv, ".parquet": _read_parquet}


@contextmanager
def _gathered(append: Append) -> Iterator[Append]:
    """Pass rows on in groups of at least ``ROW_GROUP``, the rest at the end; even a table of one row is kilobytes."""
    small: list[pa.Table] = [SCHEMA.empty_table()]
    large: list[pa.Table] = []

    def flush() -> None:
        append(pa.concat_tables([*large, *small]).combine_chunks())
        large.clear()
        small.clear()

    def gather(table: pa.Table) -> None:
        small.append(table)
        if len(small) >= _TABLES:
            large.append(pa.concat_tables(small).combine_chunks())
            small.clear()
            if sum(map(len, large)) >= ROW_GROUP:
                flush()

    yield gather
    if small or large:
        flush()


@contextmanager
def _replacing(target: Path) -> Iterator[IO[bytes]]:
    """A new file beside the target that takes its place when the block ends without an error."""
    partial = target.with_name(f".quotes-{secrets.token_hex(8)}.part")
    try:
        with partial.open("xb") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        partial.replace(target)
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {error}. See whether the disk is full or guarded.") from error
    finally:
        partial.unlink(missing_ok=True)
