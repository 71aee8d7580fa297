"""What keeps the result for one row the same, bit by bit, whatever the other rows of a batch are.

The libraries that multiply matrices give a row the same result in all but two cases, which are taken out of their way
here: products of very few rows, and products with a single column, have kernels of their own that round otherwise.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

FEWEST = 4
"""Rows that a product must have at least."""


def single(layer: nn.Linear, inputs: Tensor) -> Tensor:
    """A layer with one output: [..., inputs] -> [...], as the first of two equal columns."""
    both = functional.linear(inputs, layer.weight.expand(2, -1), layer.bias.expand(2))
    return both[..., 0]
