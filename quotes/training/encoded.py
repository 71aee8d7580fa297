"""Annotated documents -> the windows and label tensors that a training step takes."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import torch
from torch import Tensor

from quotes.model.batches import Batch, Window, WordPieces, collate
from quotes.model.config import ModelConfig
from quotes.model.lemmas import script
from quotes.model.surface import Surface, quoted_words, surfaces
from quotes.training.examples import Range, Words, cuts
from quotes.training.marks import requoted

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Labels:
    """Label indices for each word of a window (None: not annotated); ``heads`` 0 the root, 1 + n the word n.

    ``starts`` is 1 where a sentence begins, ``sentence`` numbers the sentences. ``cues`` are inclusive word ranges,
    ``sources`` the range of each cue's source (None: none), ``contents`` pairs of a range and the index of its cue.
    """

    sentence: list[int]
    starts: list[int]
    upos: list[int] | None
    heads: list[int] | None
    deprels: list[int] | None
    lemmas: list[int] | None
    entities: list[int] | None
    roles: list[int] | None
    cues: list[Range]
    sources: list[Range | None]
    contents: list[tuple[Range, int]]


@dataclass(frozen=True, slots=True)
class Example:
    """A window and its labels."""

    window: Window
    labels: Labels


class Indexer:
    """Labels -> the indices of a configuration."""

    def __init__(self, config: ModelConfig) -> None:
        self._upos = {label: index for index, label in enumerate(config.upos)}
        self._deprels = {label: index for index, label in enumerate(config.deprels)}
        self._scripts = {label: index for index, label in enumerate(config.lemma_scripts)}
        self._entities = {label: index for index, label in enumerate(config.entities)}
        self._roles = {label: index for index, label in enumerate(config.roles)}

    def labels(self, document: Words, first: int, last: int) -> Labels:
        """The labels of the words from ``first`` to ``last`` (exclusive)."""
        part = slice(first, last)
        starts = [int(start) for start in document.sentence_starts[part]]
        starts[0] = 1
        cues, sources, contents = _speech(document, first, last)
        return Labels(
            sentence=_numbers(starts),
            starts=starts,
            upos=_indices(document.upos, part, self._upos),
            heads=_heads(document, first, last),
            deprels=_indices(document.deprels, part, self._deprels),
            lemmas=self._lemmas(document, part),
            entities=_indices(document.entities, part, self._entities),
            roles=_whole(_indices(document.roles, part, self._roles)),
            cues=cues,
            sources=sources,
            contents=contents,
        )

    def _lemmas(self, document: Words, part: slice) -> list[int] | None:
        if document.lemmas is None:
            return None
        pairs = zip(document.forms[part], document.lemmas[part], strict=True)
        return [self._scripts.get(script(form, lemma), IGNORED) for form, lemma in pairs]


def _numbers(starts: Sequence[int]) -> list[int]:
    numbers, current = [], -1
    for start in starts:
        current += start
        numbers.append(current)
    return numbers


def _indices(values: Sequence[str] | None, part: slice, index: dict[str, int]) -> list[int] | None:
    return None if values is None else [index.get(value, IGNORED) for value in values[part]]


def _whole(roles: list[int] | None) -> list[int] | None:
    """A window that begins within a span begins with its I- label; the chain cannot start with one (B- is one less)."""
    if roles and roles[0] and roles[0] % 2 == 0:
        return [roles[0] - 1, *roles[1:]]
    return roles


def _heads(document: Words, first: int, last: int) -> list[int] | None:
    if document.heads is None:
        return None
    heads = document.heads[first:last]
    return [0 if head < 0 else head - first + 1 if first <= head < last else IGNORED for head in heads]


def _speech(document: Words, first: int, last: int) -> tuple[list[Range], list[Range | None], list[tuple[Range, int]]]:
    def moved(span: Range | None) -> Range | None:
        if span is None or span[1] < first or span[0] >= last:
            return None
        return max(span[0], first) - first, min(span[1], last - 1) - first

    cues: list[Range] = []
    sources: list[Range | None] = []
    contents: list[tuple[Range, int]] = []
    for speech in document.speech:
        pieces = [piece for content in speech.contents if (piece := moved(content))]
        cue = moved(speech.cue)
        if cue:
            cues.append(cue)
            sources.append(moved(speech.source))
        contents.extend((piece, len(cues) - 1 if cue else -1) for piece in pieces)
    return cues, sources, contents


def examples(
    documents: Sequence[Words],
    config: ModelConfig,
    pieces: WordPieces,
    limit: int,
    rng: random.Random | None = None,
) -> Iterator[Example]:
    """Cuts documents into windows; with ``rng`` their lengths and their quotation marks vary."""
    indexer = Indexer(config)
    for document in documents:
        quoted = quoted_words(document.forms, document.paragraph_starts)
        forms = requoted(document.forms, rng) if rng else document.forms
        encoded = pieces(forms)
        marks = surfaces(forms, document.spaced, quoted)
        for first, last in cuts(document, [len(word) for word in encoded], limit, rng):
            yield Example(
                _window(document, encoded, marks, first, last),
                indexer.labels(document, first, last),
            )


def _window(
    document: Words, encoded: Sequence[tuple[int, ...]], marks: Sequence[Surface], first: int, last: int
) -> Window:
    return Window(encoded[first:last], marks[first:last], document.paragraph_starts[first:last])


@dataclass(frozen=True, slots=True)
class Targets:
    """A batch of examples as tensors [batch, words], padded with `IGNORED`; lists hold one item for each window."""

    batch: Batch
    sentence: Tensor
    starts: Tensor
    upos: Tensor | None
    heads: Tensor | None
    deprels: Tensor | None
    lemmas: Tensor | None
    entities: Tensor | None
    roles: Tensor | None
    labels: list[Labels]

    def to(self, device: torch.device) -> Targets:
        """The same on another device."""
        values: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        tensors = {n: value.to(device) for n, value in values.items() if isinstance(value, Tensor | Batch)}
        return Targets(**(values | tensors))


def targets(chosen: Sequence[Example]) -> Targets:
    """Pads examples of one kind to a batch."""
    batch = collate([example.window for example in chosen])
    width = batch.first.shape[1]
    labels = [example.labels for example in chosen]

    def padded(rows: Sequence[list[int] | None]) -> Tensor | None:
        known = [row for row in rows if row is not None]
        if len(known) != len(rows):
            return None
        return torch.tensor([row + [IGNORED] * (width - len(row)) for row in known])

    sentence, starts = padded([label.sentence for label in labels]), padded([label.starts for label in labels])
    assert sentence is not None and starts is not None
    return Targets(
        batch=batch,
        sentence=sentence,
        starts=starts,
        upos=padded([label.upos for label in labels]),
        heads=padded([label.heads for label in labels]),
        deprels=padded([label.deprels for label in labels]),
        lemmas=padded([label.lemmas for label in labels]),
        entities=padded([label.entities for label in labels]),
        roles=padded([label.roles for label in labels]),
        labels=labels,
    )
