"""What all kinds of tables have in common: columns that are told beforehand, and rows that come one by one."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

import pyarrow as pa

from quotes.articles.decoding import sniff
from quotes.articles.places import opened, read_bytes

LONGEST = 1 << 24
"""A cell or a line with more characters than this is taken for a sign that a quotation mark is missing."""

TEXT = pa.string()

_START = 1 << 20  # bytes by which the encoding is told
_SURROGATES = ("\udc80", "\udcff")


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a table before its rows are read: columns with their types, and how many rows it has.

    ``rows`` is None where nobody can tell without reading all. ``encoding`` is that of a table which is text,
    ``guessed`` if nothing but its bytes spoke for it.
    """

    columns: Sequence[tuple[str, pa.DataType]]
    rows: int | None = None
    encoding: str = "utf-8"
    guessed: bool = False

    @property
    def names(self) -> list[str]:
        """The columns' names, in order."""
        return [name for name, _ in self.columns]


@dataclass(frozen=True, slots=True)
class Record:
    """A row: the values of the columns that were asked for, or the ``problem`` why there are none.

    ``where`` tells where in the file it stands, if that is more than its number.
    """

    values: tuple[object, ...] = ()
    problem: str = ""
    where: str = ""


Wanted = Mapping[str, pa.DataType]
"""Columns that are asked for, with the types that their values should have."""


def text_encoding(place: str, encoding: str | None) -> tuple[str, bool]:
    """The encoding of a table that is text, and whether it is a guess; raises ``ValueError`` where it is not text."""
    return sniff(read_bytes(place, _START), encoding)


@contextmanager
def text(place: str, encoding: str, newline: str) -> Iterator[TextIO]:
    """The text of a table. Bytes that are not in the encoding are left for `misread` to be seen."""
    with opened(place) as handle, io.TextIOWrapper(handle, encoding, "surrogateescape", newline) as stream:
        yield stream


def misread(line: str) -> bool:
    """Whether the text has bytes that are not in the encoding of its file."""
    return not line.isascii() and any(_SURROGATES[0] <= character <= _SURROGATES[1] for character in line)


def misread_as(encoding: str) -> str:
    """The problem of a row that is `misread`."""
    return f"has bytes that are not {encoding.removesuffix('-sig').upper()}. Name the encoding of the file (encoding)"
