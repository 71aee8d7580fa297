"""How many people a description counts."""

from __future__ import annotations

from quotes.resolution.nominals import Nominal

COUNTS = {"two": 2, "2": 2, "both": 2, "three": 3, "3": 3}
PAIRS = {"couple": 2, "pair": 2, "duo": 2, "trio": 3}
"""Nouns that count the people they stand for."""


def count_of(nominal: Nominal) -> int:
    """How many people a description counts ("the two leaders", "both men", "the pair"); 0 where it does not."""
    return next((COUNTS[word] for word in nominal.modifiers if word in COUNTS), PAIRS.get(nominal.noun, 0))
