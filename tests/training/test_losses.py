from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
import tiny
import torch
from test_encoded import speech, syntax

from quotes.model.batches import WordPieces
from quotes.model.heads import masked_cross_entropy
from quotes.training.encoded import IGNORED, Targets, examples, targets
from quotes.training.examples import Words
from quotes.training.losses import WEIGHTS, losses, total, within_sentences


@pytest.fixture
def pieces(tmp_path: Path) -> WordPieces:
    return WordPieces(tiny.write_vocabulary(tmp_path))


def gold(pieces: WordPieces, *documents: Words) -> Targets:
    return targets(list(examples(documents, tiny.config(), pieces, 100)))


def measured(batch: Targets) -> dict[str, float]:
    model = tiny.model()
    with torch.no_grad():
        return {name: value.item() for name, value in losses(model, model(batch.batch), batch).items()}


def test_each_kind_of_batch_has_the_losses_it_has_labels_for(pieces: WordPieces) -> None:
    tree, talk = measured(gold(pieces, syntax())), measured(gold(pieces, speech()))
    assert tree.keys() == {"starts", "upos", "lemmas", "arcs", "deprels"}
    assert talk.keys() == {"starts", "entities", "roles", "sources", "contents"}
    assert tree.keys() | talk.keys() == WEIGHTS.keys()
    for value in (*tree.values(), *talk.values()):
        assert 0 < value < 50


def test_a_batch_without_speech_has_no_links(pieces: WordPieces) -> None:
    silent = replace(speech(), roles=["O"] * 6, speech=())
    assert measured(gold(pieces, silent)).keys() == {"starts", "entities", "roles"}


def test_the_total_is_weighted() -> None:
    parts = {"upos": torch.tensor(1.0), "roles": torch.tensor(3.0), "sources": torch.tensor(10.0)}
    assert total(parts).item() == pytest.approx(1 + 2 * 3 + 0.3 * 10)


def test_padding_costs_nothing(pieces: WordPieces) -> None:
    """The same words twice, once beside a much longer window, cost the mean of both alone."""
    long = Words(
        "long",
        forms=["left"] * 20,
        spaced=[True] * 20,
        sentence_starts=[True, *[False] * 19],
        paragraph_starts=[True, *[False] * 19],
        upos=["VERB", "PRON", "NOUN", "VERB", "ODD"] * 4,
        heads=[-1, *[0] * 19],
        deprels=["root", *["obj"] * 19],
        lemmas=["left"] * 20,
    )
    short, both, other = (measured(gold(pieces, *each)) for each in ((syntax(),), (syntax(), long), (long,)))
    for name, short_words, long_words in (("upos", 4, 16), ("starts", 5, 20), ("arcs", 5, 20)):
        expected = (short[name] * short_words + other[name] * long_words) / (short_words + long_words)
        assert both[name] == pytest.approx(expected, rel=1e-3), name


def test_heads_in_other_sentences_are_barred() -> None:
    arcs = torch.zeros(1, 3, 4)
    barred = within_sentences(arcs, torch.tensor([[0, 0, 1]]))[0]
    assert (barred > -1).tolist() == [
        [True, True, True, False],
        [True, True, True, False],
        [True, False, False, True],
    ]


def test_cross_entropy_over_the_known_places() -> None:
    scores = torch.tensor([[[0.0, 0.0], [5.0, -5.0]]])
    assert masked_cross_entropy(scores, torch.tensor([[0, IGNORED]])).item() == pytest.approx(math.log(2))
    assert masked_cross_entropy(scores, torch.full((1, 2), IGNORED)).item() == 0
