"""What a trained chain CRF says of a batch: its best paths and its marginals.

In NumPy, since a step over a handful of labels is too small for torch: what each of its operators costs by itself, on
one core, was a sixteenth of all reading.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]
Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Chain:
    """The scores ``starts`` [labels] and ``transitions`` [from, to] of a chain, a forbidden step far below all others.

    Emissions are [windows, words, labels], masks [windows, words], true from the left. Every label may be followed by
    some label, and no two emissions at a word differ by more than some hundreds.
    """

    starts: Floats
    transitions: Floats

    def best_paths(self, emissions: Floats, mask: Booleans) -> Ints:
        """The best labels (Viterbi 1967) -> [windows, words], meaningless where the mask is false."""
        best, into = self.starts + emissions[:, 0], self.transitions.T
        windows, labels = np.arange(len(best))[:, None], np.arange(best.shape[1])
        back = []
        for step in range(1, emissions.shape[1]):
            scores = best[:, None, :] + into
            alive, origin = mask[:, step, None], scores.argmax(2)
            best = np.where(alive, scores[windows, labels, origin] + emissions[:, step], best)
            back.append(np.where(alive, origin, labels))
        path = [best.argmax(1)]
        for origin in reversed(back):
            path.append(origin[windows[:, 0], path[-1]])
        return np.stack(path[::-1], 1)

    def marginals(self, emissions: Floats, mask: Booleans) -> Floats:
        """The probability of every label at every word -> the shape of the emissions, meaningless as above.

        Forward and backward (Rabiner 1989), each step scaled to one. Sums run over the last axis, so that no window's
        result depends on how many others there are, as that of a product of matrices does.
        """
        shares = np.exp(emissions.astype(np.float64) - emissions.max(2, keepdims=True))
        forward = self._forward(shares)
        forward *= self._backward(shares, mask)
        found: Floats = (forward / forward.sum(2, keepdims=True)).astype(np.float32)
        return found

    def _forward(self, shares: Doubles) -> Doubles:
        into = np.exp(self.transitions.T.astype(np.float64))
        found = np.empty_like(shares)
        found[:, 0] = _scaled(np.exp(self.starts) * shares[:, 0])
        for step in range(1, shares.shape[1]):
            found[:, step] = _scaled((found[:, step - 1, None, :] * into).sum(2) * shares[:, step])
        return found

    def _backward(self, shares: Doubles, mask: Booleans) -> Doubles:
        onward = np.exp(self.transitions.astype(np.float64))
        found = np.ones_like(shares)
        for step in range(shares.shape[1] - 1, 0, -1):
            after = (found[:, step] * shares[:, step])[:, None, :]
            found[:, step - 1] = np.where(mask[:, step, None], _scaled((after * onward).sum(2)), 1.0)
        return found


def _scaled(values: Doubles) -> Doubles:
    """Rows that sum to one."""
    scaled: Doubles = values / values.sum(1, keepdims=True)
    return scaled
