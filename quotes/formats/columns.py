"""Columns of any type <-> the few types that text formats have."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from quotes.errors import InputError
from quotes.table import SCHEMA

_FORMULA = r"[=+\-@\t\r\n\x00＝＋－＠]"
_PLAIN = {pa.string(), pa.bool_(), pa.float32(), pa.float64()}


def flat(table: pa.Table, nested: bool = False) -> pa.Table:
    """The table with text in place of what is neither text, number nor truth value; lists and structs become JSON.

    With ``nested`` lists and structs stay as they are. Raises ``InputError`` for a column that no text stands for.
    """
    fields, columns = [], []
    for field, column in zip(table.schema, table.columns, strict=True):
        kept = nested and pa.types.is_nested(field.type)
        columns.append(column if kept else _flat(field.name, column))
        fields.append(field.with_type(columns[-1].type))
    return pa.table(columns, schema=pa.schema(fields))


def flat_schema(schema: pa.Schema) -> pa.Schema:
    """The schema that ``flat`` gives a table of ``schema``."""
    return pa.schema([field.with_type(_flat_type(field.type)) for field in schema])


def fewest_digits(table: pa.Table) -> pa.Table:
    """The table with float64 for float32, each value the one with the fewest digits: 0.9 and not 0.8999999761581421."""
    for number, field in enumerate(table.schema):
        if field.type == pa.float32():
            told = table.column(number).cast(pa.string()).cast(pa.float64())
            table = table.set_column(number, field.with_type(pa.float64()), told)
    return table


def typed(columns: Mapping[str, Sequence[Any]]) -> pa.Table:
    """Lists of Python values as columns: those of ``SCHEMA`` in its types, others as their values are."""
    return pa.table({name: _typed(name, values) for name, values in columns.items()})


def joined(tables: Sequence[pa.Table]) -> pa.Table:
    """The tables one behind the other; a column that is text in one of them, or has no value at all, is text in all."""
    text = {field.name for table in tables for field in table.schema if field.type == pa.string()}
    alike = [_with_text(table, text.intersection(table.column_names)) for table in tables]
    whole = pa.concat_tables(alike, promote_options="permissive")
    return _with_text(whole, {field.name for field in whole.schema if pa.types.is_null(field.type)})


def guarded(table: pa.Table) -> pa.Table:
    """The table with an apostrophe before every text, and every column's name, that begins like a formula."""
    return _replaced(table, f"^('*{_FORMULA})", r"'\1")


def unguarded(table: pa.Table) -> pa.Table:
    """What ``guarded`` was given."""
    return _replaced(table, f"^'('*{_FORMULA})", r"\1")


def _flat_type(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_dictionary(kind):
        return _flat_type(kind.value_type)
    return kind if kind in _PLAIN or pa.types.is_integer(kind) else pa.string()


def _flat(name: str, column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_nested(column.type):
        cells = (None if cell is None else _json(cell) for cell in column.to_pylist())
        return pa.chunked_array([pa.array(cells, pa.string())])
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    try:
        return column.cast(_flat_type(column.type))
    except pa.ArrowException as error:
        raise InputError(
            f"The column {name!r} ({column.type}) cannot be written as text ({error}). "
            "Choose .parquet, or leave it out."
        ) from error


def _json(cell: Any) -> str:
    return json.dumps(cell, ensure_ascii=False, default=str)


def _typed(name: str, values: Sequence[Any]) -> pa.Array:
    if name in SCHEMA.names:
        return pa.array(values, SCHEMA.field(name).type)
    try:
        return pa.array(values)
    except pa.ArrowException:  # numbers among texts, say
        return pa.array([None if value is None else str(value) for value in values], pa.string())


def _with_text(table: pa.Table, names: set[str]) -> pa.Table:
    for name in names:
        number = table.column_names.index(name)
        table = table.set_column(number, name, table.column(number).cast(pa.string()))
    return table


def _replaced(table: pa.Table, pattern: str, by: str) -> pa.Table:
    def replaced(texts: Any) -> Any:
        return pc.replace_substring_regex(texts, pattern, by)

    columns = [replaced(column) if column.type == pa.string() else column for column in table.columns]
    names = replaced(pa.array(table.column_names, pa.string())).to_pylist()
    fields = [field.with_name(name) for field, name in zip(table.schema, names, strict=True)]
    return pa.table(columns, schema=pa.schema(fields))
