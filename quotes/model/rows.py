"""What keeps the result for one row the same, bit by bit, whatever the other rows of a batch are.

The libraries that multiply matrices give a row the same result in all but three cases, which are taken out of their way
here: products of few rows have kernels of their own that round otherwise (MKL below 16), and so have products with a
single column; oneDNN cuts long sums of a half-precision product in other places where it has no more than 256 rows.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

FEWEST = 16
"""Rows that a product must have at least."""

FEWEST_HALF = 512
"""Rows that a product in half precision must have at least."""


def single(layer: nn.Linear, inputs: Tensor) -> Tensor:
    """A layer with one output: [..., inputs] -> [...], as the first of two equal columns."""
    both = functional.linear(inputs, layer.weight.expand(2, -1), layer.bias.expand(2))
    return both[..., 0]
