from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import torch
from torch import Tensor

from quotes.model.config import ROLE_LABELS
from quotes.model.crf import ChainCRF, allowed

LABELS = ("O", "B-cue", "I-cue", "B-source", "I-source")


@pytest.fixture
def chain() -> ChainCRF:
    torch.manual_seed(3)
    made = ChainCRF(LABELS)
    with torch.no_grad():
        made.transitions.normal_()
        made.starts.normal_()
    return made


def scored(chain: ChainCRF, emissions: Tensor) -> dict[tuple[int, ...], float]:
    """The score of every sequence that BIO allows, the long way: ``emissions`` [words, labels]."""
    starts, steps = chain.starts.tolist(), chain.transitions.tolist()
    found = {}
    for path in itertools.product(range(len(LABELS)), repeat=len(emissions)):
        if all(allowed(LABELS[a] if a >= 0 else None, LABELS[b]) for a, b in itertools.pairwise((-1, *path))):
            score = starts[path[0]] + sum(float(emissions[n, label]) for n, label in enumerate(path))
            found[path] = score + sum(steps[a][b] for a, b in itertools.pairwise(path))
    return found


def batch(lengths: list[int]) -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(sum(lengths))
    emissions = torch.randn(len(lengths), max(lengths), len(LABELS), generator=generator) * 2
    return emissions, torch.tensor([[n < length for n in range(max(lengths))] for length in lengths])


@pytest.mark.parametrize(
    ("previous", "label", "right"),
    [
        (None, "I-cue", False),
        (None, "B-cue", True),
        ("O", "I-cue", False),
        ("B-cue", "I-cue", True),
        ("I-cue", "I-cue", True),
        ("B-source", "I-cue", False),
        ("I-cue", "B-cue", True),
        ("I-cue", "O", True),
    ],
)
def test_only_its_own_kind_goes_on(previous: str | None, label: str, right: bool) -> None:
    assert allowed(previous, label) is right


def test_the_normaliser_sums_all_paths(chain: ChainCRF) -> None:
    lengths = [4, 1, 3]
    emissions, mask = batch(lengths)
    found = chain.log_normaliser(emissions, mask).tolist()
    for row, length in enumerate(lengths):
        scores = scored(chain, emissions[row, :length]).values()
        assert found[row] == pytest.approx(math.log(sum(map(math.exp, scores))), abs=1e-4)


def test_a_path_scores_its_own_steps_alone(chain: ChainCRF) -> None:
    lengths = [3, 2]
    emissions, mask = batch(lengths)
    gold = torch.tensor([[1, 2, 0], [3, 4, 0]])
    found = chain.path_score(emissions, gold, mask).tolist()
    assert found[0] == pytest.approx(scored(chain, emissions[0])[1, 2, 0], abs=1e-4)
    assert found[1] == pytest.approx(scored(chain, emissions[1, :2])[3, 4], abs=1e-4)


def test_the_loss_is_the_surprise_per_word(chain: ChainCRF) -> None:
    lengths = [3, 2]
    emissions, mask = batch(lengths)
    gold = torch.tensor([[1, 2, 0], [3, 4, 2]])  # the last label is padding
    surprise = 0.0
    for row, length in enumerate(lengths):
        scores = scored(chain, emissions[row, :length])
        total = sum(map(math.exp, scores.values()))
        surprise -= math.log(math.exp(scores[tuple(gold[row, :length].tolist())]) / total)
    assert chain.loss(emissions, gold, mask).item() == pytest.approx(surprise / sum(lengths), abs=1e-4)


def test_marginals_are_the_shares_of_the_paths_through_a_label(chain: ChainCRF) -> None:
    lengths = [4, 2, 1]
    emissions, mask = batch(lengths)
    found = chain.chain().marginals(emissions.numpy(), mask.numpy()).tolist()
    for row, length in enumerate(lengths):
        scores = scored(chain, emissions[row, :length])
        total = sum(map(math.exp, scores.values()))
        for word, label in itertools.product(range(length), range(len(LABELS))):
            through = sum(math.exp(score) for path, score in scores.items() if path[word] == label)
            assert found[row][word][label] == pytest.approx(through / total, abs=1e-4)


def test_the_best_path_is_the_best_of_all(chain: ChainCRF) -> None:
    lengths = [4, 3, 1, 2]
    emissions, mask = batch(lengths)
    found = chain.chain().best_paths(emissions.numpy(), mask.numpy())
    for row, length in enumerate(lengths):
        scores = scored(chain, emissions[row, :length])
        assert tuple(found[row, :length].tolist()) == max(scores, key=lambda path: scores[path])


def test_no_emission_makes_a_forbidden_path() -> None:
    chain = ChainCRF(ROLE_LABELS)
    inside = [n for n, label in enumerate(ROLE_LABELS) if label.startswith("I-")]
    emissions = torch.zeros(1, 6, len(ROLE_LABELS))
    emissions[0, range(6), [inside[n % 3] for n in range(6)]] = 50.0
    path = chain.chain().best_paths(emissions.numpy(), np.ones((1, 6), dtype=bool))
    labels = [ROLE_LABELS[n] for n in path[0].tolist()]
    assert allowed(None, labels[0])
    assert all(allowed(a, b) for a, b in itertools.pairwise(labels))
    assert any(label != "O" for label in labels)


def test_what_stands_behind_the_mask_changes_nothing(chain: ChainCRF) -> None:
    emissions, mask = batch([4, 2])
    other = emissions.clone()
    other[1, 2:] += 7.0
    one, two = (chain.log_normaliser(each, mask) for each in (emissions, other))
    assert torch.allclose(one, two, atol=1e-5)
    first, second = (chain.chain().marginals(each.numpy(), mask.numpy())[1, :2] for each in (emissions, other))
    assert np.array_equal(first, second)


@pytest.mark.parametrize("windows", [2, 7, 40])
def test_no_window_depends_on_how_many_there_are(chain: ChainCRF, windows: int) -> None:
    emissions, mask = (each.numpy() for each in batch([30] * windows))
    together = chain.chain().marginals(emissions, mask)
    alone = [chain.chain().marginals(emissions[n : n + 1], mask[n : n + 1])[0] for n in range(windows)]
    assert np.array_equal(together, np.stack(alone))


def test_long_windows_of_sure_words_keep_their_probabilities(chain: ChainCRF) -> None:
    emissions = np.zeros((1, 2000, len(LABELS)), dtype=np.float32)
    emissions[:, :, 1] = 80.0
    found = chain.chain().marginals(emissions, np.ones((1, 2000), dtype=bool))
    assert found[0, :, 1] == pytest.approx(np.ones(2000))
