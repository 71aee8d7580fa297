"""Other newspapers' quotation marks: the corpora are American, the articles that users read are not all."""

from __future__ import annotations

import random
from collections.abc import Sequence

STYLES = (('"', '"'), ("“", "”"), ("'", "'"), ("‘", "’"))
SHARES = (0.4, 0.35, 0.1, 0.15)
_STRAIGHT = frozenset({'"', "''"})
_MARKS = _STRAIGHT | frozenset("“”")


def requoted(forms: Sequence[str], rng: random.Random, kept: float = 0.6) -> list[str]:
    """Gives all double marks of a document another style, or with the probability ``kept`` leaves them as they are."""
    if rng.random() < kept:
        return list(forms)
    opening, closing = rng.choices(STYLES, SHARES)[0]
    result, inside = [], False
    for form in forms:
        if form in _MARKS:
            inside = form == "“" or (form in _STRAIGHT and not inside)
            form = opening if inside else closing
        result.append(form)
    return result
