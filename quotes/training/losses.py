"""What the joint model is trained to lower."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from quotes.model.heads import masked_cross_entropy
from quotes.model.joint import JointModel, Scores
from quotes.training.encoded import IGNORED, Labels, Targets

WEIGHTS = {
    "upos": 1.0,
    "arcs": 1.0,
    "deprels": 1.0,
    "lemmas": 0.5,
    "starts": 0.5,
    "entities": 0.5,
    "roles": 2.0,
    "sources": 0.3,
    "contents": 0.3,
}
"""The share of each loss; the roles count double because a row of the table stands or falls with them."""

SMOOTHING = 0.05


def losses(model: JointModel, scores: Scores, gold: Targets) -> dict[str, Tensor]:
    """The losses that the batch has labels for."""
    found = {"starts": _starts(scores, gold)}
    for name in ("upos", "lemmas", "entities"):
        target = getattr(gold, name)
        if target is not None:
            found[name] = masked_cross_entropy(getattr(scores, name), target, SMOOTHING)
    if gold.heads is not None and gold.deprels is not None:
        found["arcs"] = masked_cross_entropy(within_sentences(scores.arcs, gold.sentence), gold.heads)
        relations = model.relations(scores.syntax, gold.heads.clamp(min=0))
        found["deprels"] = masked_cross_entropy(relations, gold.deprels, SMOOTHING)
    if gold.roles is not None:
        known = gold.roles != IGNORED
        found["roles"] = model.role_chain.loss(scores.roles, gold.roles.clamp(min=0), known)
        found |= _links(model, scores.speech, gold.labels)
    return found


def total(parts: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in parts.items()]).sum()


def within_sentences(arcs: Tensor, sentence: Tensor) -> Tensor:
    """Bars the heads that stand in another sentence; ``sentence`` [batch, words] -> arcs of the same shape."""
    same = sentence[:, :, None] == sentence[:, None, :]
    root = torch.ones_like(same[:, :, :1])
    return arcs.float().masked_fill(~torch.cat([root, same], 2), -1e4)


def _starts(scores: Scores, gold: Targets) -> Tensor:
    known = gold.starts != IGNORED
    loss = functional.binary_cross_entropy_with_logits(
        scores.starts.float(), gold.starts.clamp(min=0).float(), reduction="none"
    )
    return (loss * known).sum() / known.sum().clamp(min=1)


def _links(model: JointModel, words: Tensor, labels: list[Labels]) -> dict[str, Tensor]:
    """Each cue chooses its source, each piece of content its cue; 0 is none."""
    parts: dict[str, list[Tensor]] = {"sources": [], "contents": []}
    device = words.device
    for row, label in zip(words, labels, strict=True):
        sources = sorted({source for source in label.sources if source})
        if label.cues and sources:
            scores = model.sources(row, torch.tensor(label.cues, device=device), torch.tensor(sources, device=device))
            chosen = [sources.index(source) + 1 if source else 0 for source in label.sources]
            parts["sources"].append(functional.cross_entropy(scores.float(), torch.tensor(chosen, device=device)))
        if label.contents and label.cues:
            pieces = torch.tensor([piece for piece, _ in label.contents], device=device)
            scores = model.contents(row, pieces, torch.tensor(label.cues, device=device))
            chosen = [cue + 1 for _, cue in label.contents]
            parts["contents"].append(functional.cross_entropy(scores.float(), torch.tensor(chosen, device=device)))
    return {name: torch.stack(found).mean() for name, found in parts.items() if found}
