"""Texts as arrays of characters, the tokenizer's input, prepared for many texts at once.

What counts as a paragraph, as white space and as a feature is defined by Stanza's tokenizer
(``stanza.models.tokenization.data``), whose weights are used; the arrays here hold the same values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]

_BLANK_LINES = re.compile(r"\n[\s\u0080-\u009f]*\n")
_SPACE = re.compile(r"[\s\u0080-\u009f]")
_TABLE = 0x3000
"""Characters below are looked up in a table; those above are rare in English and are looked up one by one."""

PADDING, UNKNOWN = 0, 1
"""Unit numbers that Stanza gives to the padding and to characters that the training did not see."""
_CAPITAL, _NUMERIC, _WHITE = 1, 2, 4


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of many texts, one paragraph behind the other, each followed by one padding unit.

    ``units``: numbers of the characters; ``features``: space, capital, numeric, end and start of paragraph (N x 5,
    float32); ``offsets``: their places in their texts; ``starts``, ``lengths``: the paragraphs in these arrays, the
    padding not counted; ``texts``: the text of each paragraph.
    """

    units: Integers
    features: npt.NDArray[np.float32]
    offsets: Integers
    starts: Integers
    lengths: Integers
    texts: Integers


class Alphabet:
    """Numbers and features of single characters."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = dict(numbers)
        self._units = np.array([self._number(chr(code)) for code in range(_TABLE)], dtype=np.int64)
        self._kinds = np.array([_kind(chr(code)) for code in range(_TABLE)], dtype=np.int64)

    def _number(self, char: str) -> int:
        return self._numbers.get(_SPACE.sub(" ", char), UNKNOWN)

    def read(self, texts: Sequence[str]) -> Characters:
        """The paragraphs of all texts; blank lines separate them, runs of white space count as one character."""
        parts = [self._paragraph(text, start, end) for text in texts for start, end in paragraphs(text)]
        owners = [number for number, text in enumerate(texts) for _ in paragraphs(text)]
        lengths = np.array([len(offsets) - 1 for _, _, offsets in parts], dtype=np.int64)
        starts = np.cumsum(lengths + 1) - lengths - 1
        units = _concatenated([units for units, _, _ in parts])
        features = self._features(_concatenated([kinds for _, kinds, _ in parts]), starts, lengths)
        offsets = _concatenated([offsets for _, _, offsets in parts])
        return Characters(units, features, offsets, starts, lengths, np.array(owners, dtype=np.int64))

    def _paragraph(self, text: str, start: int, end: int) -> tuple[Integers, Integers, Integers]:
        """Units, kinds and offsets of one paragraph, with the padding at its end."""
        codes = np.frombuffer(text[start:end].encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
        inside = np.minimum(codes, _TABLE - 1)
        units, kinds = self._units[inside], self._kinds[inside]
        for place in np.flatnonzero(codes >= _TABLE):
            char = chr(int(codes[place]))
            units[place], kinds[place] = self._number(char), _kind(char)
        white = kinds == _WHITE
        kept = np.flatnonzero(~(white & np.concatenate(([False], white[:-1]))))
        ends = np.array([end - start])
        return (
            np.append(units[kept], PADDING),
            np.append(kinds[kept], 0),
            np.concatenate((kept, ends)) + start,
        )

    def _features(self, kinds: Integers, starts: Integers, lengths: Integers) -> npt.NDArray[np.float32]:
        features = np.zeros((len(kinds), 5), dtype=np.float32)
        for column, kind in enumerate((_WHITE, _CAPITAL, _NUMERIC)):
            features[:, column] = kinds == kind
        features[starts + lengths - 1, 3] = 1
        features[starts, 4] = 1
        return features


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of what stands between blank lines, without the white space at its end; none is empty."""
    breaks = [match.span() for match in _BLANK_LINES.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    stripped = [(start, start + len(text[start:end].rstrip())) for start, end in zip(starts, ends, strict=True)]
    return [(start, end) for start, end in stripped if end > start]


def _kind(char: str) -> int:
    if _SPACE.fullmatch(char):
        return _WHITE
    if char.isupper():
        return _CAPITAL
    return _NUMERIC if re.fullmatch(r"\d", char) else 0


def _concatenated(parts: list[Integers]) -> Integers:
    return np.concatenate([np.empty(0, dtype=np.int64), *parts])
