"""Where the corpora lie below the shared folder, and the label inventories that they give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.model.config import ModelConfig
from quotes.model.lemmas import script
from quotes.training import names, polnear, treebanks
from quotes.training.examples import Words

RAREST_SCRIPT = 4
"""A lemma script seen less often is an accident of one word."""


@dataclass(frozen=True, slots=True)
class Corpora:
    """Annotated documents by what they teach."""

    syntax: list[Words]
    roles: list[Words]
    names: list[Words]


def training(shared: Path) -> Corpora:
    """The train parts."""
    data = shared / "data"
    return Corpora(
        syntax=[*treebank(shared, "ewt", "train"), *treebank(shared, "gum", "train")],
        roles=list(polnear.documents(data / "polnear" / "train")),
        names=names.documents(data / "ner" / "wikigold.conll"),
    )


def treebank(shared: Path, name: str, part: str) -> list[Words]:
    """One part of one English treebank."""
    return list(treebanks.documents(shared / "data" / "ud" / f"en_{name}-{part}.conllu"))


def speech(shared: Path, part: str) -> list[Words]:
    """One compartment of PolNeAR."""
    return list(polnear.documents(shared / "data" / "polnear" / part))


def inventory(documents: Sequence[Words]) -> ModelConfig:
    """The labels of treebanks, the most frequent first."""
    upos = _ranked(label for document in documents for label in document.upos or ())
    deprels = _ranked(label for document in documents for label in document.deprels or ())
    scripts = Counter(
        script(form, lemma)
        for document in documents
        for form, lemma in zip(document.forms, document.lemmas or (), strict=True)
    )
    kept = sorted((label for label, count in scripts.items() if count >= RAREST_SCRIPT), key=lambda s: (-scripts[s], s))
    return ModelConfig(upos=upos, deprels=deprels, lemma_scripts=tuple(kept))


def _ranked(labels: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(labels)
    return tuple(sorted(counts, key=lambda label: (-counts[label], label)))
