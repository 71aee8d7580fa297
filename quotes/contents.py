"""Quoted spans from the marks and paragraphs alone: no parse, no model.

Whether a quotation is an utterance, a title or a single borrowed word is decided later, by those who see the sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from quotes.marks import Mark, is_doubled, scan
from quotes.pairing import Pairing, pair
from quotes.paragraphs import paragraphs
from quotes.records import Quotation, Span

MAX_NESTING = 8
"""Levels of ``Quotation.inner`` that are kept; what is nested deeper is left out."""

_INTRODUCES = frozenset(",:;.!?—–-([")
_ENDS_SPEECH = frozenset(".,!?")
_BULLETS = frozenset("»›")
_UNSPACED_FAMILIES = frozenset({"corner", "white corner"})


@dataclass(frozen=True, slots=True)
class MarkPositions:
    """The positions, in code points, of all characters that are opening and closing marks of quotations."""

    opening: frozenset[int]
    closing: frozenset[int]


@dataclass(slots=True)
class _Run:
    """A quotation in the making that may go on in the next paragraph: first mark, pieces, what is nested in them."""

    mark: Mark
    pieces: list[Span] = field(default_factory=list)
    inner: list[Quotation] = field(default_factory=list)

    def finish(self, closed: bool) -> Quotation:
        return Quotation(tuple(self.pieces), tuple(self.inner), closed)


@dataclass(frozen=True, slots=True)
class _Usage:
    """Whether the article uses single marks for quotations at all, and whether rather than double ones."""

    single: bool
    mainly_single: bool


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    marks: Sequence[Mark]

    @property
    def opener(self) -> Mark | None:
        """The opening mark that the paragraph begins with, if it does."""
        first = self.marks[0] if self.marks else None
        return first if first and first.opens and first.start == self.span.start else None


def quotations(text: str, breaks: Sequence[Span] | None = None) -> tuple[Quotation, ...]:
    """The outermost quotations of the text in order, with those nested in them in ``inner``.

    ``breaks`` are the paragraphs, in order and apart (by default those of ``paragraphs(text)``); marks outside them
    are passed over. A quotation ends with its paragraph unless the next paragraph begins with the same opening mark
    while it is still open: then it has one piece for each paragraph. An opening mark that is never closed makes a
    quotation up to the paragraph's end, ``closed=False``, if it stands like one and at least three words follow; any
    other mark without a partner is dropped. Never raises; linear in the length of the text, but for sorting the marks.
    """
    marks = list(scan(text))
    usage = _usage(text, marks)
    parts = _split(marks, paragraphs(text) if breaks is None else breaks)
    found: list[Quotation] = []
    run: _Run | None = None
    for part, following in zip_longest(parts, parts[1:]):
        pairing = pair(text, part.marks, usage.single)
        tail = _tail(text, part, pairing, following, usage)
        run = _add_paragraph(text, found, run, part, pairing, tail)
    if run is not None:
        found.append(run.finish(closed=False))
    return tuple(found)


def mark_positions(text: str, found: Iterable[Quotation]) -> MarkPositions:
    """Where the marks of the quotations and of all nested ones stand; a mark of two characters ('' or ``) counts twice.

    No sentence ends between an opening mark and the word after it, nor between a word and the closing mark after it.
    """
    opening: set[int] = set()
    closing: set[int] = set()
    waiting = list(found)
    while waiting:
        quotation = waiting.pop()
        waiting.extend(quotation.inner)
        for piece in quotation.pieces:
            opening.update(range(piece.start, piece.start + _width(text[piece.start : piece.start + 2])))
        if quotation.closed:
            end = quotation.pieces[-1].end
            closing.update(range(end - _width(text[end - 2 : end]), end))
    return MarkPositions(frozenset(opening), frozenset(closing))


def _width(characters: str) -> int:
    return 2 if is_doubled(characters) else 1


def _usage(text: str, marks: Sequence[Mark]) -> _Usage:
    singles = sum(mark.family == "single" and mark.leans_open and mark.opens and not mark.elided for mark in marks)
    doubles = sum(mark.family == "double" and mark.leans_open for mark in marks)
    ends = any(mark.family == "single" and mark.closes and text[mark.start - 1] in _ENDS_SPEECH for mark in marks)
    return _Usage(singles > 0 and ends, ends and singles > doubles)


def _split(marks: Sequence[Mark], breaks: Sequence[Span]) -> list[_Paragraph]:
    starts = [mark.start for mark in marks]
    return [_Paragraph(span, marks[bisect_left(starts, span.start) : bisect_left(starts, span.end)]) for span in breaks]


def _tail(text: str, part: _Paragraph, pairing: Pairing, following: _Paragraph | None, usage: _Usage) -> Mark | None:
    """The mark that opens a quotation which lasts to the paragraph's end, if one of the unclosed marks does.

    Where quotations with the same mark come after it, its closing mark was forgotten somewhere before them, so that it
    is a stray; unless the next paragraph re-opens it and this one does not end with a closing mark.
    """
    reopened = following.opener if following else None
    ends_closed = bool(part.marks) and part.marks[-1].closes and part.span.end - part.marks[-1].end <= 1
    last = {text[opener.start]: opener.start for opener, _ in sorted(pairing.pairs, key=_start)}
    room = _before_last_words(text, part.span) if pairing.unclosed else part.span
    for mark in pairing.unclosed:
        if text[mark.start] in _BULLETS:
            continue
        goes_on = reopened is not None and text[reopened.start] == text[mark.start]
        stray = last.get(text[mark.start], -1) > mark.start and (ends_closed or not goes_on)
        certain = goes_on and mark is part.opener
        if not stray and (certain or _stands_open(text, mark, room, usage)):
            return mark
    return None


def _start(marks: tuple[Mark, Mark]) -> int:
    return marks[0].start


def _before_last_words(text: str, paragraph: Span) -> Span:
    """The paragraph without its last two words: where a mark has three words after it."""
    words = paragraph.text(text).rsplit(None, 2)
    return Span(paragraph.start, paragraph.start + len(words[0]) if len(words) > 2 else paragraph.start)


def _stands_open(text: str, mark: Mark, room: Span, usage: _Usage) -> bool:
    """Whether the mark alone is enough to believe in a quotation to the paragraph's end; ``room`` may hold it."""
    if mark.family in _UNSPACED_FAMILIES:
        return True
    if not mark.leans_open or mark.elided:
        return False
    if mark.family == "single":
        before = text[max(room.start, mark.start - 2) : mark.start].rstrip()
        if not usage.mainly_single or (before and before[-1] not in _INTRODUCES):
            return False
    return mark.end < room.end


def _add_paragraph(
    text: str, found: list[Quotation], run: _Run | None, part: _Paragraph, pairing: Pairing, tail: Mark | None
) -> _Run | None:
    """Add the paragraph's quotations to ``found``, with them the one left open before; returns the one still open."""
    outer = _nest(pairing.pairs, tail)
    if run is not None:
        goes_on = part.opener is not None and text[part.opener.start] == text[run.mark.start]
        if goes_on and outer and outer[0].span.start == part.span.start:
            piece = outer.pop(0)
            run.pieces.extend(piece.pieces)
            run.inner.extend(piece.inner)
            found.append(run.finish(closed=True))
            run = None
        elif not goes_on or tail is not part.opener:
            found.append(run.finish(closed=False))
            run = None
    if tail is None:
        found.extend(outer)
        return None
    found.extend(quotation for quotation in outer if quotation.span.start < tail.start)
    run = run or _Run(tail)
    run.pieces.append(Span(tail.start, part.span.end))
    run.inner.extend(quotation for quotation in outer if quotation.span.start > tail.start)
    return run


def _nest(pairs: Sequence[tuple[Mark, Mark]], tail: Mark | None) -> list[Quotation]:
    """The outermost of the pairs, which come in the order of their closing marks, as quotations in text order."""
    kept = _shallow(pairs, tail)
    done: list[Quotation] = []
    for opener, closer in pairs:
        if opener.start not in kept:
            continue
        first = len(done)
        while first and done[first - 1].span.start > opener.start:
            first -= 1
        inner = tuple(done[first:])
        del done[first:]
        done.append(Quotation((Span(opener.start, closer.end),), inner))
    return done


def _shallow(pairs: Sequence[tuple[Mark, Mark]], tail: Mark | None) -> frozenset[int]:
    """Where those pairs begin that are nested no deeper than ``MAX_NESTING``."""
    kept: set[int] = set()
    ends: list[int] = []
    for opener, closer in sorted(pairs, key=_start):
        while ends and ends[-1] <= opener.start:
            ends.pop()
        depth = len(ends) + (tail is not None and tail.start < opener.start)
        if depth <= MAX_NESTING:
            kept.add(opener.start)
        ends.append(closer.end)
    return frozenset(kept)
