"""Turns of transcripts and interviews: paragraphs that begin with a speaker's label and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.records import Span

FEWEST = 2
"""An article has turns only if at least this many paragraphs begin with a label; a single "UPDATE:" is none."""

SPARSE = 5
"""Of so many paragraphs from the first label to the last one at least one has a label."""

NOTICES = frozenset(
    {
        "exclusive",
        "breaking",
        "update",
        "updated",
        "watch",
        "listen",
        "read",
        "pictured",
        "picture",
        "pictures",
        "photo",
    }
    | {"photos", "video", "revealed", "live", "opinion", "analysis", "explained", "explainer", "comment", "correction"}
    | {
        "claim",
        "the claim",
        "verdict",
        "our verdict",
        "the facts",
        "fact",
        "fact check",
        "note",
        "editor's note",
        "read more",
        "see also",
        "related",
        "file photo",
        "above",
        "below",
        "inset",
        "warning",
    }
)
"""What papers put in capitals before a headline, a caption or a link."""

_UPPER = r"[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4}"
_NAME = r"(?:[A-Z][\w.'’-]*)(?: (?:[A-Z][\w.'’-]*|de|da|del|van|von|al|bin|la)){0,4}"
_LABEL = re.compile(rf"[\"“”‘']?(?P<name>{_UPPER}|{_NAME})(?:\s?[(\[][^)\]\n]{{1,60}}[)\]])?(?P<colon>:)\s+(?=\S)")
_REMARK = re.compile(r"[\"“‘']?\s*[(\[].*[)\]]\W*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Turn:
    """A label, its colon, and what follows: the rest of the paragraph, and those before the next label."""

    label: Span
    colon: Span
    content: tuple[Span, ...]


def turns(text: str, breaks: Sequence[Span]) -> list[Turn]:
    """The turns of an article, in order; ``breaks`` are its paragraphs.

    They stand close together: two labels in capitals (captions have them as well), or more that are like names if one
    of them comes again.
    """
    labels = {n: match for n, paragraph in enumerate(breaks) if (match := _label(text, paragraph))}
    chosen = _believed({n: match["name"] for n, match in labels.items()})
    return [
        Turn(
            label=Span(*labels[first].span("name")),
            colon=Span(*labels[first].span("colon")),
            content=tuple(_contents(text, breaks, first, last, labels[first].end())),
        )
        for first, last in zip(chosen, [*chosen[1:], None], strict=False)
    ]


def _label(text: str, paragraph: Span) -> re.Match[str] | None:
    return _LABEL.match(text, paragraph.start, paragraph.end)


def _believed(names: dict[int, str]) -> list[int]:
    """The paragraphs whose labels are speakers'."""
    labels = {n: name for n, name in names.items() if name.casefold().replace("’", "'") not in NOTICES}
    upper = [n for n, name in labels.items() if name.isupper()]
    if len(upper) >= FEWEST and _are_close(upper):
        return upper
    counts = Counter(labels.values())
    named = len(labels) > FEWEST and max(counts.values()) >= FEWEST
    return list(labels) if named and _are_close(list(labels)) else []


def _are_close(labelled: Sequence[int]) -> bool:
    return labelled[-1] - labelled[0] < SPARSE * len(labelled)


def _contents(text: str, breaks: Sequence[Span], first: int, last: int | None, start: int) -> Iterator[Span]:
    """The rest of the labelled paragraph; then those up to the next label, without remarks in brackets.

    What follows the last label may be the reporter again.
    """
    yield Span(start, breaks[first].end)
    for paragraph in breaks[first + 1 : last] if last is not None else ():
        if not _REMARK.fullmatch(text, paragraph.start, paragraph.end):
            yield paragraph
