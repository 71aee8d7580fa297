"""CSV: commas (or semicolons, or tabs), quotation marks that are doubled within, a row of names at the top."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import Any

from quotes.articles.records import LONGEST, TEXT, Head, Record, Wanted, misread, misread_as, text, text_encoding
from quotes.wording import counted

_QUOTING = "Put cells that hold commas, marks or line breaks into quotation marks, and double the marks within"

Line = tuple[int, int, list[str] | str]
"""The numbers of a row's first and last line, and its cells, or what is wrong with it."""

_CELLS = 4  # of the longest that one line may hold


def head(place: str, encoding: str | None) -> Head:
    """The columns; raises ``ValueError`` where there is no line of names."""
    found, guessed = text_encoding(place, encoding)
    for _, _, names in _lines(place, found):
        if isinstance(names, str):
            raise ValueError(f"has a first line that is no list of columns ({names})")
        return Head([(name, TEXT) for name in names], None, found, guessed)
    raise ValueError("is empty: it has no line with the names of its columns")


def records(place: str, head: Head, wanted: Wanted) -> Iterator[Record]:
    """The rows, one by one. A row that is not well-formed is a problem of its own; reading goes on with the next line.

    Cells without anything in them are None.
    """
    cells = [head.names.index(name) for name in wanted]
    lines = _lines(place, head.encoding)
    next(lines)
    for where, row in _told_once(lines, len(head.columns)):
        if isinstance(row, str):
            yield Record((), f"is not well-formed CSV ({row}). {_QUOTING}", where)
        elif len(row) != len(head.columns):
            problem = f"has {counted(len(row), 'cell')} where the first line has {len(head.columns)}. {_QUOTING}"
            yield Record((), problem, where)
        elif any(misread(row[cell]) for cell in cells):
            yield Record((), misread_as(head.encoding), where)
        else:
            yield Record(tuple(row[cell] or None for cell in cells), "", where)


def _told_once(lines: Iterator[Line], width: int) -> Iterator[tuple[str, list[str] | str]]:
    """The rows with their places, and each broken one as one problem, with all the lines up to the next good row.

    Behind a mark at the wrong place the rest of its article's lines are taken for rows, which they are not.
    """
    broken: tuple[int, str] | None = None
    last = 0
    for first, end, row in lines:
        if broken and (isinstance(row, str) or len(row) != width):
            last = end
        elif isinstance(row, str):
            broken, last = (first, row), end
        else:
            if broken:
                yield _lines_from(broken[0], last), broken[1]
                broken = None
            yield f"line {first}", row
    if broken:
        yield _lines_from(broken[0], last), broken[1]


def _lines_from(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first} to {last}"


def _lines(place: str, encoding: str) -> Iterator[Line]:
    """Each row with its lines' numbers, or what is wrong with it; lines without anything are passed over."""
    with text(place, encoding, newline="") as stream:
        bounded = iter(partial(stream.readline, _CELLS * LONGEST), "")  # a file may be one line without an end
        first = next(bounded, "")
        reader = csv.reader(chain([first], bounded), strict=True, delimiter=_delimiter(first))
        number = 1
        while (row := _next(reader)) is not None:
            if row:
                yield number, reader.line_num, row
            number = reader.line_num + 1


def _delimiter(names: str) -> str:
    """What stands between the names of the columns: spreadsheets of many countries write semicolons for commas."""
    return next((each for each in ",;\t" if each in names), ",")


def _next(reader: Any) -> list[str] | str | None:
    try:
        with _long_cells():
            row: list[str] | None = next(reader, None)
    except csv.Error as error:
        return str(error)
    return row


@contextmanager
def _long_cells() -> Iterator[None]:
    """Cells as long as an article within the block; the module has one limit for all."""
    before = csv.field_size_limit(LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)
