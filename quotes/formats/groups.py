"""Pieces of any size -> groups of one size, so that a file is the same however its rows came."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pyarrow as pa

from quotes.formats.options import Append, Options

_PIECES = 256
"""Pieces that wait before they are made one: even a table of one row takes kilobytes."""


@contextmanager
def grouped(append: Append, options: Options) -> Iterator[Append]:
    """A function that passes rows on, ``row_group`` at a time and at the end the rest."""
    groups = _Groups(append, options)
    yield groups.add
    groups.finish()


class _Groups:
    def __init__(self, append: Append, options: Options) -> None:
        self._append = append
        self._size = options.row_group
        self._schema = options.schema
        self._small: list[pa.Table] = []
        self._large: list[pa.Table] = []
        self._rows = 0

    def add(self, table: pa.Table) -> None:
        if not table.schema.equals(self._schema):
            table = table.select(self._schema.names).cast(self._schema)
        self._small.append(table)
        self._rows += len(table)
        if self._rows >= self._size:
            self._pass_on()
        elif len(self._small) >= _PIECES:
            self._large.append(pa.concat_tables(self._small).combine_chunks())
            self._small.clear()

    def finish(self) -> None:
        if self._rows:
            self._append(self._whole().combine_chunks())

    def _pass_on(self) -> None:
        whole, size = self._whole(), self._size
        full = self._rows - self._rows % size
        for start in range(0, full, size):
            self._append(whole.slice(start, size).combine_chunks())
        self._rows -= full
        self._large, self._small = [], [whole.slice(full).combine_chunks()] if self._rows else []

    def _whole(self) -> pa.Table:
        return pa.concat_tables([*self._large, *self._small])
