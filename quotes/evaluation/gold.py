"""Gold annotations: articles (``*.txt``), each with ``*.gold.json`` and, where offsets are known, ``*.spans.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.errors import GoldError
from quotes.records import QuoteType, Span

Spans = tuple[Span, ...]

BACKWARD = 1500
"""Characters before the last content's start at which the search for the next one begins: contents may overlap."""

_MARK = re.compile('["“”]')
_OPENED = re.compile('["“]')
_CLOSED = re.compile('["”]$')


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker as annotated: fullest name, kind (``person``, ``organization``, ...), and every title given."""

    name: str
    kind: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """An annotated attribution; ``person`` is None where the annotators left the speaker open."""

    content: Spans
    source: Spans
    cue: Spans
    type: QuoteType
    person: Person | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article's id (path below the folder, without suffix), text, and attributions."""

    id: str
    text: str
    quotes: tuple[GoldQuote, ...]


def load(folder: Path) -> Iterator[GoldArticle]:
    """The annotated articles below the folder, sorted. Raises ``GoldError`` where there is none or one is malformed."""
    paths = [path for path in sorted(folder.rglob("*.txt")) if path.with_suffix(".gold.json").exists()]
    paths = [path for path in paths if not path.name.endswith(".attr.txt")]  # lists of spans, not articles
    if not paths:
        raise GoldError(f"{folder} has no *.txt with *.gold.json beside it. Give the folder with the annotations.")
    for path in paths:
        try:
            yield _article(path, folder)
        except KeyError as error:
            raise GoldError(f"The annotations of {path} lack {error}: a field, or a person's id. Add it.") from error
        except (TypeError, ValueError) as error:
            raise GoldError(f"The annotations of {path} are malformed: {error}. Correct them.") from error


def type_of(text: str, content: Sequence[Span]) -> QuoteType:
    """The type of a content by the double quotation marks in and around its pieces."""
    pieces = [span.text(text).strip() for span in content]
    if not any(_MARK.search(piece) for piece in pieces):
        return "indirect"
    marked = all(_OPENED.match(piece) or _CLOSED.search(piece) for piece in pieces)
    return "direct" if marked and not any(_MARK.search(piece[1:-1]) for piece in pieces) else "mixed"


def _article(path: Path, folder: Path) -> GoldArticle:
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    gold = _json(path.with_suffix(".gold.json"))
    people = {entry["id"]: Person(entry["name"], entry["kind"], tuple(entry["titles"])) for entry in gold["people"]}
    spans = path.with_suffix(".spans.json")
    quotes = _placed(_json(spans), gold, people, text) if spans.exists() else _searched(gold, people, text)
    article_id = path.relative_to(folder).as_posix().removesuffix(".txt")
    return GoldArticle(article_id, text, tuple(quotes))


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _placed(placed: Any, gold: Any, people: Mapping[str, Person], text: str) -> Iterator[GoldQuote]:
    """The attributions whose spans the corpus gives; the annotators added who speaks."""
    speakers = {entry["id"]: people[entry["person"]] for entry in gold["attributions"]}
    for entry in placed:
        content, source, cue = (
            tuple(Span(start, end) for start, end in entry[part]) for part in ("content", "source", "cue")
        )
        if content:
            yield GoldQuote(content, source, cue, type_of(text, content), speakers.get(entry["id"]))


def _searched(gold: Any, people: Mapping[str, Person], text: str) -> Iterator[GoldQuote]:
    """The attributions that are given as strings in the order of the article, found in its text."""
    last = 0
    for entry in gold["attributions"]:
        content = _find_pieces(text, entry["content"], max(0, last - BACKWARD))
        if not content:
            raise ValueError(f"the content of {entry['id']} is not in the text, or not behind the one before")
        last = max(last, content[0].start)
        source, cue = (_nearest(text, entry[part], content) for part in ("source", "cue"))
        yield GoldQuote(content, source, cue, entry["type"], people[entry["person"]])


def _find_pieces(text: str, pieces: Sequence[str], start: int) -> Spans:
    """The pieces one after the other; from the first that is not found, none."""
    found: list[Span] = []
    for piece in pieces:
        start = text.find(piece, start)
        if start < 0:
            break
        found.append(Span(start, start + len(piece)))
        start += len(piece)
    return tuple(found)


def _nearest(text: str, words: str, content: Spans) -> Spans:
    """Where the words stand, as whole words, nearest to an edge of the content; the first of two that are as near."""
    if not words:
        return ()
    edges = [edge for span in content for edge in (span.start, span.end)]
    starts = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not starts:
        return ()
    start = min(starts, key=lambda start: min(abs(start - edge) for edge in edges))
    return (Span(start, start + len(words)),)
