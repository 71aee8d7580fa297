"""The articles of a run -> tasks of about one size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from quotes.running.work import Task

CHARACTERS = 200_000
"""A task ends where its articles reach this length together: some seconds of work, whatever the articles are."""


@dataclass(slots=True)
class Positions:
    """The positions in the input that are done, as ranges."""

    ranges: list[tuple[int, int]] = field(default_factory=list)

    def add(self, first: int, last: int) -> None:
        """Mark the positions ``first`` to ``last`` (exclusive)."""
        self.ranges.append((first, last))

    @property
    def count(self) -> int:
        """How many are done."""
        return sum(last - first for first, last in self.ranges)

    def gaps(self) -> Iterator[tuple[int, int | None]]:
        """The ranges of positions that are not done, the last one without an end."""
        ends = [(0, 0), *sorted(self.ranges)]
        for (_, last), (first, _) in pairwise(ends):
            if last < first:
                yield last, first
        yield ends[-1][1], None


def batches(
    items: Iterable[Any], count: int, length: Callable[[Any], int], done: Positions | None = None
) -> Iterator[Task]:
    """Tasks of at most ``count`` items and about `CHARACTERS`, over what is not ``done``.

    ``length`` says how many characters (or bytes) an item has.
    """
    numbered = enumerate(items)
    for first, last in (done or Positions()).gaps():
        gap = ((number, item) for number, item in _until(numbered, last) if number >= first)
        yield from _cut(gap, count, length)


def _until(numbered: Iterator[tuple[int, Any]], last: int | None) -> Iterator[tuple[int, Any]]:
    """The items before the position ``last``, none of those behind it taken."""
    if last == 0:
        return
    for number, item in numbered:
        yield number, item
        if number + 1 == last:
            return


def _cut(numbered: Iterable[tuple[int, Any]], count: int, length: Callable[[Any], int]) -> Iterator[Task]:
    batch: list[Any] = []
    first = characters = 0
    for number, item in numbered:
        first = number if not batch else first
        batch.append(item)
        characters += length(item)
        if len(batch) >= count or characters >= CHARACTERS:
            yield Task(first, tuple(batch))
            batch, characters = [], 0
    if batch:
        yield Task(first, tuple(batch))
