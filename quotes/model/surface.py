"""What an uncased vocabulary does not see of a word: its case, whether a space precedes it, whether it is quoted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

SHAPES = ("none", "lower", "capitalised", "upper", "mixed", "number", "punctuation")
QUOTED = ("outside", "mark", "inside")
SURFACE_SIZES = (len(SHAPES), 2, len(QUOTED))

_OPENING = frozenset("“„«") | {"``"}
_CLOSING = frozenset("”»")
_STRAIGHT = frozenset({'"', "''"})


class Surface(NamedTuple):
    """Indices into the three surface embeddings: shape, 1 after a space, quotation state."""

    shape: int
    spaced: int
    quoted: int


NO_SURFACE = Surface(0, 0, 0)


def shape(word: str) -> int:
    """The index in `SHAPES` of a word's letter case."""
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) == 1 else 3
    if any(map(str.isalpha, word)):
        return 2 if word[0].isupper() and word[1:].islower() else 4
    return 5 if any(map(str.isdigit, word)) else 6


def quoted_words(words: Sequence[str], starts: Sequence[bool]) -> list[int]:
    """The index in `QUOTED` of each word, told by double marks alone; ``starts`` are the paragraphs' first words.

    This is what treebanks are read with; of an article's text the contents stage knows more (single marks, pairs).
    """
    result = []
    inside = False
    for word, start in zip(words, starts, strict=True):
        inside = inside and not start
        mark = word in _OPENING or word in _CLOSING or word in _STRAIGHT
        if mark:
            inside = word in _OPENING or (word in _STRAIGHT and not inside)
        result.append(1 if mark else 2 * inside)
    return result


def surfaces(words: Sequence[str], spaced: Sequence[bool], quoted: Sequence[int]) -> list[Surface]:
    """One surface for each word; ``quoted`` as of `quoted_words`."""
    return [Surface(shape(word), int(space), state) for word, space, state in zip(words, spaced, quoted, strict=True)]
