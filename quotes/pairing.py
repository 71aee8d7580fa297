"""Which opening mark goes with which closing mark, within one paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.apostrophes import SURE
from quotes.marks import Family, Mark

LONGEST_UNSURE = 80
"""Characters that a single quotation may span whose closing mark looks like an apostrophe, if none are clearer."""

_INTRODUCES = frozenset(".,;:!?…—–([")


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs of a paragraph in the order of their closing marks; in text order the opening marks that found none."""

    pairs: tuple[tuple[Mark, Mark], ...]
    unclosed: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Outlook:
    """For the marks of a paragraph, the index of the next one of a kind (the number of marks where there is none)."""

    opener: list[int]
    """the next single mark that surely opens"""
    unsure: list[int]
    """the next single mark that closes and is at most a plural possessive"""
    sure: list[int]
    """the next single mark that surely closes"""
    double: list[int]
    """the next double mark"""


def pair(text: str, marks: Sequence[Mark], single_quotes: bool) -> Pairing:
    """Pair the marks of one paragraph; ``single_quotes`` says whether the article uses single marks for quotations.

    Linear in the number of marks. Pairs are nested or apart, never crossed, and hold more than marks and white space.
    """
    matcher = _Matcher(text, marks, single_quotes)
    for index in range(len(marks)):
        matcher.step(index)
    return Pairing(tuple(matcher.pairs), tuple(marks[index] for index in matcher.open))


class _Matcher:
    """Goes over the marks of a paragraph from left to right with a stack of the open ones."""

    def __init__(self, text: str, marks: Sequence[Mark], single_quotes: bool) -> None:
        self.text, self.marks, self.single_quotes = text, marks, single_quotes
        self.open: list[int] = []
        self.depth: Counter[Family] = Counter()
        self.pairs: list[tuple[Mark, Mark]] = []
        self.outlook = _look_ahead(marks)
        self.filled = _filled(text, marks)

    def step(self, index: int) -> None:
        mark = self.marks[index]
        if mark.closes and self.depth[mark.family]:
            if self._closes(index):
                self._close(index)
        elif mark.opens and (mark.family != "single" or self._single_opens(index)):
            self.open.append(index)
            self.depth[mark.family] += 1

    def _closes(self, index: int) -> bool:
        mark = self.marks[index]
        if mark.family == "single":
            return self._single_closes(index)
        return not mark.measure or not self._closed_later(index)

    def _closed_later(self, index: int) -> bool:
        """Whether the one open double mark has a better closing mark than this one, which may stand for inches."""
        later = self.outlook.double[index]
        return self.depth["double"] == 1 and later < len(self.marks) and not self.marks[later].opens

    def _single_opens(self, index: int) -> bool:
        """Whether a single mark opens: it does not look like 'tis, or follows punctuation and is closed after some."""
        mark = self.marks[index]
        if not mark.elided:
            return True
        before = self.text[max(0, mark.start - 2) : mark.start].rstrip()
        follows = not before or before[-1] in _INTRODUCES
        closer = self.outlook.sure[index]
        return follows and closer < self._limit(index) and self._after_punctuation(closer)

    def _single_closes(self, index: int) -> bool:
        mark, top = self.marks[index], self.marks[self.open[-1]]
        if top.family != "single":
            return mark.strength == SURE and self._blocked_by_stray(index)
        if mark.strength == SURE:
            return True
        better = self.outlook.sure[index] if mark.strength else self.outlook.unsure[index]
        if better < self._limit(index):
            return False
        return self.single_quotes or mark.start - top.start <= LONGEST_UNSURE

    def _blocked_by_stray(self, index: int) -> bool:
        """Whether the marks opened after the single one are strays: no closing mark for them is left."""
        later = self.outlook.double[index]
        return later == len(self.marks) or not self.marks[later].closes

    def _limit(self, index: int) -> int:
        """The index of the mark beyond which a single quotation open at ``index`` cannot go."""
        enclosed = self.depth["double"] > 0
        return min(self.outlook.opener[index], self.outlook.double[index] if enclosed else len(self.marks))

    def _after_punctuation(self, index: int) -> bool:
        return not self.text[self.marks[index].start - 1].isalnum()

    def _close(self, index: int) -> None:
        family = self.marks[index].family
        while True:
            opener = self.open.pop()
            self.depth[self.marks[opener].family] -= 1
            if self.marks[opener].family == family:
                break
        if self.filled[index] > self.filled[opener]:
            self.pairs.append((self.marks[opener], self.marks[index]))


def _look_ahead(marks: Sequence[Mark]) -> _Outlook:
    none = len(marks)
    outlook = _Outlook([none] * none, [none] * none, [none] * none, [none] * none)
    opener = unsure = sure = double = none
    for index in reversed(range(none)):
        outlook.opener[index], outlook.unsure[index] = opener, unsure
        outlook.sure[index], outlook.double[index] = sure, double
        mark = marks[index]
        if mark.family == "double":
            double = index
        elif mark.family == "single":
            opener = index if mark.opens and not mark.elided else opener
            unsure = index if mark.closes and mark.strength else unsure
            sure = index if mark.closes and mark.strength == SURE else sure
    return outlook


def _filled(text: str, marks: Sequence[Mark]) -> list[int]:
    """For each mark, how many of the gaps between the marks before it hold more than white space."""
    filled = [0] * len(marks)
    for index in range(1, len(marks)):
        gap = text[marks[index - 1].end : marks[index].start]
        filled[index] = filled[index - 1] + (1 if gap.strip() else 0)
    return filled
