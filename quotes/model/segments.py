"""From the tokenizer's labels to words and sentences: addresses stay whole, opening marks go with what they open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from stanza.models.tokenization.utils import MASK_RE

from quotes.model.characters import PADDING, Characters, Integers
from quotes.records import Span

Booleans = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Segments:
    """The words of one text: ``starts`` and ``ends`` are offsets, ``firsts`` the index of each sentence's first."""

    starts: Integers
    ends: Integers
    firsts: Integers

    def sentences(self) -> list[tuple[Span, ...]]:
        """The words of each sentence."""
        words = [Span(start, end) for start, end in zip(self.starts.tolist(), self.ends.tolist(), strict=True)]
        edges = [*self.firsts.tolist(), len(words)]
        return [tuple(words[a:b]) for a, b in pairwise(edges)]


_ADDRESS_HINT = re.compile(r"@|://|www\.|\.(?:gov|org|edu|net|com|co)")
_ADDRESS_LENGTH = 500


def keep_addresses(characters: Characters, labels: Integers, text: str, paragraph: slice) -> None:
    """Addresses are one word, by Stanza's own expression, tried on the stretches without space that look like one."""
    start = int(characters.offsets[paragraph.start])
    end = int(characters.offsets[paragraph.stop - 1]) + 1
    done = start
    while hint := _ADDRESS_HINT.search(text, done, end):
        first, done = _stretch(text, hint.start(), start, end)
        if done - first > _ADDRESS_LENGTH:
            continue
        for match in MASK_RE.finditer(text[first:done]):
            places = np.searchsorted(characters.offsets[paragraph], (first + match.start(), first + match.end() - 1))
            inner, last = places + paragraph.start
            labels[inner:last] = 0
            labels[last] = max(labels[last], 1)


def _stretch(text: str, place: int, start: int, end: int) -> tuple[int, int]:
    """The run without white space around the place."""
    first = place
    while first > start and not _white(text[first - 1]):
        first -= 1
    last = place
    while last < end and not _white(text[last]):
        last += 1
    return first, max(last, place + 1)


def _white(char: str) -> bool:
    return char.isspace() or "\x80" <= char <= "\x9f"


def decoded(texts: Sequence[str], characters: Characters, labels: Integers) -> list[Segments]:
    """Words and sentences of each text from the labels of all characters."""
    solid = (characters.features[:, 0] == 0) & (characters.units != PADDING)
    behind = np.append(solid[1:], False)
    closing = solid & ((labels > 0) | ~behind)
    opening = solid & ~np.concatenate(([False], (solid & ~closing)[:-1]))
    first, last = np.flatnonzero(opening), np.flatnonzero(closing)
    paragraph = np.searchsorted(characters.starts, first, side="right") - 1
    starts, ends = characters.offsets[first], characters.offsets[last] + 1
    owners = characters.texts[paragraph]
    final = np.append(paragraph[1:] != paragraph[:-1], True)[: len(paragraph)]
    stops = _settled(texts, owners, (starts, ends), (labels[last] == 2) & ~final) | final
    edges = np.searchsorted(owners, np.arange(len(texts) + 1))
    firsts = np.flatnonzero(np.concatenate(([True], stops[:-1]))[: len(stops)])
    return [
        Segments(starts[a:b], ends[a:b], firsts[(firsts >= a) & (firsts < b)] - a) for a, b in pairwise(edges.tolist())
    ]


_OPENING = re.compile(r"[“‘„‚«‹]+|(?<![^\s([{—–-])[\"'`]+")


def _settled(texts: Sequence[str], owners: Integers, words: tuple[Integers, Integers], stops: Booleans) -> Booleans:
    """Sentence ends within paragraphs, each moved to before an opening mark and its quotation."""
    starts, ends = words
    result = stops.copy()
    for place in np.flatnonzero(stops)[::-1].tolist():
        at = place
        while at >= 0 and _opens(texts[owners[at]], int(starts[at]), int(ends[at])):
            result[at] = False
            at -= 1
        if at >= 0:
            result[at] = True
    return result


def _opens(text: str, start: int, end: int) -> bool:
    return end < len(text) and not text[end].isspace() and _OPENING.fullmatch(text, start, end) is not None
