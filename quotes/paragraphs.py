"""The paragraphs of an article, from its line breaks alone.

Blank lines and U+2029 always separate paragraphs. What a single line break means is decided from the article as a
whole: most news has a paragraph to a line, but a hard-wrapped text breaks its lines in mid-sentence. A break stands in
mid-sentence where the line before it ends without the punctuation that ends a sentence and the next line begins with
a lower-case letter. An article is hard-wrapped if at least half of its single breaks stand in mid-sentence after a line
of at most ``WRAPPED_LINE`` characters: most breaks of wrapped prose do, and next to none where a line is a paragraph.
There a single break still begins a paragraph where the next line alone is indented, or where the line before ends a
sentence so early that the next word would have fitted on it with room to spare.

Elsewhere a break in mid-sentence after a longer line is an accident and does not separate, if the article otherwise
begins its lines with capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quotes.records import Span

WRAPPED_LINE = 120
"""The longest line, in characters, that is still taken for one broken at a fixed width."""

EARLY_END = 0.8
"""A wrapped line that ends a sentence before this share of the text's width ends its paragraph too."""

LOW_LINES = 10
"""An article begins its lines with capitals if at most one line in so many begins with a lower-case letter."""

# U+0085 is no line break here: in news text it is nearly always an ellipsis in a misread Windows-1252 file.
_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")
INVISIBLE = "\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
"""Byte-order marks, zero-width spaces and directional controls: not white space for Python, but they show nothing."""

_VISIBLE = re.compile(rf"[^\s{INVISIBLE}]")
_SENTENCE_END = frozenset(".!?:;…。！？\"'”’»“)]}>*")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: its visible part, its indentation in characters, whether a blank line precedes it."""

    span: Span
    indent: int
    apart: bool


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of the text in order, without the white space around them.

    Every visible character lies in exactly one paragraph. Linear in the length of the text; never raises.
    """
    lines = list(_lines(text))
    layout = _layout(text, lines)
    found: list[Span] = []
    for number, line in enumerate(lines):
        if number and not line.apart and layout.joins(text, lines[number - 1], line):
            found[-1] = Span(found[-1].start, line.span.end)
        else:
            found.append(line.span)
    return found


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the article as a whole sets its lines; ``width`` is that of its longest wrapped line in characters."""

    wrapped: bool
    capitals: bool
    width: int

    def joins(self, text: str, before: _Line, after: _Line) -> bool:
        """Whether the single break between the two lines lies within a paragraph."""
        if self.wrapped:
            return not self._begins(text, before, after)
        return self.capitals and len(before.span) > WRAPPED_LINE and _in_mid_sentence(text, before, after)

    def _begins(self, text: str, before: _Line, after: _Line) -> bool:
        if after.indent > before.indent + 1:
            return True
        ends = text[before.span.end - 1] in _SENTENCE_END
        word = text[after.span.start : after.span.start + WRAPPED_LINE].split(None, 1)[0]
        return ends and len(before.span) + 1 + len(word) < EARLY_END * self.width


def _lines(text: str) -> Iterator[_Line]:
    start, apart = 0, True
    while start <= len(text):
        match = _LINE_BREAK.search(text, start)
        end = match.start() if match else len(text)
        span = _visible(text, start, end)
        if span is None:
            apart = True
        else:
            yield _Line(span, span.start - start, apart)
            apart = False
        if match is None:
            return
        apart = apart or match.group() == "\u2029"
        start = match.end()


def _visible(text: str, start: int, end: int) -> Span | None:
    """The stretch from the first to the last visible character, or None where there is none."""
    first = _VISIBLE.search(text, start, end)
    if first is None:
        return None
    while text[end - 1].isspace() or text[end - 1] in INVISIBLE:
        end -= 1
    return Span(first.start(), end)


def _layout(text: str, lines: list[_Line]) -> _Layout:
    short = [len(line.span) for line in lines if len(line.span) <= WRAPPED_LINE]
    breaks = [(before, after) for before, after in pairwise(lines) if not after.apart]
    broken = sum(len(before.span) <= WRAPPED_LINE and _in_mid_sentence(text, before, after) for before, after in breaks)
    low = sum(text[line.span.start].islower() for line in lines)
    return _Layout(0 < len(breaks) <= 2 * broken, low * LOW_LINES <= len(lines), max(short, default=0))


def _in_mid_sentence(text: str, before: _Line, after: _Line) -> bool:
    return text[before.span.end - 1] not in _SENTENCE_END and text[after.span.start].islower()
