"""CSV: every text stands in quotation marks and a missing value does not, which tells ``""`` from nothing.

Lists are JSON. The file does not say which type a further column had: it is read back as text.
"""

from __future__ import annotations

import csv as records
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pyarrow as pa
from pyarrow import csv

from quotes.formats.columns import flat, flat_schema, guarded
from quotes.formats.options import Append, Options
from quotes.table import SCHEMA, SPANS, require_columns

_LARGEST_BLOCK = 2**31 - 1


@contextmanager
def writing(handle: IO[bytes], options: Options) -> Iterator[Append]:
    """A function that appends rows of the schema to an open binary stream as CSV."""

    def cells(table: pa.Table) -> pa.Table:
        return guarded(flat(table)) if options.spreadsheet_safe else flat(table)

    with csv.CSVWriter(handle, cells(options.schema.empty_table()).schema) as writer:
        yield lambda table: writer.write_table(cells(table))


def read(path: Path) -> pa.Table:
    """The rows of a file that `writing` has made; columns in any order."""
    names = _header(path)
    require_columns(names)
    known = flat_schema(SCHEMA)
    types = {name: known.field(name).type if name in known.names else pa.string() for name in names}
    # one block for the whole file: a row may be longer than any block of a fixed size
    block = min(path.stat().st_size + 1, _LARGEST_BLOCK)
    table = csv.read_csv(
        path,
        read_options=csv.ReadOptions(block_size=block),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=types, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
        ),
    )
    spans = pa.array([json.loads(cell) for cell in table["spans"].to_pylist()], SPANS)
    return table.set_column(table.column_names.index("spans"), SCHEMA.field("spans"), spans)


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        try:
            return next(records.reader(lines), [])
        except records.Error as error:
            raise ValueError(str(error)) from error
