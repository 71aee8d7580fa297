from __future__ import annotations

import pytest
import torch
from torch import nn

from quotes.model.rows import FEWEST, single


def test_a_single_output_is_that_of_the_layer() -> None:
    layer, inputs = nn.Linear(16, 1), torch.randn(2, 5, 16)
    assert torch.allclose(single(layer, inputs), layer(inputs).squeeze(-1), atol=1e-6)


@pytest.mark.parametrize("rows", [FEWEST, 5, 33, 200])
def test_a_row_is_the_same_among_few_and_among_many(rows: int) -> None:
    layer, inputs = nn.Linear(128, 1), torch.randn(1000, 128)
    with torch.inference_mode():
        assert torch.equal(single(layer, inputs[:rows]), single(layer, inputs)[:rows])
