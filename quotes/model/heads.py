"""The heads over the encoder: labels, dependency trees (Dozat and Manning 2017), attribution links."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from quotes.model.dropout import Dropout
from quotes.model.rows import single

CHUNK = 1024
"""The most words whose relations are scored at once: each takes a matrix of relations by size, which adds up."""


class LayerMix(nn.Module):
    """A learned weighted mean of the encoder's layers (Peters et al. 2018)."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        # The upper layers know most at the start; the lower ones earn their weight.
        self.weights = nn.Parameter(torch.linspace(-2.0, 2.0, layers))

    def forward(self, states: list[Tensor]) -> Tensor:
        """A list of equal shapes -> one tensor of that shape."""
        shares = self.weights.softmax(0).to(states[0].dtype)
        total = shares[0] * states[0]
        for share, state in zip(shares[1:], states[1:], strict=True):
            total = total + share * state
        return total


class Projection(nn.Sequential):
    """Dropout, linear, GELU, dropout."""

    def __init__(self, inputs: int, outputs: int, dropout: float) -> None:
        super().__init__(Dropout(dropout), nn.Linear(inputs, outputs), nn.GELU(), Dropout(dropout))


class Arcs(nn.Module):
    """Scores every word as the head of every other, and a root in front."""

    def __init__(self, inputs: int, size: int, dropout: float) -> None:
        super().__init__()
        self.dependent = Projection(inputs, size, dropout)
        self.head = Projection(inputs, size, dropout)
        self.root = nn.Parameter(torch.zeros(1, 1, size))
        self.weight = nn.Parameter(torch.zeros(size, size))
        self.bias = nn.Parameter(torch.zeros(size))
        nn.init.normal_(self.root, std=0.02)
        nn.init.xavier_uniform_(self.weight)

    def forward(self, words: Tensor) -> Tensor:
        """[batch, words, inputs] -> [batch, words, 1 + words]; column 0 is the root."""
        heads = self.head(words)
        heads = torch.cat([self.root.expand(len(heads), 1, -1).to(heads.dtype), heads], 1)
        return (self.dependent(words) @ self.weight + self.bias) @ heads.transpose(1, 2)  # type: ignore[no-any-return]


class Relations(nn.Module):
    """Scores the relations of words whose heads are known."""

    def __init__(self, inputs: int, size: int, relations: int, dropout: float) -> None:
        super().__init__()
        self.dependent = Projection(inputs, size, dropout)
        self.head = Projection(inputs, size, dropout)
        self.root = nn.Parameter(torch.zeros(1, 1, size))
        self.bilinear = nn.Linear(size, relations * size, bias=False)
        self.linear = nn.Linear(2 * size, relations)
        self.relations = relations
        nn.init.normal_(self.root, std=0.02)

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        """``heads`` [batch, words], 0 the root, 1 + n the word n -> [batch, words, relations]."""
        candidates = self.head(words)
        candidates = torch.cat([self.root.expand(len(words), 1, -1).to(candidates.dtype), candidates], 1)
        index = heads[:, :, None].expand(-1, -1, candidates.shape[-1])
        head = candidates.gather(1, index)
        dependent = self.dependent(words)
        # Parts of one size: the rest of a division may be too few rows (see `quotes.model.rows`).
        chunks = -(-heads.numel() // CHUNK)
        ones, others = dependent.flatten(0, 1).tensor_split(chunks), head.flatten(0, 1).tensor_split(chunks)
        crossed = torch.cat([self._crossed(one, other) for one, other in zip(ones, others, strict=True)])
        scores = crossed.view(*words.shape[:2], self.relations)
        return scores + self.linear(torch.cat([dependent, head], -1))  # type: ignore[no-any-return]

    def _crossed(self, dependent: Tensor, head: Tensor) -> Tensor:
        """The bilinear part of some words [n, size] with their heads [n, size] -> [n, relations]."""
        # The largest product of all heads: it may run in half precision while the rest does not.
        crossed = self.bilinear(dependent.to(self.bilinear.weight.dtype)).unflatten(-1, (self.relations, -1))
        scores: Tensor = (crossed @ head.to(crossed.dtype)[..., None]).squeeze(-1)
        return scores.to(dependent.dtype)


class Links(nn.Module):
    """Scores, for each query span, which candidate span it belongs to, or none of them.

    A span is the mean of its first and its last word.
    """

    def __init__(self, inputs: int, size: int, dropout: float) -> None:
        super().__init__()
        self.query = Projection(inputs, size, dropout)
        self.candidate = Projection(inputs, size, dropout)
        self.none = nn.Parameter(torch.zeros(size))
        self.weight = nn.Parameter(torch.zeros(size, size))
        self.bias = nn.Parameter(torch.zeros(size))
        nn.init.xavier_uniform_(self.weight)

    def forward(self, words: Tensor, queries: Tensor, candidates: Tensor) -> Tensor:
        """``words`` [words, inputs]; spans [n, 2] of first and last word (inclusive) -> [queries, 1 + candidates].

        Column 0 stands for none.
        """
        asked = self.query(words[queries].mean(1))
        offered = self.candidate(words[candidates].mean(1))
        offered = torch.cat([self.none[None].to(offered.dtype), offered])
        return (asked @ self.weight + self.bias) @ offered.T  # type: ignore[no-any-return]


class LabelHead(nn.Module):
    """Dropout and a linear layer, with a hidden layer in between where ``size`` is given."""

    def __init__(self, inputs: int, labels: int, dropout: float, size: int | None = None) -> None:
        super().__init__()
        before = Projection(inputs, size, dropout) if size else Dropout(dropout)
        self.layers = nn.Sequential(before, nn.Linear(size or inputs, labels))

    def forward(self, words: Tensor) -> Tensor:
        """[..., inputs] -> [..., labels]."""
        return self.layers(words)  # type: ignore[no-any-return]


class LogitHead(nn.Module):
    """Dropout and a linear layer with a single output."""

    def __init__(self, inputs: int, dropout: float) -> None:
        super().__init__()
        self.layers = nn.Sequential(Dropout(dropout), nn.Linear(inputs, 1))

    def forward(self, words: Tensor) -> Tensor:
        """[..., inputs] -> [...]."""
        dropout, linear = self.layers
        assert isinstance(linear, nn.Linear)
        return single(linear, dropout(words))


def masked_cross_entropy(scores: Tensor, gold: Tensor, smoothing: float = 0.0) -> Tensor:
    """The mean loss over the places where ``gold`` is not -100; zero where there are none."""
    flat, target = scores.float().flatten(0, -2), gold.flatten()
    total = functional.cross_entropy(flat, target, ignore_index=-100, reduction="sum", label_smoothing=smoothing)
    return total / (target != -100).sum().clamp(min=1)
