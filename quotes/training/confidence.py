"""The calibration of the rows' confidence on PolNeAR's dev compartment: logistic regression (Platt 1999)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from quotes.attribution import evidenced
from quotes.confidence import features
from quotes.contents import quotations
from quotes.parse import Parser
from quotes.records import Attribution, Document, Span
from quotes.training import polnear

OVERLAP = 0.5
"""The share of characters in common from which two contents are the same, as the scorer has it for words."""

PENALTY = 1.0
"""Ridge penalty: some rules are rare."""


@dataclass(frozen=True, slots=True)
class Case:
    """A row's features and whether its content, cue and source are those of an annotated attribution."""

    features: dict[str, float]
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The rows whose confidence lies in one tenth: how many, their mean confidence, the share that is right."""

    rows: int
    mean: float
    right: float


def calibrate(shared: Path, target: Path) -> list[Bin]:
    """Fits the weights, writes them to ``target`` and returns the reliability table.

    The table is made by five-fold cross-validation over articles, so that it shows rows that were not fitted.
    """
    articles = list(cases(shared / "data" / "polnear" / "dev"))
    everything = [case for article in articles for case in article]
    weights = fit(everything)
    target.write_text(json.dumps({n: round(w, 4) for n, w in weights.items()}, indent=1) + "\n", encoding="utf-8")
    held_out = []
    for fold in range(5):
        known = [case for n, article in enumerate(articles) if n % 5 != fold for case in article]
        fitted = fit(known)
        unseen = [case for n, article in enumerate(articles) if n % 5 == fold for case in article]
        held_out += [(_probability(case, fitted), case.right) for case in unseen]
    return list(reliability(held_out))


def cases(folder: Path) -> Iterator[list[Case]]:
    """The rows that the package makes of each article of a compartment."""
    parser = Parser()
    paths = sorted((folder / "attributions").glob("*.ann"))
    texts = [_read(folder / "text" / f"{path.stem.rpartition('_')[0]}.txt") for path in paths]
    for path, document in zip(paths, parser.parse(texts), strict=True):
        yield judged(document, polnear.attributions(path))


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def judged(document: Document, gold: Sequence[polnear.Annotation]) -> list[Case]:
    """The attributions of a document and whether they are right."""
    return [
        Case(features(evidence, attribution.rule, attribution.type), any(_agrees(attribution, known) for known in gold))
        for attribution, evidence in evidenced(document, quotations(document.text))
    ]


def _agrees(attribution: Attribution, known: polnear.Annotation) -> bool:
    ours = {n for span in attribution.content for n in range(span.start, span.end)}
    theirs = {n for first, last in known.content for n in range(first, last)}
    if attribution.cue is None:
        # The annotators count a quotation that goes on without a cue to the attribution before it.
        return len(ours & theirs) >= OVERLAP * len(ours) and _meets(attribution.source, known.source)
    alike = len(ours & theirs) >= OVERLAP * len(ours | theirs) > 0
    return alike and _meets(attribution.source, known.source) and _meets(attribution.cue, known.cue)


def _meets(span: Span | None, pieces: Sequence[tuple[int, int]]) -> bool:
    if span is None or not pieces:
        return span is None and not pieces
    return any(span.overlaps(Span(*piece)) for piece in pieces)


def fit(known: Sequence[Case]) -> dict[str, float]:
    """The weights that make the cases likeliest, with a ridge penalty."""
    names = sorted({name for case in known for name in case.features})
    inputs = torch.tensor([[case.features.get(name, 0.0) for name in names] for case in known], dtype=torch.float64)
    right = torch.tensor([case.right for case in known], dtype=torch.float64)
    weights = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        surprise = functional.binary_cross_entropy_with_logits(inputs @ weights, right, reduction="sum")
        total = surprise + PENALTY / 2 * weights.square().sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    return dict(zip(names, weights.tolist(), strict=True))


def _probability(case: Case, weights: dict[str, float]) -> float:
    total = sum(weights.get(name, 0.0) * value for name, value in case.features.items())
    return float(torch.sigmoid(torch.tensor(total)))


def reliability(rows: Sequence[tuple[float, bool]]) -> Iterator[Bin]:
    """Ten bins of predicted probabilities; empty ones are left out."""
    for tenth in range(10):
        inside = [row for row in rows if tenth <= row[0] * 10 < tenth + 1 or (tenth == 9 and row[0] == 1)]
        if inside:
            mean = sum(probability for probability, _ in inside) / len(inside)
            yield Bin(len(inside), mean, sum(right for _, right in inside) / len(inside))
