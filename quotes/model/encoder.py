"""A BERT-shaped encoder (Devlin et al. 2019) in plain torch, small enough that no transformer library is loaded for it.

It starts from all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019). The vocabulary is uncased, so an
embedding of each word's surface (case, spacing, quotation) is added to its pieces; it starts at zero and is learned.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from quotes.model.config import EncoderConfig
from quotes.model.dropout import Dropout
from quotes.model.surface import SURFACE_SIZES


class Embeddings(nn.Module):
    """Word pieces, positions and surfaces -> vectors."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.pieces = nn.Embedding(config.vocabulary, config.hidden)
        self.positions = nn.Embedding(config.positions, config.hidden)
        self.surfaces = nn.ModuleList(nn.Embedding(size, config.hidden) for size in SURFACE_SIZES)
        self.norm = nn.LayerNorm(config.hidden, eps=1e-12)
        self.dropout = Dropout(config.dropout)
        for table in self.surfaces:
            assert isinstance(table, nn.Embedding)
            nn.init.zeros_(table.weight)

    def forward(self, pieces: Tensor, surfaces: Tensor, positions: Tensor) -> Tensor:
        """``pieces`` and ``positions`` [rows], ``surfaces`` [rows, features] -> [rows, hidden]."""
        total = self.pieces(pieces) + self.positions(positions)
        for feature, table in enumerate(self.surfaces):
            total = total + table(surfaces[:, feature])
        return self.dropout(self.norm(total))  # type: ignore[no-any-return]


class Layer(nn.Module):
    """Self-attention and a feed-forward network, each with a residual and a norm after it."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.heads = config.heads
        self.attention_in = nn.Linear(config.hidden, 3 * config.hidden)
        self.attention_out = nn.Linear(config.hidden, config.hidden)
        self.attention_norm = nn.LayerNorm(config.hidden, eps=1e-12)
        self.inner = nn.Linear(config.hidden, config.intermediate)
        self.outer = nn.Linear(config.intermediate, config.hidden)
        self.norm = nn.LayerNorm(config.hidden, eps=1e-12)
        self.dropout = Dropout(config.dropout)

    def attention(self, states: Tensor, lengths: Sequence[int]) -> Tensor:
        """Scaled dot-product attention within each window."""
        # [rows, 3, heads, size] -> for each window query, key and value of [1, heads, length, size]
        split = self.attention_in(states).unflatten(-1, (3, self.heads, -1)).transpose(0, 2)[None]
        mixed = [
            functional.scaled_dot_product_attention(*window.unbind(2)).squeeze(0).transpose(0, 1).flatten(1)
            for window in split.split(list(lengths), dim=3)
        ]
        return self.attention_out(torch.cat(mixed))  # type: ignore[no-any-return]

    def forward(self, states: Tensor, lengths: Sequence[int]) -> Tensor:
        """[rows, hidden] -> the same shape; ``lengths`` as in `Encoder`."""
        states = self.attention_norm(states + self.dropout(self.attention(states, lengths)))
        inner = functional.gelu(self.inner(states))
        return self.norm(states + self.dropout(self.outer(inner)))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """All layers; returns every layer's states, because the heads mix them."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.embeddings = Embeddings(config)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))

    def forward(self, pieces: Tensor, surfaces: Tensor, positions: Tensor, lengths: Sequence[int]) -> list[Tensor]:
        """Windows one behind the other, ``lengths`` pieces each: [rows], ... -> one [rows, hidden] for each layer."""
        states = self.embeddings(pieces, surfaces, positions)
        outputs = []
        for layer in self.layers:
            states = layer(states, lengths)
            outputs.append(states)
        return outputs
