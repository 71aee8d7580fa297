"""What a format is, and what is asked of a file that is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Literal

import pyarrow as pa

from quotes.table import SCHEMA

Append = Callable[[pa.Table], None]

ROW_GROUP = 50_000
"""Rows that are written together: enough for Parquet to compress well, some tens of megabytes of memory."""

PART_ROWS = 20 * ROW_GROUP
"""Rows of a part, where the table is a folder of parts."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a table is written.

    ``schema`` is ``SCHEMA``, with further columns behind it if there are any; ``about`` says what made the table, as
    JSON values by name, for the formats that have a place for it; with ``spreadsheet_safe`` no cell can be taken for a
    formula. Rows are written ``row_group`` at a time, whatever the pieces they come in.
    """

    schema: pa.Schema = SCHEMA
    about: Mapping[str, Any] = field(default_factory=dict)
    spreadsheet_safe: bool = False
    row_group: int = ROW_GROUP
    part_rows: int = PART_ROWS


@dataclass(frozen=True, slots=True)
class Format:
    """How files of one suffix are read and written.

    ``read`` raises ``OSError``, ``ValueError`` or an Arrow error where the file is no table. ``require`` raises
    ``SetupError`` where a library is missing that writing needs. ``formulas`` tells what a cell that begins like a
    formula is to those who open the file: text in any case (``none``), text because the cell says so (``typed``), or
    text if it is ``guarded`` by an apostrophe.
    """

    read: Callable[[Path], pa.Table]
    write: Callable[[IO[bytes], Options], AbstractContextManager[Append]]
    require: Callable[[], object] = lambda: None
    formulas: Literal["none", "typed", "guarded"] = "none"
