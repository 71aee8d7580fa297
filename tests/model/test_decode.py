from __future__ import annotations

import itertools

import numpy as np
import pytest
from effort import calls
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.model.decode import Floats, LabelledSpan, is_tree, spans, tree


def climbs(heads: tuple[int, ...]) -> bool:
    """Whether every word reaches the root, and exactly one hangs on it, told by walking."""
    for word in range(1, len(heads) + 1):
        steps, at = 0, word
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return heads.count(0) == 1


def every(words: int) -> list[tuple[int, ...]]:
    return list(itertools.product(range(words + 1), repeat=words))


@pytest.mark.parametrize("words", [1, 2, 3, 4])
def test_trees_are_told_from_what_is_none(words: int) -> None:
    for heads in every(words):
        assert is_tree(np.array(heads)) is climbs(heads)


def test_a_long_chain_is_a_tree_and_a_long_ring_is_none() -> None:
    chain = np.arange(300)
    assert is_tree(chain)
    ring = np.concatenate([[0], np.roll(np.arange(2, 301), -1)])
    assert not is_tree(ring)


def weight(scores: Floats, heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@pytest.mark.parametrize("words", [1, 2, 3, 4])
@pytest.mark.parametrize("shift", [0.0, 100.0, -100.0])
def test_no_tree_is_better(words: int, shift: float) -> None:
    rng = np.random.default_rng(words)
    trees = [heads for heads in every(words) if climbs(heads)]
    for _ in range(40):
        scores = (rng.normal(size=(words, words + 1)) * 5 + shift).astype(np.float32)
        found = tuple(tree(scores).tolist())
        assert climbs(found)
        assert weight(scores, found) == pytest.approx(max(weight(scores, heads) for heads in trees), abs=1e-3)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 25), st.integers(0, 10_000), st.sampled_from([0.0, 1.0, 1000.0]))
def test_every_score_matrix_has_a_tree(words: int, seed: int, spread: float) -> None:
    scores = (np.random.default_rng(seed).normal(size=(words, words + 1)) * spread).astype(np.float32)
    before = scores.copy()
    assert climbs(tuple(tree(scores).tolist()))
    assert (scores == before).all()


def repeated(words: int) -> Floats:
    """Words that are all the same: each likes its neighbours best, and hardly one more than the other."""
    places = np.arange(words)
    scores = np.random.default_rng(words).normal(size=(words, words + 1)) / 10
    return (scores - abs(places[:, None] + 1 - np.arange(words + 1))).astype(np.float32)


def test_a_sentence_of_one_word_over_and_over_has_a_tree_soon() -> None:
    assert climbs(tuple(tree(repeated(200)).tolist()))
    assert calls(lambda: tree(repeated(200))) < 5 * calls(lambda: tree(repeated(50)))


def test_labels_become_spans() -> None:
    labels = ["I-cue", "O", "B-source", "I-source", "I-cue", "B-cue", "B-cue", "I-source", "O", "I-source"]
    assert spans(labels) == [
        LabelledSpan("cue", 0, 0),
        LabelledSpan("source", 2, 3),
        LabelledSpan("cue", 4, 4),
        LabelledSpan("cue", 5, 5),
        LabelledSpan("cue", 6, 6),
        LabelledSpan("source", 7, 7),
        LabelledSpan("source", 9, 9),
    ]


LABELS = ["O", "B-cue", "I-cue", "B-content", "I-content"]


@given(st.lists(st.sampled_from(LABELS)))
def test_spans_cover_what_is_labelled_and_nothing_twice(labels: list[str]) -> None:
    covered = [(n, span.label) for span in spans(labels) for n in range(span.first, span.last + 1)]
    assert covered == [(n, label[2:]) for n, label in enumerate(labels) if label != "O"]
