"""Parsed documents written by hand, so that a test needs no model.

A sentence is a string of words, each ``form/UPOS/head/relation`` or ``form/UPOS/head/relation/lemma``::

    document("[person Ann/PROPN/said/nsubj Hill/PROPN/Ann/flat ] said/VERB/0/root so/ADV/said/advmod .")

- *head* is ``0`` for the root, the number of a word in the sentence (from 1), or the form of one: of several words
  with that form the nearest counts.
- A bare punctuation mark hangs on the root: ``,`` is ``,/PUNCT/root/punct``.
- The lemma is the lower-cased form, of a proper noun the form itself, if it is not given.
- ``[person``, ``[organization``, ``[place`` and ``[other`` open a named entity, ``]`` closes it.
- A space stands before each word, but not before closing marks and clitics (``'s``, ``n't``), nor after opening marks,
  nor where the form begins with ``_`` (which is dropped: ``vice/... _-/... _president/...``). ``"`` opens and closes by
  turns within a sentence.
- A sentence that begins with ``¶`` begins a new paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from quotes.records import ROOT, Attribution, Document, Entity, EntityKind, QuoteType, Sentence, Span, Token

CLOSING = frozenset(".,;:?!)]}”’»%") | {"'s", "’s", "'", "n't", "n’t", "..."}
OPENING = frozenset("([{“‘«$@#")
KINDS = frozenset({"person", "organization", "place", "other"})


@dataclass
class _Word:
    form: str
    upos: str
    head: str
    deprel: str
    lemma: str
    glued: bool


@dataclass
class _Builder:
    text: str = ""
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def sentence(self, line: str) -> None:
        paragraph = line.lstrip().startswith("¶")
        words, entities = _words(line.replace("¶", " "))
        self._separate(paragraph)
        base = len(self.tokens)
        heads = [_head(words, index) for index in range(len(words))]
        for index, (word, head) in enumerate(zip(words, heads, strict=True)):
            self._append(word, ROOT if head == ROOT else base + head, first=index == 0)
        self.sentences.append(Sentence(base, len(self.tokens)))
        self.entities.extend(Entity(base + first, base + last, kind) for first, last, kind in entities)

    def _separate(self, paragraph: bool) -> None:
        if self.text:
            self.text += "\n\n" if paragraph else " "

    def _append(self, word: _Word, head: int, first: bool) -> None:
        if not first and not word.glued:
            self.text += " "
        start = len(self.text)
        self.text += word.form
        self.tokens.append(Token(start, len(self.text), word.form, word.lemma, word.upos, head, word.deprel))


def _words(line: str) -> tuple[list[_Word], list[tuple[int, int, EntityKind]]]:
    words: list[_Word] = []
    entities: list[tuple[int, int, EntityKind]] = []
    opened: tuple[int, EntityKind] | None = None
    tight, inside = False, False
    for item in line.split():
        if item.startswith("[") and item[1:] in KINDS:
            opened = (len(words), cast(EntityKind, item[1:]))
        elif item == "]" and opened:
            entities.append((opened[0], len(words), opened[1]))
            opened = None
        else:
            word = _word(item, tight, inside)
            words.append(word)
            inside ^= word.form == '"'
            tight = word.form in OPENING or (word.form == '"' and inside)
    return words, sorted(entities)


def _word(item: str, tight: bool, inside: bool) -> _Word:
    form, upos, head, deprel, *lemma = item.split("/") if "/" in item.strip("/") else (item, "PUNCT", "root", "punct")
    glued = tight or form.startswith("_") or form in CLOSING or (form == '"' and inside)
    form = form[1:] if form.startswith("_") else form
    default = form if upos == "PROPN" else form.lower()
    return _Word(form, upos, head, deprel, lemma[0] if lemma else default, glued)


def _head(words: list[_Word], index: int) -> int:
    name = words[index].head
    if name == "0":
        return ROOT
    if name == "root":
        return next((at for at, word in enumerate(words) if word.head == "0"), ROOT)
    if name.isdigit():
        return int(name) - 1
    found = [at for at, word in enumerate(words) if word.form == name and at != index]
    if not found:
        raise ValueError(f"{words[index].form!r} has the head {name!r}, which is no word of its sentence")
    return min(found, key=lambda at: abs(at - index))


def document(*sentences: str) -> Document:
    """The document that the sentences describe."""
    builder = _Builder()
    for line in sentences:
        builder.sentence(line)
    return Document(builder.text, tuple(builder.tokens), tuple(builder.sentences), tuple(builder.entities))


def span(parsed: Document, text: str, nth: int = 0) -> Span:
    """Where a stretch of text stands for the ``nth`` time (from 0)."""
    start = -1
    for _ in range(nth + 1):
        start = parsed.text.index(text, start + 1)
    return Span(start, start + len(text))


def attribution(
    parsed: Document,
    source: str | None,
    content: str,
    cue: str | None = None,
    *,
    nth: int = 0,
    type: QuoteType = "indirect",
    rule: str = "clause",
) -> Attribution:
    """An attribution in words: the source is the ``nth`` such stretch (from 0), the cue the one nearest to it."""
    found = None if source is None else span(parsed, source, nth)
    at = found.start if found else 0
    starts = [] if cue is None else [n for n in range(len(parsed.text)) if parsed.text.startswith(cue, n)]
    nearest = min(starts, key=lambda n: abs(n - at), default=None)
    cue_span = None if cue is None or nearest is None else Span(nearest, nearest + len(cue))
    return Attribution((span(parsed, content),), type, cue_span, found, rule, 1.0)
