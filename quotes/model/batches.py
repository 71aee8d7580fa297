"""Words -> the tensors of one forward pass."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from quotes.model.rows import FEWEST, HALF, Filling
from quotes.model.surface import NO_SURFACE, Surface

PAD, PARAGRAPH, UNKNOWN, FIRST, LAST = 0, 1, 100, 101, 102
"""Rows of the BERT vocabulary; [unused0] marks the beginning of a paragraph."""

LONGEST_WORD = 24
"""Word pieces kept of one word: what follows in a longer one (an address, a run of marks) tells the heads nothing."""


class WordPieces:
    """Word -> word pieces; remembers the words of a language, which are few, up to a bound."""

    def __init__(self, path: Path, remembered: int = 50_000) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[int, ...]] = {}
        self._remembered = remembered

    def __call__(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The pieces of each word, at least one of them."""
        new = list({word for word in words if word not in self._known})
        if len(self._known) + len(new) > self._remembered:
            self._known.clear()
            new = list(set(words))
        encodings = self._tokenizer.encode_batch_fast([word[:200] for word in new], add_special_tokens=False)
        for word, encoding in zip(new, encodings, strict=True):
            self._known[word] = tuple(encoding.ids[:LONGEST_WORD]) or (UNKNOWN,)
        return [self._known[word] for word in words]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of consecutive words that the encoder sees at once; all sequences have one item for each word."""

    pieces: Sequence[tuple[int, ...]]
    surfaces: Sequence[Surface]
    paragraph_starts: Sequence[bool]

    @property
    def length(self) -> int:
        """Word pieces, with the markers."""
        return 2 + sum(map(len, self.pieces)) + sum(self.paragraph_starts)


@dataclass(frozen=True, slots=True)
class Batch:
    """The tensors of some windows.

    The pieces of all windows stand one behind the other, ``lengths`` of them in each, so that no result depends on
    what else is in the batch: ``pieces`` and ``positions`` [rows], ``surfaces`` [rows, 3]. ``first`` and ``word_mask``
    are padded to [windows, words]: the row of each word's first piece, and which words are there.
    """

    pieces: Tensor
    surfaces: Tensor
    positions: Tensor
    first: Tensor
    word_mask: Tensor
    lengths: tuple[int, ...]

    def to(self, device: torch.device) -> Batch:
        """The same on another device."""
        return Batch(
            self.pieces.to(device),
            self.surfaces.to(device),
            self.positions.to(device),
            self.first.to(device),
            self.word_mask.to(device),
            self.lengths,
        )


def _lay_out(window: Window) -> tuple[list[int], list[Surface], list[int]]:
    pieces, marks, first = [FIRST], [NO_SURFACE], []
    for word, surface, start in zip(window.pieces, window.surfaces, window.paragraph_starts, strict=True):
        if start:
            pieces.append(PARAGRAPH)
            marks.append(NO_SURFACE)
        first.append(len(pieces))
        pieces.extend(word)
        marks.extend([surface] * len(word))
    return [*pieces, LAST], [*marks, NO_SURFACE], first


def collate(windows: Sequence[Window], filling: Filling = HALF) -> Batch:
    """Lays windows one behind the other with some padding behind all, and fills their words up to one number."""
    rows = [_lay_out(window) for window in windows]
    lengths = [len(pieces) for pieces, _, _ in rows]
    filler = filling.missing(sum(lengths))
    begins = itertools.accumulate(lengths[:-1], initial=0)
    first = [[begin + place for place in places] for begin, (_, _, places) in zip(begins, rows, strict=True)]
    words = max(FEWEST, *map(len, first))
    return Batch(
        pieces=torch.tensor([piece for pieces, _, _ in rows for piece in pieces] + [PAD] * filler),
        surfaces=torch.tensor([mark for _, marks, _ in rows for mark in marks] + [NO_SURFACE] * filler),
        positions=torch.tensor([place for length in (*lengths, filler) for place in range(length)]),
        first=torch.tensor([places + [0] * (words - len(places)) for places in first]),
        word_mask=torch.tensor([[True] * len(places) + [False] * (words - len(places)) for places in first]),
        lengths=(*lengths, filler) if filler else tuple(lengths),
    )


def by_length(lengths: Sequence[int], budget: int, most: int = 256) -> Iterator[list[int]]:
    """Indices in batches of like length; a batch holds at most ``budget`` padded pieces and ``most`` windows."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: (lengths[index], index)):
        if batch and (lengths[index] * (len(batch) + 1) > budget or len(batch) >= most):
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
