"""WikiGold (Balasuriya et al. 2009) -> annotated documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quotes.training.examples import Words

KINDS = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organization",
    "ORGANIZATION": "organization",
    "LOC": "place",
    "LOCATION": "place",
    "MISC": "other",
}
"""The corpora's entity kinds -> ours; kinds that are not named here (dates, amounts) are no entities."""


def bio(kinds: Sequence[str | None]) -> list[str]:
    """One kind or None for each word -> BIO labels; neighbours of one kind are one name."""
    labels = []
    previous = None
    for kind in kinds:
        labels.append("O" if kind is None else f"{'I' if kind == previous else 'B'}-{kind}")
        previous = kind
    return labels


def documents(path: Path) -> list[Words]:
    """The file's documents; its sentences are separated by blank lines, its documents by -DOCSTART-."""
    found: list[Words] = []
    words: list[tuple[str, str | None, bool]] = []
    begin = True
    for line in path.read_text(encoding="utf-8").splitlines():
        form, _, label = line.partition(" ")
        if form == "-DOCSTART-":
            found.extend(_document(words))
            words = []
        elif form:
            words.append((form, KINDS.get(label.strip().rpartition("-")[2]), begin))
        begin = not form or form == "-DOCSTART-"
    return [*found, *_document(words)]


def _document(words: Sequence[tuple[str, str | None, bool]]) -> list[Words]:
    if not words:
        return []
    forms, kinds, starts = zip(*words, strict=True)
    return [
        Words(
            name="wikigold",
            forms=forms,
            spaced=[not (form[0] in ".,;:!?)'" and len(form) < 3) for form in forms],
            sentence_starts=starts,
            paragraph_starts=[index == 0 for index in range(len(forms))],
            entities=bio(kinds),
        )
    ]
