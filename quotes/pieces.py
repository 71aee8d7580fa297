"""Pieces of reported content: the model's content spans, with the boundaries that the marks and the model agree on.

Marks decide where a quotation begins and ends, the model what is reported beside them; a quotation in which the model
tagged no content is a piece all the same where its words are likely enough to be content.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.records import Quotation, Span
from quotes.tree import Tree

UTTERED = 0.35
"""The mean content probability from which a quotation that the model tagged in no part is speech all the same."""

TOUCHED = 0.5
"""A content span owns a quotation if it covers this share of it; less is a slip over the mark."""

SURE = 0.75
"""The content probability below which a quotation's end outweighs the words behind it."""

_MARKS = "\"'“”‘’»«"
_LEADING = re.compile(r"[\s,;:.\-–—]*")
_TRAILING = " \t\r\n\f\v\u00a0,;:-–—"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of content within one paragraph.

    ``roles`` are the content roles of the document that it was made of; ``quoted`` is whether all of it stands in
    marks; ``score`` the mean content probability of its words, ``weakest`` that of the least certain one.
    """

    span: Span
    roles: tuple[int, ...]
    quoted: bool
    score: float
    weakest: float


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph's piece of a quotation.

    ``quotation`` numbers the quotation, ``runs_on`` is whether it has more pieces than this one, ``open`` whether it
    ends with its paragraph for want of a closing mark;
    ``score`` is the mean content probability, ``words`` the number of words without punctuation.
    """

    span: Span
    quotation: int
    runs_on: bool
    open: bool
    score: float
    words: int


class Blocks:
    """The blocks of a document's quotations, in order and apart, to be looked up by place."""

    def __init__(self, tree: Tree, quotations: Sequence[Quotation]) -> None:
        self.all = [
            Block(span, number, len(quotation.pieces) > 1, not quotation.closed, *_measured(tree, span))
            for number, quotation in enumerate(quotations)
            for span in quotation.pieces
        ]
        self._ends = [block.span.end for block in self.all]

    def touching(self, span: Span) -> list[Block]:
        """The blocks that share a character with the span."""
        found = []
        for block in self.all[bisect_right(self._ends, span.start) :]:
            if block.span.start >= span.end:
                break
            found.append(block)
        return found


def _measured(tree: Tree, span: Span) -> tuple[float, int]:
    first, last = tree.covering(span)
    words = sum(token.upos != "PUNCT" for token in tree.tokens[first:last])
    return mean_content(tree, first, last), words


def mean_content(tree: Tree, first: int, last: int) -> float:
    """The mean content probability of a token range (``last`` exclusive); 0 where no model has read it."""
    scores = tree.document.content[first:last]
    return sum(scores) / len(scores) if scores else 0.0


class PieceFinder:
    """Finds the pieces of one document."""

    def __init__(self, tree: Tree, blocks: Blocks, breaks: Sequence[Span]) -> None:
        self._tree = tree
        self._document = tree.document
        self._breaks = breaks
        self._whole = frozenset(breaks)
        self._blocks = blocks

    def pieces(self) -> list[Piece]:
        """All pieces in text order; none overlaps another."""
        spans = [self._snapped(part, index) for index, span in self._tagged() for part in self._parts(span)]
        tagged = self._merged(spans)
        alone = [(block.span, ()) for block in self._blocks.all if self._stands_alone(block, tagged)]
        return [self._piece(span, roles) for span, roles in self._merged([*tagged, *alone])]

    def _tagged(self) -> Iterator[tuple[int, Span]]:
        """The model's content spans, with the index of their role."""
        for index, role in enumerate(self._document.roles):
            if role.role == "content":
                yield index, self._tree.span(role.first, role.last)

    def _parts(self, span: Span) -> Iterator[Span]:
        """A span cut at the paragraph breaks: one that runs on is two, or has run over a headline."""
        first = max(0, bisect_right(self._breaks, Span(span.start, sys.maxsize)) - 1)
        for paragraph in self._breaks[first:]:
            if paragraph.start >= span.end:
                return
            if paragraph.overlaps(span):
                yield Span(max(span.start, paragraph.start), min(span.end, paragraph.end))

    def _snapped(self, span: Span, role: int) -> tuple[Span, tuple[int, ...]]:
        """The span with its edges moved to those of the quotations that it touches."""
        start, end = span.start, span.end
        for block in self._blocks.touching(span):
            quoted = block.span
            owned = self._share(span, quoted) >= TOUCHED
            inside = quoted.contains(span)
            if inside or (owned and start > quoted.start):
                start = quoted.start
            elif start > quoted.start:
                start = quoted.end
            if block.open and not block.runs_on and (owned or inside):
                end = self._sure_end(quoted, min(end, quoted.end))
            elif inside or (owned and end < quoted.end):
                end = quoted.end
            elif end < quoted.end:
                end = quoted.start
            if start <= quoted.start and end > quoted.end and self._ends_here(block, start, end):
                end = quoted.end
        return self._trimmed(Span(start, max(start, end))), (role,)

    def _sure_end(self, quoted: Span, end: int) -> int:
        """Where the words of an unclosed quotation stop being content: its paragraph may go on with the reporter's."""
        first, last = self._tree.covering(Span(quoted.start, end))
        words = [n for n in range(first, last) if self._tree.token(n).upos != "PUNCT"]
        unsure = next((n for n in words if mean_content(self._tree, n, n + 1) < SURE), last)
        return self._tree.tokens[unsure - 1].end if unsure > first + 1 else end

    def _ends_here(self, block: Block, start: int, end: int) -> bool:
        """Whether what a span has behind a quotation is the reporter's: that one is whole, or the model unsure."""
        first, last = self._tree.covering(Span(block.span.end, end))
        if self._ends_sentence(block) and first < last and self._tree.tokens[first].text[:1].isupper():
            return True
        begins = start == block.span.start
        return begins and (self._is_utterance(block) or mean_content(self._tree, first, last) < SURE)

    def _ends_sentence(self, block: Block) -> bool:
        """Whether the sentence ends with a quotation: "... was “tiny but real.” Not everyone agrees."."""
        return not block.open and block.span.text(self._document.text).rstrip(_MARKS)[-1:] in {".", "?", "!"}

    def _is_utterance(self, block: Block) -> bool:
        """Whether a quotation is a sentence of its own with its punctuation: what follows is the reporter's."""
        text = block.span.text(self._document.text)
        first = next((char for char in text if char.isalpha()), "")
        return first.isupper() and block.words > 2 and text.rstrip(_MARKS)[-1:] in {",", ".", "?", "!"}

    def _share(self, span: Span, quoted: Span) -> float:
        return max(0, min(span.end, quoted.end) - max(span.start, quoted.start)) / len(quoted)

    def _trimmed(self, span: Span) -> Span:
        """Without the separators at the edges that are not part of what was said."""
        text = self._document.text
        match = _LEADING.match(text, span.start, span.end)
        start = match.end() if match else span.start
        return Span(start, max(start, start + len(text[start : span.end].rstrip(_TRAILING))))

    def _stands_alone(self, block: Block, tagged: Sequence[tuple[Span, tuple[int, ...]]]) -> bool:
        """Whether a quotation that no content span touches is speech: the model leans to it, in more than one word.

        A paragraph that is nothing but a sentence in marks is speech whatever the model says.
        """
        after = bisect_right(tagged, block.span.start, key=lambda each: each[0].end)
        if after < len(tagged) and tagged[after][0].start < block.span.end:
            return False
        whole = block.span in self._whole and self._is_utterance(block)
        return whole or (block.score >= UTTERED and block.words >= 2)

    def _merged(self, spans: Sequence[tuple[Span, tuple[int, ...]]]) -> list[tuple[Span, tuple[int, ...]]]:
        """The spans in order, those that overlap made one, empty ones left out."""
        merged: list[tuple[Span, tuple[int, ...]]] = []
        for span, roles in sorted(spans):
            if merged and span.start < merged[-1][0].end:
                before, known = merged[-1]
                merged[-1] = (Span(before.start, max(before.end, span.end)), known + roles)
            elif len(span) > 0:
                merged.append((span, roles))
        return merged

    def _piece(self, span: Span, roles: tuple[int, ...]) -> Piece:
        first, last = self._tree.covering(span)
        quoted = any(block.span.contains(span) for block in self._blocks.touching(span))
        weakest = min(self._document.content[first:last], default=0.0)
        return Piece(span, tuple(dict.fromkeys(roles)), quoted, mean_content(self._tree, first, last), weakest)


def content_pieces(tree: Tree, blocks: Blocks, breaks: Sequence[Span]) -> list[Piece]:
    """The pieces of reported content of a document, in text order; ``breaks`` are its paragraphs."""
    return PieceFinder(tree, blocks, breaks).pieces()
