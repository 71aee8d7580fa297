"""A folder of Parquet files, one behind the other in the order of their names, for tables too large for one file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import pyarrow as pa

from quotes.formats import parquet
from quotes.formats.options import Append, Options

_NAME = re.compile(r"quotes-\d{5,}\.parquet")


@contextmanager
def writing(folder: Path, options: Options) -> Iterator[Append]:
    """A function that appends rows to the last file in the folder, or to a new one after ``part_rows``."""
    with ExitStack() as last:
        parts = _Parts(folder, options, last)
        yield parts.append
        if not parts.number:
            parts.begin()  # a folder without a file would have no schema


class _Parts:
    def __init__(self, folder: Path, options: Options, last: ExitStack) -> None:
        self.number = 0
        self._folder = folder
        self._options = options
        self._last = last
        self._rows = options.part_rows  # the first rows begin a part

    def append(self, table: pa.Table) -> None:
        if self._rows >= self._options.part_rows:
            self.begin()
        self._append(table)
        self._rows += len(table)

    def begin(self) -> None:
        self._last.close()
        handle = self._last.enter_context((self._folder / f"quotes-{self.number:05}.parquet").open("xb"))
        self._last.callback(_on_disk, handle)
        self._append = self._last.enter_context(parquet.writing(handle, self._options))
        self.number, self._rows = self.number + 1, 0


def _on_disk(handle: IO[bytes]) -> None:
    handle.flush()
    os.fsync(handle.fileno())


def read(folder: Path) -> pa.Table:
    """The rows of all Parquet files in the folder, whoever made them."""
    paths = sorted(folder.glob("*.parquet"))
    if not paths:
        raise ValueError("it has no Parquet files")
    return pa.concat_tables([parquet.read(path) for path in paths], promote_options="default")


def own_parts(folder: Path) -> list[Path]:
    """The files that `writing` has made in the folder."""
    return [path for path in sorted(folder.iterdir()) if _NAME.fullmatch(path.name) and parquet.is_ours(path)]
