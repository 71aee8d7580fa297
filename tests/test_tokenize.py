from __future__ import annotations

from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from stanza.models.tokenization.data import TokenizationDataset
from stanza.models.tokenization.trainer import Trainer
from stanza.models.tokenization.utils import output_predictions

from quotes.model.characters import Alphabet, paragraphs
from quotes.model.segments import decoded
from quotes.model.tokenize import Segmenter, stanza_document

WEIGHTS = Path(str(files("quotes.model").joinpath("weights", "en", "tokenize", "news.pt")))
NEWS = (
    "PORTO (AP) -- Sen. Ana Roe, D-Calif., spoke on Jan. 3. “We didn't win,” she said. “Why?” asked Dr. Li.\n\n"
    "Mail press@acme.example.com or see www.acme.com/news today \x97 it costs $5.50\n \n"
    "No stop here\n\nCafé 東京 cannot close"
)
ALPHABET = "ab. \"“”'\n\tÉ7-@,\u2003東\x97"


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    if not WEIGHTS.exists():
        pytest.skip("the tokenizer's weights are not there")
    return Segmenter(WEIGHTS)


def words(segmenter: Segmenter, text: str) -> list[list[tuple[int, int]]]:
    return [[(span.start, span.end) for span in sentence] for sentence in segmenter.sentences([text])[0]]


def words_by_stanza(text: str) -> list[list[tuple[int, int]]]:
    trainer = Trainer(model_file=str(WEIGHTS), device="cpu")
    data = TokenizationDataset(trainer.args, input_text=text, vocab=trainer.vocab, evaluation=True)
    with torch.no_grad():
        found = output_predictions(None, trainer, data, trainer.vocab, None, orig_text=text)[3]
    return [[(word["start_char"], word["end_char"]) for word in sentence] for sentence in found]


@pytest.mark.parametrize("text", [NEWS, " ".join(NEWS.split("\n\n")) + " " + "He said so. She did not. " * 60])
def test_words_and_sentences_are_those_of_stanza(segmenter: Segmenter, text: str) -> None:
    assert words(segmenter, text) == words_by_stanza(text)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(ALPHABET, max_size=40), max_size=3))
def test_every_character_stands_in_one_word_or_is_white(segmenter: Segmenter, texts: list[str]) -> None:
    for text, sentences in zip(texts, segmenter.sentences(texts), strict=True):
        spans = [span for sentence in sentences for span in sentence]
        assert all(sentences)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        covered = {place for span in spans for place in range(span.start, span.end)}
        white = {place for place, char in enumerate(text) if char.isspace() or char == "\x97"}
        assert covered == set(range(len(text))) - white
        ends = [end for _, end in paragraphs(text)]
        assert not any(s[0].start < end < s[-1].end for s in sentences for end in ends)


def test_texts_are_read_independently_of_one_another(segmenter: Segmenter) -> None:
    texts = [NEWS, "", " \n\n ", "One word"]
    together = segmenter.sentences(texts)
    assert together == [segmenter.sentences([text])[0] for text in texts]
    assert together[1] == together[2] == []


@pytest.mark.parametrize("unit", ["a", '"', "a.com/", "x@", "ab-"])
def test_a_text_without_space_is_read_in_windows(segmenter: Segmenter, unit: str) -> None:
    text = unit * (20_000 // len(unit))
    spans = [span for sentence in segmenter.sentences([text])[0] for span in sentence]
    assert spans[0].start == 0
    assert spans[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("mark", ["“", "‘", '"', "'", "``"])
def test_a_sentence_end_at_an_opening_mark_moves_before_it(mark: str) -> None:
    text = f"Over. {mark}We won."
    characters = Alphabet({}).read([text])
    labels = np.zeros(len(characters.units), dtype=np.int64)
    labels[[3, 4, 5 + len(mark), 12 + len(mark) - 1]] = 1
    labels[5 + len(mark)] = 2
    (segments,) = decoded([text], characters, labels)
    assert [text[s[0].start : s[-1].end] for s in segments.sentences()] == ["Over.", f"{mark}We won."]


def test_a_sentence_end_at_a_closing_mark_stays() -> None:
    text = 'He said "no." She left'
    characters = Alphabet({}).read([text])
    labels = np.zeros(len(characters.units), dtype=np.int64)
    labels[[8, 10, 11]] = 1
    labels[12] = 2
    (segments,) = decoded([text], characters, labels)
    assert [text[s[0].start : s[-1].end] for s in segments.sentences()] == ['He said "no."', "She left"]


def test_stanza_gets_ids_and_offsets(segmenter: Segmenter) -> None:
    text = "Yes. We won."
    document = stanza_document(text, segmenter.segment([text])[0])
    assert [[word.id for word in sentence.words] for sentence in document.sentences] == [[1, 2], [1, 2, 3]]
    assert [text[w.start_char : w.end_char] == w.text for s in document.sentences for w in s.words] == [True] * 5
