"""What keeps the result for one row the same, bit by bit, whatever the other rows of a batch are.

The libraries that multiply matrices give a row the same result in all but three cases, which are taken out of their way
here: products of few rows have kernels of their own that round otherwise (MKL below 16), and so have products with a
single column; oneDNN cuts long sums of a half-precision product in other places where it has no more than 256 rows.
"""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn import functional

FEWEST = 16
"""Rows that a product must have at least."""


@dataclass(frozen=True, slots=True)
class Filling:
    """How many rows a product has at least, and of what its number of rows is a multiple."""

    fewest: int
    step: int

    def missing(self, rows: int) -> int:
        """The rows that have to be added."""
        return max(self.fewest - rows, -rows % self.step)


SINGLE = Filling(FEWEST, FEWEST)
"""Products in single precision."""

HALF = Filling(512, 256)
"""Products in half precision: few shapes, for each of which oneDNN makes a kernel and keeps it."""


def single(layer: nn.Linear, inputs: Tensor) -> Tensor:
    """A layer with one output: [..., inputs] -> [...], as the first of two equal columns."""
    both = functional.linear(inputs, layer.weight.expand(2, -1), layer.bias.expand(2))
    return both[..., 0]
