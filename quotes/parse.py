"""Text -> `Document`: the Stanza pipeline with the package's own tokenizer and joint model."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

import stanza
import torch
from stanza.models.common.doc import Document as StanzaDocument

from quotes.errors import SetupError
from quotes.model import processor, tokenize
from quotes.model.reading import Reading
from quotes.records import Document, Entity, EntityKind, Link, Role, RoleSpan, Sentence, Token

PACKAGE = "news"


def weights_folder() -> Path:
    """The model directory inside the package, laid out as Stanza expects it."""
    return Path(str(files("quotes.model").joinpath("weights")))


class Parser:
    """Reads texts into documents; loads the model once, from the package or from ``model_dir``, never from a network.

    ``device`` is "auto" (a GPU where there is one), "cpu" or "cuda"; ``threads`` torch threads. Raises `SetupError`
    where the model is missing or damaged.
    """

    def __init__(self, device: str = "auto", threads: int = 1, model_dir: Path | None = None) -> None:
        torch.set_num_threads(threads)
        folder = model_dir or weights_folder()
        try:
            self._pipeline = _pipeline(folder, device)
        except (OSError, ValueError, RuntimeError, KeyError) as error:
            raise SetupError(f"The model in {folder} cannot be loaded ({error}). Install quotes anew.") from error

    def parse(self, texts: Sequence[str]) -> list[Document]:
        """One document for each text, in order; an empty text gives an empty document."""
        if not texts:
            return []
        read = self._pipeline.bulk_process([StanzaDocument([], text=text) for text in texts])
        return [_document(each) for each in read]


def _pipeline(folder: Path, device: str) -> Any:
    assert {processor.NAME, tokenize.PackedTokenizer}  # importing them has registered them with Stanza
    return stanza.Pipeline(
        "en",
        dir=str(folder),
        package=PACKAGE,
        processors=f"tokenize,{processor.NAME}",
        download_method=None,
        device=None if device == "auto" else device,
        tokenize_with_packed=True,
        verbose=False,
        logging_level=logging.getLevelName(logging.ERROR),
    )


def _document(read: StanzaDocument) -> Document:
    reading = cast(Reading, read.reading)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for sentence in read.sentences:
        first = len(tokens)
        tokens.extend(_token(word, first) for word in sentence.words)
        sentences.append(Sentence(first, len(tokens)))
    return Document(
        text=read.text,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        entities=tuple(Entity(e.first, e.last + 1, cast(EntityKind, e.label)) for e in reading.entities),
        roles=tuple(RoleSpan(cast(Role, r.role), r.first, r.last + 1, r.score) for r in reading.roles),
        links=tuple(Link(link.part, link.cue, link.score) for link in reading.links),
        content=tuple(reading.content),
    )


def _token(word: Any, first: int) -> Token:
    head = word.head - 1 + first if word.head else -1
    return Token(word.start_char, word.end_char, word.text, word.lemma, word.upos, head, word.deprel)
