"""A BERT-shaped encoder (Devlin et al. 2019) in plain torch, small enough that no transformer library is loaded for it.

It starts from all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019). The vocabulary is uncased, so an
embedding of each word's surface (case, spacing, quotation) is added to its pieces; it starts at zero and is learned.
"""

from __future__ import annotations

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

    def forward(self, pieces: Tensor, surfaces: Tensor) -> Tensor:
        """``pieces`` [batch, length], ``surfaces`` [batch, length, features] -> [batch, length, hidden]."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        total = self.pieces(pieces) + self.positions(positions)
        for feature, table in enumerate(self.surfaces):
            total = total + table(surfaces[:, :, feature])
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

    def attention(self, states: Tensor, mask: Tensor) -> Tensor:
        """Scaled dot-product attention; ``mask`` [batch, 1, 1, length] is added to the scores."""
        batch, length, hidden = states.shape
        split = self.attention_in(states).view(batch, length, 3, self.heads, hidden // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        return self.attention_out(mixed.transpose(1, 2).reshape(batch, length, hidden))  # type: ignore[no-any-return]

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """[batch, length, hidden] -> the same shape."""
        states = self.attention_norm(states + self.dropout(self.attention(states, mask)))
        inner = functional.gelu(self.inner(states))
        return self.norm(states + self.dropout(self.outer(inner)))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """All layers; returns every layer's states, because the heads mix them."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.embeddings = Embeddings(config)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))

    def forward(self, pieces: Tensor, surfaces: Tensor, mask: Tensor) -> list[Tensor]:
        """``mask`` [batch, length] is true where a piece stands; one [batch, length, hidden] for each layer."""
        states = self.embeddings(pieces, surfaces)
        # Added to the attention scores; made once, since a mask of truth values is turned into this in every layer.
        attended = torch.zeros_like(mask, dtype=states.dtype).masked_fill(~mask, -torch.inf)[:, None, None, :]
        outputs = []
        for layer in self.layers:
            states = layer(states, attended)
            outputs.append(states)
        return outputs
