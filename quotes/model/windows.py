"""Texts of any length -> windows that the encoder sees whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

LIMIT = 224
"""Word pieces in a window, markers included; the model was trained on windows of this size."""


def windows(
    lengths: Sequence[int], sentence_starts: Sequence[bool], paragraph_starts: Sequence[bool], limit: int = LIMIT
) -> Iterator[tuple[int, int]]:
    """Ranges of words (last exclusive) that cover all words, at most ``limit`` pieces each.

    ``lengths`` are the words' piece counts, each at most ``limit - 3``. A window ends at a paragraph's end if that
    leaves it at least half full, else at a sentence's end, else (one sentence is longer than the limit) anywhere.
    Linear in the number of words.
    """
    first = 0
    while first < len(lengths):
        last = _fitting(lengths, paragraph_starts, first, limit)
        if last < len(lengths):
            last = _cut(sentence_starts, paragraph_starts, first, last)
        yield first, last
        first = last


def _fitting(lengths: Sequence[int], paragraph_starts: Sequence[bool], first: int, limit: int) -> int:
    size, last = 2, first
    while last < len(lengths):
        size += lengths[last] + paragraph_starts[last]
        if size > limit and last > first:
            break
        last += 1
    return last


def _cut(sentence_starts: Sequence[bool], paragraph_starts: Sequence[bool], first: int, last: int) -> int:
    middle = (first + last + 1) // 2
    for starts, lowest in ((paragraph_starts, middle), (sentence_starts, first + 1)):
        for place in range(last, lowest - 1, -1):
            if starts[place] and place > first:
                return place
    return last
