"""Annotated documents and the windows that are cut from them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Range = tuple[int, int]
"""First and last word, both inclusive."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A cue with its source (None: none stated, or not a span of its own) and the pieces of its content."""

    cue: Range
    source: Range | None
    contents: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """An annotated document; every sequence has one item for each word, or is None where the corpus does not say.

    ``heads`` index words of the same document, -1 is a root; ``trusted_starts`` is whether sentence starts are gold.
    """

    name: str
    forms: Sequence[str]
    spaced: Sequence[bool]
    sentence_starts: Sequence[bool]
    paragraph_starts: Sequence[bool]
    upos: Sequence[str] | None = None
    heads: Sequence[int] | None = None
    deprels: Sequence[str] | None = None
    lemmas: Sequence[str] | None = None
    entities: Sequence[str] | None = None
    roles: Sequence[str] | None = None
    speech: tuple[Speech, ...] = ()

    def __len__(self) -> int:
        return len(self.forms)


def cuts(document: Words, lengths: Sequence[int], limit: int, rng: random.Random | None = None) -> Iterator[Range]:
    """Windows (first word, last word exclusive) of whole sentences with at most ``limit`` pieces.

    ``lengths`` are the words' piece counts. With ``rng`` one window in three is cut shorter, so that the model also
    learns from little context. A sentence beyond the limit is a window of its own, cut off at the limit.
    """
    starts = [index for index, start in enumerate(document.sentence_starts) if start] + [len(document)]
    first, size, target = 0, 0, _target(limit, rng)
    for begin, end in itertools.pairwise(starts):
        cost = sum(lengths[begin:end]) + 1
        if begin > first and size + cost > target:
            yield first, begin
            first, size, target = begin, 0, _target(limit, rng)
        size += cost
        if cost > limit:
            yield first, begin + _fitting(lengths[begin:end], limit)
            first, size, target = end, 0, _target(limit, rng)
    if first < len(document):
        yield first, len(document)


def _target(limit: int, rng: random.Random | None) -> int:
    if rng is None or rng.random() < 2 / 3:
        return limit
    return rng.randint(limit // 8, limit)


def _fitting(lengths: Sequence[int], limit: int) -> int:
    total = 0
    for count, length in enumerate(lengths):
        total += length
        if total > limit - 3:
            return max(1, count)
    return len(lengths)
