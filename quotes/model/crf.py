"""A linear-chain conditional random field (Lafferty et al. 2001) over BIO labels."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from quotes.model.chain import Chain

FORBIDDEN = -10000.0


def allowed(previous: str | None, label: str) -> bool:
    """Whether a BIO label may follow another (None: the start); I-x only continues B-x or I-x."""
    return not label.startswith("I-") or (previous is not None and previous[1:] == label[1:])


class ChainCRF(nn.Module):
    """Transition scores between labels; transitions that BIO forbids are masked."""

    barred: Tensor
    barred_start: Tensor

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(labels), len(labels)))
        self.starts = nn.Parameter(torch.zeros(len(labels)))
        barred = [[0.0 if allowed(a, b) else FORBIDDEN for b in labels] for a in labels]
        self.register_buffer("barred", torch.tensor(barred), persistent=False)
        self.register_buffer(
            "barred_start", torch.tensor([0.0 if allowed(None, b) else FORBIDDEN for b in labels]), persistent=False
        )

    def scores(self) -> tuple[Tensor, Tensor]:
        """Start scores [labels] and transition scores [from, to]."""
        return self.starts + self.barred_start, self.transitions + self.barred

    def chain(self) -> Chain:
        """The same scores for reading."""
        starts, transitions = (scores.detach().cpu().numpy() for scores in self.scores())
        return Chain(starts, transitions)

    def log_normaliser(self, emissions: Tensor, mask: Tensor) -> Tensor:
        """``emissions`` [batch, words, labels], ``mask`` [batch, words] (true from the left) -> [batch]."""
        starts, transitions = self.scores()
        alpha = starts + emissions[:, 0]
        for step in range(1, emissions.shape[1]):
            moved = torch.logsumexp(alpha[:, :, None] + transitions, 1) + emissions[:, step]
            alpha = torch.where(mask[:, step, None], moved, alpha)
        return torch.logsumexp(alpha, 1)

    def path_score(self, emissions: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """The score of the gold labels [batch, words] -> [batch]."""
        starts, transitions = self.scores()
        chosen = emissions.gather(2, gold[:, :, None]).squeeze(2) * mask
        steps = transitions[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]
        return starts[gold[:, 0]] + chosen.sum(1) + steps.sum(1)

    def loss(self, emissions: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """The negative log-likelihood per word."""
        emissions = emissions.float()
        surplus = self.log_normaliser(emissions, mask) - self.path_score(emissions, gold, mask)
        return surplus.sum() / mask.sum().clamp(min=1)
