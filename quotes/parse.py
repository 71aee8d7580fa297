"""Text -> `Document`: the package's own tokenizer and joint model.

Both are also Stanza processors (see `quotes.model.processor`); here without Stanza's own document in between, which
would take as long to build and to take apart again as tokenizing does.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import cast

import torch

from quotes.errors import SetupError, unusable_model
from quotes.model.layout import Layout, layout
from quotes.model.reading import Reader, Reading
from quotes.model.segments import Segments
from quotes.model.tokenize import Segmenter
from quotes.records import ROOT, Document, Entity, EntityKind, Link, Role, RoleSpan, Sentence, Span, Token


def weights_folder() -> Path:
    """The model directory inside the package, laid out as Stanza expects it."""
    return Path(str(files("quotes.model").joinpath("weights")))


class Parser:
    """Reads texts into documents; loads the model once, from the package or from ``model_dir``, never from a network.

    ``device`` is "auto" (a GPU where there is one), "cpu" or "cuda"; ``threads`` torch threads. Raises `SetupError`
    where the model is missing or damaged, or the device is not there.
    """

    def __init__(self, device: str = "auto", threads: int = 1, model_dir: Path | None = None) -> None:
        self._reader = load_reader(device, threads, model_dir)
        with _readable(model_dir) as folder:
            self._segmenter = Segmenter(folder / "tokenize" / "news.pt")

    def parse(self, texts: Sequence[str]) -> list[Document]:
        """One document for each text, in order; an empty text gives an empty document."""
        if not texts:
            return []
        segmented = self._segmenter.segment(texts)
        layouts = [_laid_out(text, segments) for text, segments in zip(texts, segmented, strict=True)]
        return [_document(each, reading) for each, reading in zip(layouts, self._reader.read(layouts), strict=True)]


def load_reader(device: str, threads: int, model_dir: Path | None) -> Reader:
    """The joint model, with torch set up for it; arguments and errors are those of `Parser`."""
    torch.set_num_threads(threads)
    _bound_primitives()
    chosen = _device(device)
    with _readable(model_dir) as folder:
        return Reader(folder / "joint", chosen)


@contextmanager
def _readable(model_dir: Path | None) -> Iterator[Path]:
    """The folder of the English weights; what cannot be read in it is a `SetupError`."""
    folder = (model_dir or weights_folder()) / "en"
    try:
        yield folder
    # what torch, safetensors and the tokenizers library raise for files that are missing or not theirs
    except Exception as error:
        raise unusable_model(folder, error, named=model_dir is not None) from error


def _bound_primitives() -> None:
    """Keeps oneDNN, and torch's layer above it, from remembering a kernel for each of the thousand shapes of batches.

    Without this the process grows by some megabytes with every batch; within one batch the same few shapes return. A
    value that the caller has set is respected. It is read when the first kernel is made.
    """
    for capacity in ("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "LRU_CACHE_CAPACITY"):
        os.environ.setdefault(capacity, "16")


def _device(name: str) -> torch.device:
    available = torch.cuda.is_available()
    if name == "auto":
        return torch.device("cuda" if available else "cpu")
    if name not in ("cpu", "cuda") or (name == "cuda" and not available):
        raise SetupError(f"There is no device {name!r} here. Use auto, cpu{' or cuda' if available else ''}.")
    return torch.device(name)


def _laid_out(text: str, segments: Segments) -> Layout:
    words = [Span(start, end) for start, end in zip(segments.starts.tolist(), segments.ends.tolist(), strict=True)]
    begins = [False] * len(words)
    for first in segments.firsts.tolist():
        begins[first] = True
    return layout(text, words, begins)


def _document(read: Layout, reading: Reading) -> Document:
    bounds = [n for n, start in enumerate(reading.sentence_starts) if start] + [len(read.words)]
    syntax = Document(
        text=read.text,
        tokens=tuple(_tokens(read, reading)),
        sentences=tuple(Sentence(first, last) for first, last in pairwise(bounds)),
        entities=tuple(Entity(e.first, e.last + 1, cast(EntityKind, e.label)) for e in reading.entities),
    )
    return with_roles(syntax, reading)


def with_roles(syntax: Document, reading: Reading) -> Document:
    """The document with the attribution roles of a reading of the same words."""
    return replace(
        syntax,
        roles=tuple(RoleSpan(cast(Role, r.role), r.first, r.last + 1, r.score) for r in reading.roles),
        links=tuple(Link(link.part, link.cue, link.score) for link in reading.links),
        content=tuple(reading.content),
    )


def _tokens(read: Layout, reading: Reading) -> list[Token]:
    columns = zip(read.words, read.forms, reading.lemmas, reading.upos, reading.heads, reading.deprels, strict=True)
    return [
        Token(word.start, word.end, form, lemma, upos, head if head >= 0 else ROOT, deprel)
        for word, form, lemma, upos, head, deprel in columns
    ]
