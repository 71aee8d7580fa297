"""The tokens that contents are compared by: words and single punctuation marks, quotation marks left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.records import Span

QUOTATION_MARKS = frozenset("\"“”„‟«»‘’'`")
END_PUNCTUATION = frozenset(".,;:!?")

_TOKEN = re.compile(r"\w+|[^\w\s]")


def tokens(text: str, spans: Sequence[Span]) -> list[Span]:
    """The words and marks within the spans, each cut off where its span ends; quotation marks are left out."""
    return [
        Span(start + match.start(), start + match.end())
        for start, piece in ((span.start, span.text(text)) for span in spans)
        for match in _TOKEN.finditer(piece)
        if match.group() not in QUOTATION_MARKS
    ]


def starts(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """Where the tokens begin: what contents have in common is counted in these."""
    return frozenset(token.start for token in tokens(text, spans))


def trimmed(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The tokens without end punctuation, sorted: contents with the same ones are the same."""
    return tuple(sorted(token for token in tokens(text, spans) if token.text(text) not in END_PUNCTUATION))
