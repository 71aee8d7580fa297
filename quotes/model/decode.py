"""Labels -> spans, scores -> trees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from quotes.model.arborescence import best_heads

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class LabelledSpan(NamedTuple):
    """The words ``first`` to ``last`` (inclusive) of one window under one label."""

    label: str
    first: int
    last: int


def spans(labels: Sequence[str]) -> list[LabelledSpan]:
    """BIO labels -> spans; an I- without its beginning begins a span."""
    found: list[LabelledSpan] = []
    for index, label in enumerate(labels):
        kind = label[2:]
        if label.startswith("I-") and found and found[-1].label == kind and found[-1].last == index - 1:
            found[-1] = found[-1]._replace(last=index)
        elif label != "O":
            found.append(LabelledSpan(kind, index, index))
    return found


def is_tree(heads: Ints) -> bool:
    """Whether heads (0 the root, 1 + n the word n) make one tree with one root."""
    if (heads == 0).sum() != 1:
        return False
    above = np.concatenate([[0], heads])
    reached = above
    # Following the heads doubles the distance each time: as many steps as the longest chain could need.
    for _ in range(max(1, len(heads).bit_length())):
        reached = reached[reached]
    return bool((reached == 0).all())


def tree(scores: Floats) -> Ints:
    """The best tree over one sentence: ``scores`` [words, 1 + words], column 0 the root -> heads as in `is_tree`."""
    words = len(scores)
    weights = scores.astype(np.float64)
    weights[np.arange(words), np.arange(words) + 1] = -np.inf
    heads: Ints = weights.argmax(1).astype(np.int64)
    if is_tree(heads):
        return heads
    # As many roots as words gain less than this, so that there is one (Stanojević and Cohen 2021).
    finite = weights[np.isfinite(weights)]
    weights[:, 0] -= words * (finite.max() - finite.min()) + 1
    return best_heads(np.vstack([np.zeros(words + 1), weights]))[1:]
