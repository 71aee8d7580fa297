"""The inputs of a run file by file, kept beside what is finished, so that a change in them can be named."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from quotes.articles import File
from quotes.articles.items import written


class _Line(NamedTuple):
    """What tells a file, and whether it is another one now."""

    id: str
    place: str
    size: int
    changed: int


def keep(inputs: Iterable[File], path: Path) -> None:
    """Write the inputs, in order, a line each; raises ``OSError`` where that cannot be."""
    partial = path.with_suffix(".part")
    with gzip.open(partial, "wt", encoding="ascii") as handle:
        handle.writelines(f"{json.dumps(line)}\n" for line in _lines(inputs))
    partial.replace(path)


def difference(inputs: Iterable[File], path: Path) -> str:
    """The first of the inputs that is not as it was kept, in words; empty where none is, or none were kept.

    Both are gone through side by side, whatever their number.
    """
    if not path.exists():
        return ""
    with gzip.open(path, "rt", encoding="ascii") as handle:
        kept = (_Line(*json.loads(line)) for line in handle)
        pairs = zip_longest(kept, _lines(inputs))
        before, now = next((pair for pair in pairs if pair[0] != pair[1]), (None, None))
    return _told(before, now)


def _lines(inputs: Iterable[File]) -> Iterator[_Line]:
    return (_Line(file.id, file.place, file.size, file.changed) for file in inputs)


def _told(before: _Line | None, now: _Line | None) -> str:
    if before and now and before.place == now.place:
        return f"{written(now.place)} has another size or time of change"
    if before and now:
        return f"{written(now.place)} stands where {written(before.place)} was"
    if now:
        return f"{written(now.place)} is new"
    return f"{written(before.place)} is gone" if before else ""
