"""Excel: one sheet, texts typed as texts (so that none is a formula), lists as JSON, dates as texts.

A sheet has room for 1,048,576 rows, and a cell for 32,767 characters: more rows are refused, a longer text is cut, with
a warning that names it. Characters that XML does not have are written as Excel writes them (``_x000D_``).
"""

from __future__ import annotations

import json
import re
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile

import pyarrow as pa

from quotes.errors import ArticleWarning, InputError, OutputError, SetupError
from quotes.formats.columns import fewest_digits, flat, joined, typed
from quotes.formats.options import Append, Options
from quotes.table import SCHEMA, require_columns
from quotes.wording import counted

ROWS = 1_048_575
"""The rows of a sheet behind the column names."""

COLUMNS = 16_384
DIGITS = 10**15
"""Excel keeps fifteen digits of a number; longer ones are written as texts."""

_NAMED = 5
_CUT = -2  # what XlsxWriter returns for a text that it has cut
_AT_ONCE = 5_000
_ESCAPED = re.compile("_x([0-9a-fA-F]{4})_")
_NEVER = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The time in the file: the same table is the same file whenever it is made."""


def require() -> Any:
    """The library that writes; raises ``SetupError`` where it is missing."""
    return _library("xlsxwriter")


@contextmanager
def writing(handle: IO[bytes], options: Options) -> Iterator[Append]:
    """A function that appends rows to a sheet, which goes to the open binary stream when the block ends.

    Raises ``OutputError`` where a sheet has no room for the table.
    """
    library = require()
    if len(options.schema) > COLUMNS:
        raise InputError(f"An Excel sheet has room for {COLUMNS:,} columns. Choose .parquet or .csv.")
    with tempfile.TemporaryDirectory(prefix="quotes-", ignore_cleanup_errors=True) as folder:
        book = library.Workbook(handle, {"constant_memory": True, "tmpdir": folder})
        book.use_zip64()
        book.set_properties({"created": _NEVER, "comments": json.dumps(dict(options.about), sort_keys=True)})
        sheet = _Sheet(book.add_worksheet("quotes"), options.schema)
        yield sheet.append
        sheet.finish()
        try:
            book.close()
        except library.exceptions.XlsxWriterException as error:
            raise OSError(str(error)) from error


def read(path: Path) -> pa.Table:
    """The rows of the first sheet, whose first row has the columns' names, in any order."""
    library = _library("openpyxl")
    try:
        with path.open("rb") as handle:
            return _rows(library.load_workbook(handle, read_only=True).worksheets[0].iter_rows(values_only=True))
    except (BadZipFile, EOFError, LookupError, SyntaxError) as error:  # the last is what broken XML raises
        raise ValueError(f"it is no Excel workbook ({error})") from error


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise SetupError(f".xlsx needs the library {name}: pip install {name}.") from error


@dataclass(slots=True)
class _Sheet:
    sheet: Any
    schema: pa.Schema
    row: int = 0
    cut: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sheet.freeze_panes(1, 0)
        self._write(self.schema.names)

    def append(self, table: pa.Table) -> None:
        if self.row + len(table) > ROWS:
            raise OutputError(f"The table has more rows than an Excel sheet ({ROWS:,}). Choose .parquet or .csv.")
        for start in range(0, len(table), _AT_ONCE):
            cells = fewest_digits(flat(table.slice(start, _AT_ONCE)))
            for row in zip(*(column.to_pylist() for column in cells.columns), strict=True):
                self.row += 1
                self._write(row)

    def finish(self) -> None:
        self.sheet.autofilter(0, 0, self.row, len(self.schema) - 1)
        if self.cut:
            named = ", ".join(self.cut[:_NAMED]) + (", ..." if len(self.cut) > _NAMED else "")
            message = f"{counted(len(self.cut), 'cell')} cut to Excel's 32,767 characters: {named}"
            warnings.warn(message, ArticleWarning, stacklevel=2)

    def _write(self, row: Any) -> None:
        for column, value in enumerate(row):
            if isinstance(value, bool):
                self.sheet.write_boolean(self.row, column, value)
            elif isinstance(value, int | float) and abs(value) < DIGITS:  # not true of nan
                self.sheet.write_number(self.row, column, value)
            elif value is not None and self.sheet.write_string(self.row, column, str(value)) == _CUT:
                self._note(row, column)

    def _note(self, row: Any, column: int) -> None:
        name = self.schema.names[column]
        if pa.types.is_nested(self.schema.field(column).type):
            raise OutputError(
                f"{row[0]}: {name!r} of quote {row[1]} is longer than a cell of Excel, and would be broken if it were "
                "cut. Choose .parquet or .csv."
            )
        self.cut.append(f"{row[0]} {name!r} of quote {row[1]}")


def _rows(sheet: Iterator[tuple[Any, ...]]) -> pa.Table:
    names = [str(_plain(name)) for name in next(sheet, ())]
    require_columns(names)
    filled = (row for row in sheet if any(cell is not None for cell in row))
    batches = iter(lambda: list(islice(filled, _AT_ONCE)), [])
    return joined([_table(names, batch) for batch in batches] or [SCHEMA.empty_table()])


def _table(names: list[str], rows: list[tuple[Any, ...]]) -> pa.Table:
    # a row of a workbook ends with its last cell that is not empty
    columns = zip(*(row + (None,) * (len(names) - len(row)) for row in rows), strict=True)
    return typed({name: [_cell(name, cell) for cell in column] for name, column in zip(names, columns, strict=True)})


def _cell(name: str, cell: Any) -> Any:
    value = _plain(cell)
    if name == "spans":
        return json.loads(value)
    text = name in SCHEMA.names and SCHEMA.field(name).type == pa.string()
    return str(value) if text and value is not None else value


def _plain(value: Any) -> Any:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), value) if isinstance(value, str) else value
