"""How sure a row is: a logistic model over what the joint model and the rules say of it.

The weights are fitted on PolNeAR's dev compartment by `python -m quotes.training confidence`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FLOOR = 0.01
"""Probabilities are kept this far from 0 and 1, so that their log-odds stay finite."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an attribution: mean probabilities of the words of content, cue and source, and of the links.

    ``weakest`` is the probability of the content's least certain word. A part that is missing counts 0.
    """

    content: float = 0.0
    weakest: float = 0.0
    cue: float = 0.0
    source: float = 0.0
    link: float = 0.0


def features(evidence: Evidence, rule: str, type: str) -> dict[str, float]:
    """The numbers that the logistic model weighs, by name."""
    return {
        "bias": 1.0,
        "content": log_odds(evidence.content),
        "weakest": log_odds(evidence.weakest),
        "cue": log_odds(evidence.cue),
        "source": log_odds(evidence.source),
        "link": log_odds(evidence.link),
        f"rule {rule}": 1.0,
        f"type {type}": 1.0,
    }


def confidence(evidence: Evidence, rule: str, type: str) -> float:
    """The probability that content, cue and source belong together."""
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in features(evidence, rule, type).items())
    return 1 / (1 + math.exp(-total))


def log_odds(probability: float) -> float:
    """The log-odds of a probability, bounded."""
    kept = min(1 - _FLOOR, max(_FLOOR, probability))
    return math.log(kept / (1 - kept))


@cache
def _weights() -> Mapping[str, float]:
    text = files("quotes").joinpath("data", "confidence.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)
    return weights
