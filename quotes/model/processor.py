"""The joint model as a Stanza processor: it fills in Stanza's own document, and adds what Stanza has no place for.

stanza.Pipeline("en", dir=..., package="news", processors="tokenize,joint", download_method=None)
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from stanza.models.common.doc import Document
from stanza.pipeline.processor import Processor, register_processor

from quotes.model.layout import Layout, layout
from quotes.model.reading import Reader, Reading
from quotes.records import Span

NAME = "joint"


@register_processor(NAME)
class JointProcessor(Processor):  # type: ignore[misc]
    """Tags, lemmas, trees, names and attribution roles; sentences anew, with the context of whole paragraphs.

    Beside Stanza's own annotations a document gets ``reading``, the `Reading` of its words.
    """

    PROVIDES_DEFAULT = frozenset({NAME, "pos", "lemma", "depparse", "ner"})
    REQUIRES_DEFAULT = frozenset({"tokenize"})

    def __init__(self, config: Mapping[str, Any], pipeline: Any, device: Any) -> None:
        super().__init__(config, pipeline, device)
        self._reader = Reader(Path(config["model_path"]).parent, torch.device(device))

    def process(self, document: Document) -> Document:
        """Annotates one document."""
        return self.bulk_process([document])[0]

    def bulk_process(self, docs: list[Document]) -> list[Document]:
        """Annotates many documents at once."""
        layouts = [_layout(document) for document in docs]
        readings = self._reader.read(layouts)
        return [_annotated(each, reading) for each, reading in zip(layouts, readings, strict=True)]


def _layout(document: Document) -> Layout:
    words = [
        (word.start_char, word.end_char, n == 0)
        for sentence in document.sentences
        for n, word in enumerate(sentence.words)
    ]
    return layout(document.text, [Span(start, end) for start, end, _ in words], [first for _, _, first in words])


def _annotated(laid_out: Layout, reading: Reading) -> Document:
    bounds = [n for n, start in enumerate(reading.sentence_starts) if start] + [len(laid_out.words)]
    sentences = [
        [_word(laid_out, reading, n, first) for n in range(first, last)] for first, last in itertools.pairwise(bounds)
    ]
    document = Document(sentences, text=laid_out.text)
    document.reading = reading
    return document


def _word(laid_out: Layout, reading: Reading, index: int, first: int) -> dict[str, Any]:
    head = reading.heads[index]
    return {
        "id": (index - first + 1,),
        "text": laid_out.forms[index],
        "lemma": reading.lemmas[index],
        "upos": reading.upos[index],
        "head": head - first + 1 if head >= 0 else 0,
        "deprel": reading.deprels[index],
        "start_char": laid_out.words[index].start,
        "end_char": laid_out.words[index].end,
    }
