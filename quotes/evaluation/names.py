"""When two names, or two titles, are the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

SAME_TITLE = 0.7
"""Least overlap (Dice, in words) of two titles that count as the same."""

_LEADING = frozenset({"a", "an", "the", "mr", "mrs", "ms", "miss", "mx"})
_APOSTROPHES = str.maketrans("‘’", "''")
_POSSESSIVE = re.compile(r"'s\b")
_WORD = re.compile(r"[\w&]+(?:['.-][\w&]+)*")


def words(name: str | None) -> list[str]:
    """The words of a name: case folded, without possessive, leading articles and plain honorifics, and final stops."""
    plain = unicodedata.normalize("NFKC", name or "").translate(_APOSTROPHES).casefold()
    found = _WORD.findall(_POSSESSIVE.sub("", plain))
    first = next((index for index, word in enumerate(found) if word not in _LEADING), len(found))
    return [word.rstrip(".") for word in found[first:]]


def same_name(name: str | None, gold: str) -> bool:
    """Whether a name was given and is the gold one."""
    return bool(name) and words(name) == words(gold)


def same_title(title: str | None, gold: Sequence[str]) -> bool:
    """Whether the title is one of the gold titles or much like one; without gold titles, whether there is none."""
    given = words(title)
    if not gold:
        return not given
    return any(_alike(given, words(candidate)) for candidate in gold)


def _alike(given: list[str], gold: list[str]) -> bool:
    if given == gold:
        return True
    common = (Counter(given) & Counter(gold)).total()
    return common > 0 and 2 * common / (len(given) + len(gold)) >= SAME_TITLE
