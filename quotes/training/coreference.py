"""Who is meant by whom: the coreference chains of GUM (the column MISC of its CoNLL-U files, ``Entity=``).

A mention is opened by ``(`` with its fields and closed by ``)``; the line ``# global.Entity`` names the fields. Several
may begin or end at one word: ``Entity=(3-person-new-...(4-place-...-sgl)``, later ``Entity=3)``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quotes.errors import InputError
from quotes.records import Document, Span
from quotes.training.treebanks import documents

DECLARATION = "# global.Entity = "
BRACKETS = re.compile(r"\((?P<fields>[^()]+)|(?P<closed>\d+)?(?P<close>\))")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is spoken of: the words ``first`` to ``last`` (exclusive), and its head words."""

    chain: str
    first: int
    last: int
    heads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chained:
    """A document's text, its words' spans and its mentions; ``split`` has the chains that a plural chain unites."""

    name: str
    text: str
    words: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    split: Mapping[str, frozenset[str]]


def chained(path: Path) -> Iterator[Chained]:
    """The documents of a CoNLL-U file with their chains. Raises `InputError` where the fields are not declared."""
    for words, marks in zip(documents(path), _marks(path), strict=True):
        gaps = ["", *("\n\n" if new else " " * spaced for new, spaced in _breaks(words.paragraph_starts, words.spaced))]
        text, spans = _joined(words.forms, gaps)
        yield Chained(words.name, text, spans, tuple(marks.mentions()), marks.split())


def _breaks(paragraphs: Sequence[bool], spaced: Sequence[bool]) -> Iterator[tuple[bool, bool]]:
    return zip(paragraphs[1:], spaced[1:], strict=True)


def _joined(forms: Sequence[str], gaps: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    text, spans = "", []
    for form, gap in zip(forms, gaps, strict=True):
        text += gap + form
        spans.append(Span(len(text) - len(form), len(text)))
    return text, tuple(spans)


@dataclass(slots=True)
class _Marks:
    """What the column MISC of one document says of mentions, word by word."""

    fields: Sequence[str]
    entities: list[str] = field(default_factory=list)
    united: list[str] = field(default_factory=list)

    def mentions(self) -> Iterator[Mention]:
        """The mentions, in the order in which they end."""
        opened: list[tuple[int, dict[str, str]]] = []
        for index, entity in enumerate(self.entities):
            for match in BRACKETS.finditer(entity):
                if match["fields"]:
                    opened.append((index, dict(zip(self.fields, match["fields"].split("-"), strict=False))))
                elif opened:
                    yield _closed(opened.pop(_opening(opened, match["closed"])), index + 1)

    def split(self) -> dict[str, frozenset[str]]:
        """Each chain that unites others -> those."""
        found: dict[str, set[str]] = defaultdict(set)
        for pair in (pair for united in self.united for pair in united.split(",")):
            part, _, whole = pair.partition("<")
            found[whole].add(part)
        return {whole: frozenset(parts) for whole, parts in found.items()}


def _opening(opened: Sequence[tuple[int, dict[str, str]]], chain: str | None) -> int:
    """Which of the open mentions a bracket closes: the last, or the last of the chain that it names."""
    last = len(opened) - 1
    return next((n for n in range(last, -1, -1) if chain is None or opened[n][1]["GRP"] == chain), last)


def _closed(opened: tuple[int, dict[str, str]], last: int) -> Mention:
    """``minspan`` counts the head words within the mention, from 1."""
    first, fields = opened
    heads = tuple(first + int(number) - 1 for number in fields.get("minspan", "1").split(",") if number.isdigit())
    return Mention(fields["GRP"], first, last, heads or (first,))


def _marks(path: Path) -> Iterator[_Marks]:
    marks: _Marks | None = None
    names: list[str] = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc"):
                if marks:
                    yield marks
                marks = None
            elif line.startswith(DECLARATION):
                names = line.removeprefix(DECLARATION).strip().split("-")
            elif line[0].isdigit():
                if "GRP" not in names:
                    raise InputError(f"{path} has no line {DECLARATION!r} with GRP. Take the file from UD English GUM.")
                marks = marks or _Marks(names)
                _note(marks, line.rstrip("\n").split("\t"))
    if marks:
        yield marks


def _note(marks: _Marks, fields: Sequence[str]) -> None:
    if fields[0].isdigit():
        notes = dict(note.split("=", 1) for note in fields[9].split("|") if "=" in note)
        marks.entities.append(notes.get("Entity", ""))
        if "SplitAnte" in notes:
            marks.united.append(notes["SplitAnte"])


class Chains:
    """The chains of a document as the tokens of another reading of the same text meet them."""

    def __init__(self, gold: Chained, document: Document) -> None:
        self.split = gold.split
        self._chains: dict[int, str] = {}
        at = _tokens_at(document)
        # the longest first, so that the innermost mention that turns on a word is the one that stays
        for mention in sorted(gold.mentions, key=lambda mention: mention.first - mention.last):
            for word in mention.heads:
                token = at.get(gold.words[word].end - 1)
                if token is not None:
                    self._chains[token] = mention.chain

    def at(self, token: int) -> str | None:
        """The chain of the innermost mention that turns on a token."""
        return self._chains.get(token)


def _tokens_at(document: Document) -> dict[int, int]:
    """The token that each character belongs to."""
    return {at: n for n, token in enumerate(document.tokens) for at in range(token.start, token.end)}
