from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import tiny
import torch

from quotes.model.batches import WordPieces
from quotes.model.rows import FEWEST
from quotes.training.encoded import IGNORED, Example, Indexer, examples, targets
from quotes.training.examples import Speech, Words

CONFIG = tiny.config()


def syntax() -> Words:
    """Two sentences: "She left." "Go now"."""
    return Words(
        name="some",
        forms=["She", "left", ".", "Go", "now"],
        spaced=[True, True, False, True, True],
        sentence_starts=[True, False, False, True, False],
        paragraph_starts=[True, False, False, True, False],
        upos=["PRON", "VERB", "PUNCT", "VERB", "ODD"],
        heads=[1, -1, 1, -1, 3],
        deprels=["nsubj", "root", "punct", "root", "obj"],
        lemmas=["she", "left", ".", "go", "then"],
    )


def speech() -> Words:
    """A source, a cue and a content that goes on in the second sentence."""
    return Words(
        name="other",
        forms=["Ann", "said", "it", "ended", "he", "left"],
        spaced=[True] * 6,
        sentence_starts=[True, False, False, False, True, False],
        paragraph_starts=[True, False, False, False, False, False],
        entities=["B-person", "O", "O", "O", "O", "O"],
        roles=["B-source", "B-cue", "B-content", "I-content", "I-content", "I-content"],
        speech=(Speech((1, 1), (0, 0), ((2, 5),)),),
    )


def test_labels_become_indices() -> None:
    labels = Indexer(CONFIG).labels(syntax(), 0, 5)
    assert labels.upos == [3, 1, 2, 1, IGNORED]
    assert labels.heads == [2, 0, 2, 0, 4]
    assert labels.deprels == [1, 2, 0, 2, 3]
    assert labels.lemmas == [1, 0, 0, 1, IGNORED]
    assert labels.starts == [1, 0, 0, 1, 0]
    assert labels.sentence == [0, 0, 0, 1, 1]
    assert labels.roles is None and labels.entities is None


def test_a_window_counts_from_its_own_beginning() -> None:
    labels = Indexer(CONFIG).labels(syntax(), 3, 5)
    assert labels.heads == [0, 1]
    assert labels.sentence == [0, 0]
    assert labels.starts == [1, 0]


def test_a_head_outside_the_window_is_not_learned() -> None:
    assert Indexer(CONFIG).labels(syntax(), 0, 1).heads == [IGNORED]
    assert Indexer(CONFIG).labels(syntax(), 1, 3).heads == [0, 1]


def test_links_point_into_the_window() -> None:
    labels = Indexer(CONFIG).labels(speech(), 0, 6)
    assert (labels.cues, labels.sources, labels.contents) == ([(1, 1)], [(0, 0)], [((2, 5), 0)])


def test_a_content_whose_cue_is_not_in_the_window_has_none() -> None:
    labels = Indexer(CONFIG).labels(speech(), 4, 6)
    assert (labels.cues, labels.sources, labels.contents) == ([], [], [((0, 1), -1)])


def test_a_source_or_content_beyond_the_window_is_cut() -> None:
    labels = Indexer(CONFIG).labels(speech(), 1, 4)
    assert (labels.cues, labels.sources, labels.contents) == ([(0, 0)], [None], [((1, 2), 0)])


def test_a_window_never_begins_inside_a_span() -> None:
    labels = Indexer(CONFIG).labels(speech(), 4, 6)
    assert [CONFIG.roles[n] for n in labels.roles or ()] == ["B-content", "I-content"]
    whole = Indexer(CONFIG).labels(speech(), 0, 6)
    assert [CONFIG.roles[n] for n in whole.roles or ()] == list(speech().roles or ())


@pytest.fixture
def pieces(tmp_path: Path) -> WordPieces:
    return WordPieces(tiny.write_vocabulary(tmp_path))


def test_documents_become_windows(pieces: WordPieces) -> None:
    first, second = examples([syntax()], CONFIG, pieces, limit=11)
    assert [len(first.window.pieces), len(second.window.pieces)] == [3, 2]
    assert first.labels.upos == [3, 1, 2]
    assert list(second.window.paragraph_starts) == [True, False]
    (whole,) = examples([syntax()], CONFIG, pieces, limit=100)
    assert [tuple(word) for word in whole.window.pieces] == pieces(syntax().forms)


def test_varied_windows_depend_on_the_seed_alone(pieces: WordPieces) -> None:
    documents = [replace(syntax(), forms=["She", '"', '"', "Go", "now"])] * 30

    def made(seed: int) -> list[Example]:
        return list(examples(documents, CONFIG, pieces, 100, Random(seed)))

    assert made(1) == made(1)
    assert made(1) != made(2)


def test_batches_are_padded_with_what_is_not_learned(pieces: WordPieces) -> None:
    gold = targets(list(examples([syntax()], CONFIG, pieces, limit=11)))
    assert gold.upos is not None and gold.heads is not None

    def padded(*labels: int) -> list[int]:
        return [*labels, *[IGNORED] * (FEWEST - len(labels))]

    assert gold.upos.tolist() == [padded(3, 1, 2), padded(1, IGNORED)]
    assert gold.heads.tolist() == [padded(2, 0, 2), padded(0, 1)]
    assert gold.starts.tolist() == [padded(1, 0, 0), padded(1, 0)]
    assert gold.batch.word_mask.sum(1).tolist() == [3, 2]
    assert torch.equal(gold.sentence != IGNORED, gold.batch.word_mask)
    assert gold.roles is None and gold.entities is None


def test_what_one_window_does_not_say_the_batch_does_not_say(pieces: WordPieces) -> None:
    mixed = [*examples([syntax()], CONFIG, pieces, 100), *examples([speech()], CONFIG, pieces, 100)]
    gold = targets(mixed)
    assert gold.upos is None and gold.roles is None
    assert [label.cues for label in gold.labels] == [[], [(1, 1)]]
