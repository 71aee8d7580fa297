"""The table of quotes: its schema, once, and finished quotes -> rows and frames."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

from quotes.errors import InputError
from quotes.records import Article, Quote, Span

SPANS = pa.list_(pa.list_(pa.int32()))
"""The type of the column ``spans``: the pieces of the content as [start, end]."""

SCHEMA = pa.schema(
    [
        pa.field("article_id", pa.string(), nullable=False),
        pa.field("quote_id", pa.int32(), nullable=False),
        pa.field("type", pa.string(), nullable=False),
        pa.field("quote", pa.string(), nullable=False),
        pa.field("spans", SPANS, nullable=False),
        pa.field("speaker", pa.string()),
        pa.field("title", pa.string()),
        pa.field("affiliation", pa.string()),
        pa.field("speaker_kind", pa.string()),
        pa.field("source", pa.string()),
        pa.field("source_start", pa.int32()),
        pa.field("source_end", pa.int32()),
        pa.field("cue", pa.string()),
        pa.field("cue_start", pa.int32()),
        pa.field("cue_end", pa.int32()),
        pa.field("rule", pa.string(), nullable=False),
        pa.field("confidence", pa.float32(), nullable=False),
    ]
)
"""The columns of the table, in order, with their Arrow types."""

# dtypes that keep every value and tell missing ones apart
_DTYPES = {
    pa.string(): pd.StringDtype("pyarrow"),
    pa.large_string(): pd.StringDtype("pyarrow"),
    pa.bool_(): pd.BooleanDtype(),
    pa.int32(): pd.Int32Dtype(),
    pa.int64(): pd.Int64Dtype(),
}
NOTHING = pa.schema([])
"""No further columns."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


def storable(text: str) -> tuple[str, int]:
    """The text with each lone surrogate replaced by U+FFFD, and how many there were.

    No file and no tokenizer takes half a surrogate pair. One character stands for one, so offsets stay as they are.
    """
    return (text, 0) if text.isascii() else _SURROGATE.subn(_REPLACEMENT, text)


def extended(kept: pa.Schema) -> pa.Schema:
    """``SCHEMA`` with further columns behind it; raises ``InputError`` where one has the name of another."""
    taken = [name for name in kept.names if name in SCHEMA.names]
    if taken:
        raise InputError(f"The table has a column {taken[0]!r} of its own. Rename yours, or do not keep it.")
    return pa.schema([*SCHEMA, *kept])


def rows(results: Iterable[tuple[Article, Sequence[Quote]]], kept: pa.Schema = NOTHING) -> pa.Table:
    """One row of ``SCHEMA`` for each quote, in the order given; lone surrogates become U+FFFD.

    ``kept`` has the fields of ``Article.kept``, which stand behind; they are null where an article has none.
    """
    listed = [_row(article, quote) | _kept(article, kept) for article, quotes in results for quote in quotes]
    return pa.Table.from_pylist(listed, extended(kept))


def frame(results: Iterable[tuple[Article, Sequence[Quote]]]) -> pd.DataFrame:
    """One row for each quote, in the order given, with the dtypes of ``META``; missing values are ``pd.NA``."""
    return to_pandas(rows(results))


def to_pandas(table: pa.Table) -> pd.DataFrame:
    """The rows as a frame with the dtypes of ``META``; further columns have dtypes that keep their values."""
    loaded: pd.DataFrame = table.to_pandas(types_mapper=_dtype, ignore_metadata=True)
    return loaded.astype({"quote_id": "int32"})  # never missing


def from_pandas(frame: pd.DataFrame) -> pa.Table:
    """The frame's columns as rows of ``SCHEMA``, without its index; further columns stand behind those of ``SCHEMA``.

    Raises ``InputError`` where columns are missing or their types are not those of ``SCHEMA``.
    """
    frame = frame.rename(columns=str)
    require_columns(frame.columns)
    try:
        further = pa.Schema.from_pandas(frame.drop(columns=SCHEMA.names), preserve_index=False)
        table = pa.Table.from_pandas(frame, pa.schema([*SCHEMA, *further]), preserve_index=False)
    except (ValueError, pa.ArrowException) as error:
        raise InputError(
            f"The frame is no table of quotes: {error}. Compare its dtypes with quotes.META; quotes.read gives a table "
            "back from its file as it was."
        ) from error
    return table.replace_schema_metadata(None)  # pandas' own metadata would ask every reader for the same dtypes


def in_order(table: pa.Table) -> pa.Table:
    """The columns of ``SCHEMA`` in its order and types, and the table's further columns behind them."""
    further = [field for field in table.schema if field.name not in SCHEMA.names]
    schema = pa.schema([*SCHEMA, *further])
    return table.select(schema.names).cast(schema)


def require_columns(columns: Iterable[str]) -> None:
    """Raise ``InputError`` where columns of ``SCHEMA`` are missing, or a column is there twice."""
    found = Counter(map(str, columns))
    missing = [name for name in SCHEMA.names if name not in found]
    twice = [name for name, count in found.items() if count > 1]
    said = [f"{what}: {', '.join(names)}" for what, names in (("missing", missing), ("twice", twice)) if names]
    if said:
        raise InputError(f"The columns are not those of a table of quotes ({'; '.join(said)}). See quotes.SCHEMA.")


def _dtype(kind: pa.DataType) -> Any:
    """The dtype for an Arrow type; none where pandas' own choice is right."""
    own = pa.types.is_floating(kind) or pa.types.is_timestamp(kind) or pa.types.is_dictionary(kind)
    return _DTYPES.get(kind) or (None if own else pd.ArrowDtype(kind))


def _row(article: Article, quote: Quote) -> dict[str, Any]:
    text, attribution, speaker = article.text, quote.attribution, quote.speaker
    cells = {
        "article_id": article.id,
        "quote_id": quote.id,
        "type": attribution.type,
        "quote": " ".join(span.text(text) for span in attribution.content),
        "spans": [[span.start, span.end] for span in attribution.content],
        "speaker": speaker.name,
        "title": speaker.title,
        "affiliation": speaker.affiliation,
        "speaker_kind": speaker.kind,
        **_mention("source", attribution.source, text),
        **_mention("cue", attribution.cue, text),
        "rule": attribution.rule,
        "confidence": attribution.confidence,
    }
    return _storable(cells)


def _kept(article: Article, kept: pa.Schema) -> dict[str, Any]:
    return _storable(dict(zip(kept.names, article.kept, strict=True))) if article.kept else {}


def _storable(cells: dict[str, Any]) -> dict[str, Any]:
    return {name: storable(cell)[0] if isinstance(cell, str) else cell for name, cell in cells.items()}


def _mention(name: str, span: Span | None, text: str) -> dict[str, Any]:
    if span is None:
        return {name: None, f"{name}_start": None, f"{name}_end": None}
    return {name: span.text(text), f"{name}_start": span.start, f"{name}_end": span.end}


META = to_pandas(SCHEMA.empty_table())
"""The empty frame: the columns and dtypes of every frame of quotes."""
