"""What the joint model is told of a text besides its words: paragraphs, quotations, where no sentence can begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.contents import mark_positions, quotations
from quotes.paragraphs import paragraphs
from quotes.records import Quotation, Span

_OUTSIDE, _MARK, _INSIDE = range(3)
FREE, OPENED, CLOSING = range(3)


@dataclass(frozen=True, slots=True)
class Layout:
    """The words of a text, in order, with one item for each in every sequence.

    ``sentence_starts`` is the tokenizer's opinion; ``spaced`` whether white space precedes; ``quoted`` indexes
    `surface.QUOTED`; ``bound`` says which words cannot begin a sentence: those behind an opening mark (`OPENED`) and
    closing marks (`CLOSING`); all others are `FREE`.
    """

    text: str
    words: Sequence[Span]
    forms: Sequence[str]
    sentence_starts: Sequence[bool]
    paragraph_starts: Sequence[bool]
    spaced: Sequence[bool]
    quoted: Sequence[int]
    bound: Sequence[int]


def layout(text: str, words: Sequence[Span], sentence_starts: Sequence[bool]) -> Layout:
    """Reads paragraphs and quotation marks off the text and lays them over its words."""
    breaks = paragraphs(text)
    found = quotations(text, breaks)
    starts = [word.start for word in words]
    opening, closing = _mark_words(starts, text, found)
    paragraph_starts = [False] * len(words)
    for paragraph in breaks:
        first = bisect_left(starts, paragraph.start)
        if first < len(words) and starts[first] < paragraph.end:
            paragraph_starts[first] = True
    return Layout(
        text=text,
        words=words,
        forms=[word.text(text) for word in words],
        sentence_starts=sentence_starts,
        paragraph_starts=paragraph_starts,
        spaced=[n == 0 or words[n - 1].end < word.start for n, word in enumerate(words)],
        quoted=_quoted(starts, found, opening | closing),
        bound=[CLOSING if n in closing else OPENED if n - 1 in opening else FREE for n in range(len(words))],
    )


def _mark_words(starts: Sequence[int], text: str, found: Sequence[Quotation]) -> tuple[set[int], set[int]]:
    """The words that are opening marks, and those that are closing marks."""
    positions = mark_positions(text, found)
    number = {start: index for index, start in enumerate(starts)}
    opening = {number[position] for position in positions.opening if position in number}
    closing = {number[position] for position in positions.closing if position in number}
    return opening, closing


def _quoted(starts: Sequence[int], found: Sequence[Quotation], marks: set[int]) -> list[int]:
    states = [_OUTSIDE] * len(starts)
    for quotation in found:
        for piece in quotation.pieces:
            first, last = bisect_left(starts, piece.start), bisect_left(starts, piece.end)
            for index in range(first, last):
                states[index] = _MARK if index in marks else _INSIDE
    return states


def settled_starts(wanted: Sequence[bool], paragraph_starts: Sequence[bool], bound: Sequence[int]) -> list[bool]:
    """Sentence starts that respect the paragraphs and the marks.

    A start wanted just behind an opening mark moves before it; one wanted at a closing mark, behind it.
    """
    starts = list(paragraph_starts)
    for index, start in enumerate(wanted):
        place: int | None = index
        if start and bound[index] == CLOSING:
            place = next((n for n in range(index + 1, len(bound)) if bound[n] != CLOSING), None)
        if place is not None and start:
            while place > 0 and bound[place] == OPENED and not paragraph_starts[place]:
                place -= 1
            starts[place] = True
    return starts
