"""The joint model's figures on gold tokens: tags, trees, exact role spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import torch

from quotes.model.batches import by_length
from quotes.model.decode import spans, tree
from quotes.model.joint import JointModel, Scores
from quotes.training.encoded import IGNORED, Example, Targets, targets
from quotes.training.losses import within_sentences

PIECES = 6000
"""Padded word pieces in a batch while nothing is learned."""


@dataclass(slots=True)
class Ratio:
    """Correct of all."""

    right: int = 0
    all: int = 0

    def add(self, right: int, all: int) -> None:
        """Counts some more."""
        self.right += right
        self.all += all

    @property
    def percent(self) -> float:
        """Correct per cent."""
        return 100 * self.right / max(1, self.all)


@dataclass(slots=True)
class SpanCounts:
    """Exact spans: predicted, gold, both."""

    predicted: int = 0
    gold: int = 0
    both: int = 0

    def add(self, predicted: AbstractSet[tuple[int, ...]], gold: AbstractSet[tuple[int, ...]]) -> None:
        """Counts the spans of one window."""
        self.predicted += len(predicted)
        self.gold += len(gold)
        self.both += len(predicted & gold)

    @property
    def scores(self) -> tuple[float, float, float]:
        """Precision, recall, F1 in per cent."""
        total = self.predicted + self.gold
        return (
            100 * self.both / max(1, self.predicted),
            100 * self.both / max(1, self.gold),
            200 * self.both / max(1, total),
        )


@dataclass(slots=True)
class Figures:
    """Counters of everything that a set of examples has labels for."""

    upos: Ratio = field(default_factory=Ratio)
    uas: Ratio = field(default_factory=Ratio)
    las: Ratio = field(default_factory=Ratio)
    lemmas: Ratio = field(default_factory=Ratio)
    starts: SpanCounts = field(default_factory=SpanCounts)
    spans: dict[str, SpanCounts] = field(default_factory=dict)
    links: dict[str, Ratio] = field(default_factory=dict)

    def line(self) -> str:
        """All figures in one line of a log."""
        parts = [f"starts {self.starts.scores[2]:.1f}"]
        for name in ("upos", "uas", "las", "lemmas"):
            ratio: Ratio = getattr(self, name)
            parts += [f"{name} {ratio.percent:.2f}"] if ratio.all else []
        parts += ["{} {:.1f}/{:.1f}/{:.1f}".format(name, *counts.scores) for name, counts in self.spans.items()]
        parts += [f"{name} links {ratio.percent:.1f}" for name, ratio in self.links.items()]
        return ", ".join(parts)


def measure(model: JointModel, examples: Sequence[Example], bf16: bool) -> Figures:
    """Runs the model over labelled windows of one kind."""
    figures = Figures()
    model.eval()
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        for batch in by_length([example.window.length for example in examples], PIECES):
            gold = targets([examples[index] for index in batch])
            scores = model(gold.batch)
            _count(figures, model, scores, gold)
    model.train()
    return figures


def _count(figures: Figures, model: JointModel, scores: Scores, gold: Targets) -> None:
    _starts(figures, scores, gold)
    if gold.upos is not None:
        _tags(figures.upos, scores.upos, gold.upos)
    if gold.lemmas is not None:
        _tags(figures.lemmas, scores.lemmas, gold.lemmas)
    if gold.heads is not None:
        _trees(figures, model, scores, gold)
    if gold.entities is not None:
        _spans(figures, scores.entities.argmax(-1).tolist(), gold.entities.tolist(), model.config.entities)
    if gold.roles is not None:
        _spans(figures, _paths(model, scores, gold), gold.roles.tolist(), model.config.roles)
        _links(figures, model, scores, gold)


def _paths(model: JointModel, scores: Scores, gold: Targets) -> list[list[int]]:
    emissions, mask = scores.roles.float().cpu().numpy(), gold.batch.word_mask.cpu().numpy()
    paths: list[list[int]] = model.role_chain.chain().best_paths(emissions, mask).tolist()
    return paths


def _starts(figures: Figures, scores: Scores, gold: Targets) -> None:
    for row, known in zip(scores.starts.tolist(), gold.starts.tolist(), strict=True):
        predicted = {(n,) for n, (value, label) in enumerate(zip(row, known, strict=True)) if value > 0 and label >= 0}
        figures.starts.add(predicted, {(n,) for n, label in enumerate(known) if label == 1})


def _tags(ratio: Ratio, scores: torch.Tensor, gold: torch.Tensor) -> None:
    known = gold != IGNORED
    ratio.add(int(((scores.argmax(-1) == gold) & known).sum()), int(known.sum()))


def _trees(figures: Figures, model: JointModel, scores: Scores, gold: Targets) -> None:
    assert gold.heads is not None and gold.deprels is not None
    barred = within_sentences(scores.arcs, gold.sentence).numpy()
    heads = torch.zeros_like(gold.heads)
    for row, label in enumerate(gold.labels):
        for first, last in _sentences(label.sentence):
            columns = [0, *range(first + 1, last + 1)]
            found = torch.from_numpy(tree(barred[row, first:last][:, columns]))
            heads[row, first:last] = torch.where(found > 0, found + first, found)
    relations = model.relations(scores.syntax, heads).argmax(-1)
    universal = torch.tensor([_main(label, model.config.deprels) for label in model.config.deprels] + [-1])
    counted = (gold.heads != IGNORED) & (universal[gold.deprels.clamp(min=-1)] != _main("punct", model.config.deprels))
    attached = (heads == gold.heads) & counted
    labelled = attached & (universal[relations] == universal[gold.deprels.clamp(min=-1)])
    figures.uas.add(int(attached.sum()), int(counted.sum()))
    figures.las.add(int(labelled.sum()), int(counted.sum()))


def _main(label: str, deprels: Sequence[str]) -> int:
    """A relation without its subtype, as the CoNLL shared task of 2018 compares them."""
    return deprels.index(label.partition(":")[0]) if label.partition(":")[0] in deprels else -2


def _sentences(numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    bounds = [n for n, number in enumerate(numbers) if n == 0 or number != numbers[n - 1]]
    return zip(bounds, [*bounds[1:], len(numbers)], strict=True)


def _spans(figures: Figures, found: list[list[int]], gold: list[list[int]], labels: Sequence[str]) -> None:
    kinds = sorted({label[2:] for label in labels if label != "O"})
    for predicted, known in zip(found, gold, strict=True):
        size = sum(label != IGNORED for label in known)
        ours = spans([labels[label] for label in predicted[:size]])
        theirs = spans([labels[label] for label in known[:size]])
        for kind in kinds:
            figures.spans.setdefault(kind, SpanCounts()).add(
                {span[1:] for span in ours if span.label == kind}, {span[1:] for span in theirs if span.label == kind}
            )


def _links(figures: Figures, model: JointModel, scores: Scores, gold: Targets) -> None:
    for words, label in zip(scores.speech, gold.labels, strict=True):
        sources = sorted({source for source in label.sources if source})
        if label.cues and sources:
            chosen = model.sources(words, torch.tensor(label.cues), torch.tensor(sources)).argmax(1)
            right = torch.tensor([sources.index(s) + 1 if s else 0 for s in label.sources])
            figures.links.setdefault("source", Ratio()).add(int((chosen == right).sum()), len(right))
        if label.cues and label.contents:
            pieces = torch.tensor([piece for piece, _ in label.contents])
            chosen = model.contents(words, pieces, torch.tensor(label.cues)).argmax(1)
            right = torch.tensor([cue + 1 for _, cue in label.contents])
            figures.links.setdefault("content", Ratio()).add(int((chosen == right).sum()), len(right))
