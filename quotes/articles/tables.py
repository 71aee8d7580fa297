"""Tables -> their columns, and an item for each row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import ModuleType

import pyarrow as pa
from pyarrow import types

from quotes.articles import csv_table, jsonl_table, parquet_table
from quotes.articles.items import Row, TableFile, failure, written
from quotes.articles.places import FAULTS, reason
from quotes.articles.records import TEXT, Head, Record
from quotes.articles.suffixes import kind
from quotes.doubts import doubt
from quotes.errors import ArticleError, InputError

_KINDS: dict[str, ModuleType] = {".csv": csv_table, ".jsonl": jsonl_table, ".parquet": parquet_table}
_TEXTS = (types.is_string, types.is_large_string, types.is_string_view, types.is_null)
_CARRIED = (
    types.is_boolean,
    types.is_integer,
    types.is_float32,
    types.is_float64,
    types.is_decimal,
    types.is_date,
    types.is_timestamp,
)
_SEE = "See whether it is whole, and what its suffix says it is"
_NAMES = "Name the column of the texts (--text-column), or give the files themselves; further rows are not told"

TEXT_COLUMN = "text"
"""The column of the texts where nobody names one."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold the text, the id (without one: the row's number) and what is to be kept.

    ``named`` is the column of the texts where somebody has named one.
    """

    named: str | None = None
    id: str | None = None
    keep: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The column of the texts."""
        return TEXT_COLUMN if self.named is None else self.named

    @property
    def asked(self) -> list[str]:
        """What the command line calls the uses that were asked for."""
        uses = {"--text-column": self.named is not None, "--id-column": self.id is not None, "--keep": bool(self.keep)}
        return [option for option, used in uses.items() if used]

    @property
    def all(self) -> list[str]:
        """The columns that must be there; the text comes first."""
        return list(dict.fromkeys([self.text, *([self.id] if self.id else []), *self.keep]))

    def option(self, name: str) -> str:
        """What the command line calls the use of a column."""
        return "--text-column" if name == self.text else "--id-column" if name == self.id else "--keep"


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be read."""

    file: TableFile
    head: Head


class Ids:
    """The ids so far, in a few bytes each."""

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self._seen = set(map(self._digest, ids))

    def new(self, article_id: str) -> bool:
        """Whether the id is seen for the first time."""
        before = len(self._seen)
        self._seen.add(self._digest(article_id))
        return len(self._seen) > before

    @staticmethod
    def _digest(article_id: str) -> int:
        return int.from_bytes(hashlib.blake2b(article_id.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def open_table(file: TableFile, encoding: str | None) -> Table:
    """The table, as far as its columns. Raises ``ArticleError`` where it cannot be read."""
    try:
        return Table(file, _KINDS[kind(file.place)].head(file.place, encoding))
    except (*FAULTS, ValueError, pa.ArrowException) as error:
        raise failure(file.id, file.place, *_said(error)) from error


def check(table: Table, columns: Columns) -> None:
    """Raise ``InputError`` where a column is missing, is there twice, or has a type that does not fit."""
    place, names = written(table.file.place), table.head.names
    if not names:
        return  # without a row there is none to be told by
    for name in columns.all:
        if names.count(name) != 1:
            said = "has no column" if name not in names else "has more than one column"
            told = f"It has: {', '.join(map(repr, names))}. Name one of them with {columns.option(name)}."
            raise InputError(f"{place} {said} {name!r}. {told}")
    types_of = dict(table.head.columns)
    text, keep = _plain(types_of[columns.text]), [(name, types_of[name]) for name in columns.keep]
    if not any(fits(text) for fits in _TEXTS):
        raise InputError(
            f"{place} has {text}, not text, in its column {columns.text!r}. Name the column of the texts "
            "(--text-column)."
        )
    for name, found in keep:
        if not any(fits(_plain(found)) for fits in (*_TEXTS, *_CARRIED)):
            raise InputError(f"{place} has {found} in its column {name!r}, which cannot be kept. Make it text.")


def kept_fields(tables: Sequence[Table], names: Iterable[str]) -> pa.Schema:
    """The types of the columns that are kept: those of the tables, or text where they differ."""
    return pa.schema([(name, _common([dict(table.head.columns).get(name) for table in tables])) for name in names])


def rows(table: Table, columns: Columns, kept: pa.Schema, ids: Ids) -> Iterator[Row | ArticleError]:
    """An item for each row, and the error where no further row can be read.

    A row whose id was there before is told apart by its number, and has a note about it; so has the first whose text
    is the name of a file.
    """
    return _doubted(_rows(table, columns, kept, ids))


def _doubted(items: Iterable[Row | ArticleError]) -> Iterator[Row | ArticleError]:
    """The same items. One note is enough: a column with the name of one file has those of others."""
    told = False
    for item in items:
        if not told and isinstance(item, Row) and (said := doubt(item.text)):
            told, notes = True, [item.note, f"{item.place}: {said}. {_NAMES}"]
            item = replace(item, note="; ".join(filter(None, notes)))
        yield item


def _rows(table: Table, columns: Columns, kept: pa.Schema, ids: Ids) -> Iterator[Row | ArticleError]:
    wanted = dict.fromkeys(columns.all, TEXT) | {field.name: field.type for field in kept} | {columns.text: TEXT}
    file, number = table.file, 0
    try:
        for record in _KINDS[kind(file.place)].records(file.place, table.head, wanted):
            yield _item(file, number, record, columns, ids)
            number += 1
    except (*FAULTS, ValueError, pa.ArrowException) as error:
        what, advice = _said(error)
        yield failure(file.id, file.place, f"{what}; its rows from number {number} on are not in the result", advice)
        return
    if number == 0:
        yield failure(file.id, file.place, "has no rows", "Fill it, or leave it out")


def _item(file: TableFile, number: int, record: Record, columns: Columns, ids: Ids) -> Row | ArticleError:
    numbered = f"{file.id}/{number}"
    where = f"{written(file.place)}, row {number}" + (f" ({record.where})" if record.where else "")
    if record.problem:
        return ArticleError(numbered, "read", f"{where} {record.problem}.")
    values = dict(zip(columns.all, record.values, strict=True))
    named = str(values[columns.id] or "") if columns.id else ""
    article_id, note = named or numbered, ""
    if named and not ids.new(named):
        article_id = f"{named} ({numbered})"
        note = f"{where} has the id {named!r} of an earlier article; its own is {article_id!r}"
    return Row(article_id, where, str(values[columns.text] or ""), tuple(values[name] for name in columns.keep), note)


def _said(error: Exception) -> tuple[str, str]:
    """What went wrong with a table, and what to do about it."""
    if isinstance(error, FAULTS):
        return reason(error)
    return (f"cannot be read ({error})" if isinstance(error, pa.ArrowException) else str(error)), _SEE


def _plain(found: pa.DataType) -> pa.DataType:
    return found.value_type if types.is_dictionary(found) else found


def _common(found: Sequence[pa.DataType | None]) -> pa.DataType:
    kinds = {TEXT if any(fits(_plain(kind)) for fits in _TEXTS) else _plain(kind) for kind in found if kind is not None}
    return kinds.pop() if len(kinds) == 1 else TEXT
