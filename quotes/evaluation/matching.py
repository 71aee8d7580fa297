"""The rows of a table beside the gold attributions of one article: which row found which attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from quotes.evaluation.gold import GoldArticle, GoldQuote, Spans
from quotes.evaluation.tokens import starts
from quotes.records import Span

FOUND = 0.5
"""Least intersection over union, in tokens, of a content and the gold content that it has found."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the scorer needs of a row of the table."""

    content: Spans
    source: Spans
    cue: Spans
    type: str | None
    speaker: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Matched:
    """An article with its gold attributions and rows, their contents' tokens, and who found whom (both ways)."""

    article: GoldArticle
    rows: tuple[Row, ...]
    gold_tokens: tuple[frozenset[int], ...]
    row_tokens: tuple[frozenset[int], ...]
    gold_of: dict[int, int] = field(default_factory=dict)
    row_of: dict[int, int] = field(default_factory=dict)


def rows_by_article(table: pd.DataFrame) -> dict[str, list[Row]]:
    """The rows of each article, by its id without ``.txt``."""
    rows: dict[str, list[Row]] = {}
    for cells in table.to_dict("records"):
        article_id = str(cells["article_id"]).removesuffix(".txt")
        rows.setdefault(article_id, []).append(_row({str(name): _present(cell) for name, cell in cells.items()}))
    return rows


def match(article: GoldArticle, rows: Sequence[Row]) -> Matched:
    """Pair rows and attributions one to one, the most alike first; of equals, the earlier row, then attribution."""
    row_tokens = tuple(starts(article.text, row.content) for row in rows)
    gold_tokens = tuple(starts(article.text, quote.content) for quote in article.quotes)
    matched = Matched(article, tuple(rows), gold_tokens, row_tokens)
    likeness = [
        (-len(mine & theirs) / len(mine | theirs), row, gold)
        for row, mine in enumerate(row_tokens)
        for gold, theirs in enumerate(gold_tokens)
        if mine & theirs
    ]
    for negative, row, gold in sorted(likeness):
        if -negative >= FOUND and row not in matched.gold_of and gold not in matched.row_of:
            matched.gold_of[row], matched.row_of[gold] = gold, row
    return matched


def type_of_row(matched: Matched, row: int) -> str | None:
    """The type under which a row counts: that of the attribution it found, else its own."""
    gold = matched.gold_of.get(row)
    return matched.rows[row].type if gold is None else matched.article.quotes[gold].type


def found_by(matched: Matched, gold: int) -> tuple[GoldQuote, Row | None]:
    """An attribution and the row that found it."""
    row = matched.row_of.get(gold)
    return matched.article.quotes[gold], None if row is None else matched.rows[row]


def _row(cells: dict[str, Any]) -> Row:
    return Row(
        content=tuple(Span(*span) for span in cells["spans"]),
        source=_range(cells["source_start"], cells["source_end"]),
        cue=_range(cells["cue_start"], cells["cue_end"]),
        type=cells["type"],
        speaker=cells["speaker"],
        title=cells["title"],
    )


def _range(start: int | None, end: int | None) -> Spans:
    return () if start is None or end is None else (Span(start, end),)


def _present(cell: Any) -> Any:
    return None if cell is pd.NA else cell
