"""Figures and errors for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from quotes.evaluation.figures import Figures
from quotes.evaluation.gold import GoldQuote, Person
from quotes.evaluation.matching import Matched, Row, found_by
from quotes.evaluation.names import same_name, same_title

_SHOWN = 140
"""Characters of a content that are shown."""


_THREE = "precision, recall, F1"
"""What three figures in a cell are."""


def as_text(figures: Mapping[str, Figures]) -> str:
    """A line for each figure, a column for each type."""
    names = list(next(iter(figures.values())))
    lines = [[_THREE, *figures], *([name, *(_cell(column[name]) for column in figures.values())] for name in names)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    return "\n".join(
        "  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]).rstrip() for line in lines
    )


def examples(articles: Sequence[Matched], number: int) -> list[str]:
    """The first errors of each kind, ``number`` of each: contents not found, wrong names, wrong titles."""
    kinds = (_missed, _misnamed, _mistitled)
    return [line for kind in kinds for line in islice((line for one in articles for line in kind(one)), number)]


def _cell(figure: object) -> str:
    if isinstance(figure, tuple):
        return " ".join(_cell(part) for part in figure)
    return "-" if figure is None else str(figure)


def _missed(matched: Matched) -> Iterator[str]:
    for quote, row in _found(matched):
        if row is None:
            yield f"MISSED {matched.article.id} ({quote.type}): {_shown(matched, quote)}"


def _misnamed(matched: Matched) -> Iterator[str]:
    for quote, person, row in _spoken(matched):
        if not same_name(row.speaker, person.name):
            yield f"NAME   {matched.article.id}: {row.speaker!r}, not {person.name!r}: {_shown(matched, quote)}"


def _mistitled(matched: Matched) -> Iterator[str]:
    for _, person, row in _spoken(matched):
        right = same_name(row.speaker, person.name)
        if right and person.kind == "person" and not same_title(row.title, person.titles):
            yield f"TITLE  {matched.article.id} {person.name}: {row.title!r}, none of {list(person.titles)}"


def _found(matched: Matched) -> Iterator[tuple[GoldQuote, Row | None]]:
    return (found_by(matched, index) for index in range(len(matched.article.quotes)))


def _spoken(matched: Matched) -> Iterator[tuple[GoldQuote, Person, Row]]:
    return ((quote, quote.person, row) for quote, row in _found(matched) if row and quote.person)


def _shown(matched: Matched, quote: GoldQuote) -> str:
    return repr(matched.article.text[quote.content[0].start : quote.content[-1].end][:_SHOWN])
