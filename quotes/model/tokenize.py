"""Words and sentences: Stanza's tokenizer, its weights and its network, with input and output as whole arrays.

Stanza prepares every character in Python, which costs several times as much as the network. Here the same is done for
many texts at once; on the same paragraph words and sentences are the same. Three things differ on purpose: a word
never holds white space, a sentence never ends with an opening quotation mark, and paragraphs of more than 4,000
characters are read in overlapping windows side by side, so that time and memory stay bounded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from stanza.models.common import doc
from stanza.models.tokenization.model import Tokenizer
from stanza.pipeline.processor import ProcessorVariant, register_processor_variant
from torch.nn.utils.rnn import PackedSequence

from quotes.errors import SetupError
from quotes.model.characters import Alphabet, Characters, Integers
from quotes.model.rows import FEWEST, single
from quotes.model.segments import Segments, decoded, keep_addresses
from quotes.records import Span

__all__ = ["PackedTokenizer", "Segmenter", "Segments", "stanza_document"]

FEATURES = ["space_before", "capitalized", "numeric", "end_of_para", "start_of_para"]
_BATCH = 64
_WINDOW = 1000
"""Stanza reads this many characters at once and goes on behind the last sentence that ends among them."""
_LONG = 4000
_OVERLAP = 100


class Segmenter:
    """Stanza's tokenizer from a weights file.

    Raises FileNotFoundError where there is none and SetupError where it holds a network of another kind.
    """

    def __init__(self, weights: Path) -> None:
        content = torch.load(weights, map_location="cpu", weights_only=True)
        config = content["config"]
        if config["hierarchical"] or config["conv_res"] or config["use_mwt"] or config["feat_funcs"] != FEATURES:
            raise SetupError(f"{weights} holds no tokenizer of quotes: run `python -m quotes.training tokenizer`.")
        self._model = Tokenizer(config, config["vocab_size"], config["emb_dim"], config["hidden_dim"], 0.0, 0.0)
        self._model.load_state_dict(content["model"])
        self._model.eval()
        names = content["vocab"]["_id2unit"]
        self._alphabet = Alphabet({name: number for number, name in enumerate(names)})

    def segment(self, texts: Sequence[str]) -> list[Segments]:
        """Words and sentences of each text; a text without words has none."""
        characters = self._alphabet.read(texts)
        labels = self._labels(characters)
        for number, (start, length) in enumerate(zip(characters.starts, characters.lengths, strict=True)):
            labels[start + length - 1] = 2
            keep_addresses(characters, labels, texts[characters.texts[number]], slice(start, start + length))
        return decoded(texts, characters, labels)

    def sentences(self, texts: Sequence[str]) -> list[list[tuple[Span, ...]]]:
        """The word spans of each sentence of each text."""
        return [segments.sentences() for segments in self.segment(texts)]

    def _labels(self, characters: Characters) -> Integers:
        """0 inside a word, 1 at its end, 2 at a sentence's end, for every character."""
        labels = np.zeros(len(characters.units), dtype=np.int64)
        starts, ends = characters.starts, characters.starts + characters.lengths
        long = characters.lengths > _LONG
        for start, end in zip(starts[long].tolist(), ends[long].tolist(), strict=True):
            labels[start:end] = self._overlapping(characters, start, end)
        starts, ends = starts[~long], ends[~long]
        while len(starts):
            stops = np.minimum(starts + _WINDOW, ends)
            lengths = stops + (stops == ends) - starts  # the padding behind a paragraph is read with it, as Stanza does
            labels[ranges(starts, lengths)] = self._read(characters, starts, lengths)
            starts = np.array([_next(labels, *each) for each in zip(starts, stops, ends, strict=True)], dtype=np.int64)
            starts, ends = starts[starts < ends], ends[starts < ends]
        return labels

    def _overlapping(self, characters: Characters, start: int, end: int) -> Integers:
        """The labels of a long paragraph: windows side by side, each deciding on its middle."""
        first = np.arange(start, end, _WINDOW)
        outer = np.maximum(first - _OVERLAP, start)
        lengths = np.minimum(first + _WINDOW + _OVERLAP, end + 1) - outer
        found = self._read(characters, outer, lengths)
        shifts = np.cumsum(lengths) - lengths + first - outer
        return found[ranges(shifts, np.minimum(first + _WINDOW, end) - first)]

    @torch.inference_mode()
    def _read(self, characters: Characters, starts: Integers, lengths: Integers) -> Integers:
        """The network's labels of the windows, one window behind the other; those of similar length run together."""
        total = int(lengths.sum())
        labels = np.zeros(total + int(lengths.max()) + 1, dtype=np.int64)
        shifts = np.cumsum(lengths) - lengths
        order = np.argsort(-lengths, kind="stable")
        for at in range(0, len(order), _BATCH):
            part = order[at : at + _BATCH]
            places, sizes = packed(*_accompanied(starts[part], lengths[part], 0))
            targets, _ = packed(*_accompanied(shifts[part], lengths[part], total))
            units = characters.units.take(places, mode="clip")
            labels[targets] = self._network(units, characters.features.take(places, 0, mode="clip"), sizes)
        return labels[:total]

    def _network(self, units: Integers, features: npt.NDArray[np.float32], sizes: Integers) -> Integers:
        """Stanza's ``Tokenizer.forward`` without its padding: (N) units in packed order -> (N) labels."""
        model = self._model
        data = torch.cat([model.embeddings(torch.from_numpy(units)), torch.from_numpy(features)], 1)
        hidden = model.rnn(PackedSequence(data, torch.from_numpy(sizes)))[0].data
        word, sentence = single(model.tok_clf, hidden), single(model.sent_clf, hidden)
        inside = torch.nn.functional.logsigmoid(word)
        scores = torch.stack([
            torch.nn.functional.logsigmoid(-word),
            inside + torch.nn.functional.logsigmoid(-sentence),
            inside + torch.nn.functional.logsigmoid(sentence),
        ])  # fmt: skip
        result: Integers = scores.argmax(0).numpy()
        return result


def _accompanied(starts: Integers, lengths: Integers, start: int) -> tuple[Integers, Integers]:
    """Windows with some longer ones in front of them, which nobody reads, at ``start``.

    Thus every step has `FEWEST` rows, and never do all windows have one length, for which torch has another kernel:
    the result for a window does not depend on the windows beside it.
    """
    longer = np.full(FEWEST, lengths[0] + 1)
    return np.concatenate([np.full(FEWEST, start), starts]), np.concatenate([longer, lengths])


def packed(starts: Integers, lengths: Integers) -> tuple[Integers, Integers]:
    """Places of the windows' characters in torch's packed order, and the windows alive at each step.

    The windows are sorted by length, the longest first.
    """
    steps = np.arange(lengths[0])[:, None]
    alive = steps < lengths[None]
    return (starts[None] + steps)[alive], alive.sum(1)


def ranges(starts: Integers, lengths: Integers) -> Integers:
    """The numbers ``start`` to ``start + length``, one range behind the other."""
    shifts = np.cumsum(lengths) - lengths
    return np.repeat(starts - shifts, lengths) + np.arange(int(lengths.sum()))


def _next(labels: Integers, start: int, stop: int, end: int) -> int:
    """Where to go on: behind the window's last sentence, as Stanza does."""
    if stop == end:
        return end
    breaks = np.flatnonzero(labels[start:stop] == 2)
    return start + int(breaks[-1]) + 1 if len(breaks) else stop


# ---- Stanza -------------------------------------------------------------------------------------------------------


@register_processor_variant("tokenize", "packed")
class PackedTokenizer(ProcessorVariant):  # type: ignore[misc]
    """Stanza's processor ``tokenize`` with a Segmenter inside: ``stanza.Pipeline(..., tokenize_with_packed=True)``."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        self._segmenter = Segmenter(Path(config["model_path"]))

    def process(self, document: str) -> doc.Document:
        """The text as a Stanza document."""
        return stanza_document(document, self._segmenter.segment([document])[0])

    def bulk_process(self, docs: list[doc.Document]) -> list[doc.Document]:
        """Many documents, of which only the texts are read, at once."""
        texts = [each.text for each in docs]
        return [stanza_document(*each) for each in zip(texts, self._segmenter.segment(texts), strict=True)]


def stanza_document(text: str, segments: Segments) -> doc.Document:
    """Stanza's own data type, with ids and offsets."""
    sentences = [
        [
            {doc.ID: (number,), doc.TEXT: span.text(text), doc.START_CHAR: span.start, doc.END_CHAR: span.end}
            for number, span in enumerate(sentence, start=1)
        ]
        for sentence in segments.sentences()
    ]
    return doc.Document(sentences, text)
