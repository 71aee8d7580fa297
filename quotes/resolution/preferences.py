"""Whom a third-person pronoun means: every entity spoken of shortly before it gets a score, the best one is taken.

The score is a weighted sum of features; he and she, it, they have weights of their own. "Nobody" is one more candidate
with features of its own: an "it" without a referent, somebody whom the article does not speak of elsewhere. The weights
are written by `python -m quotes.training pronouns`: for it fitted on GUM's coreference, for the others set by hand.

The features are those of Lappin and Leass (1994) with what news adds: who spoke last, and quotation marks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import log1p

from quotes.errors import SetupError
from quotes.resolution.pronouns import Candidate, Number, Pronoun, Reference, fits

Weights = Mapping[str, Mapping[str, float]]
"""For each number the weights of the features by name."""

Chooser = Callable[[Pronoun, Reference, Sequence[Candidate]], Candidate | None]
"""Whom a pronoun at a place means, of the candidates in the order of their nearness."""


def features(pronoun: Pronoun, place: Reference, candidate: Candidate) -> dict[str, float]:
    """The features of one candidate, by name; most are 0 or 1."""
    return {
        **_nearness(place, candidate),
        **_syntax(place, candidate.latest),
        **_speech(place, candidate),
        **_salience(pronoun, candidate),
    }


def _nearness(place: Reference, candidate: Candidate) -> dict[str, float]:
    latest = candidate.latest
    distance = place.sentence - latest.sentence
    return {
        "distance": float(distance),
        "same sentence": float(distance == 0),
        "sentence before": float(distance == 1),
        "same paragraph": float(place.paragraph == latest.paragraph),
        "rank": float(candidate.rank),
        "nearest": float(candidate.rank == 0),
    }


def _syntax(place: Reference, latest: Reference) -> dict[str, float]:
    role, asked = latest.relation.partition(":")[0], place.relation.partition(":")[0]
    possessive = latest.relation == "nmod:poss"
    return {
        "subject": float(role == "nsubj"),
        "main subject": float(role == "nsubj" and latest.main),
        "object": float(role in ("obj", "iobj")),
        "possessive": float(possessive),
        "oblique": float(role in ("obl", "nmod") and not possessive),
        "parallel": float(role == asked),
        "parallel subject": float(role == asked == "nsubj"),
        "same verb": float(bool(place.verb) and latest.verb == place.verb),
    }


def _speech(place: Reference, candidate: Candidate) -> dict[str, float]:
    latest = candidate.latest
    return {
        "quoted": float(latest.quoted and not place.quoted),
        "reported": float(latest.content != -1 and not latest.quoted and place.content != latest.content),
        "own content": float(latest.content != -1 and latest.content == place.speech),
        "own words": float(place.content != -1 and latest.speech == place.content),
        "same content": float(place.content != -1 and latest.content == place.content),
        "spoke": float(latest.speech != -1),
        "both speak": float(latest.speech != -1 and place.speech != -1),
        "spoke last": float(candidate.spoke_last),
        "spoke last, speaks": float(candidate.spoke_last and place.speech != -1),
    }


def _salience(pronoun: Pronoun, candidate: Candidate) -> dict[str, float]:
    entity, latest = candidate.entity, candidate.latest
    leaning = entity.leaning if pronoun.gender and entity.gender is None else None
    return {
        "gender known": float(pronoun.gender is not None and entity.gender == pronoun.gender),
        "gender likely": float(leaning is not None and leaning == pronoun.gender),
        "gender unlikely": float(leaning is not None and leaning != pronoun.gender),
        "frequency": log1p(entity.references),
        "speeches": log1p(entity.speeches),
        "opening": float(entity.opening),
        "pronoun": float(not latest.named),
        "meant last": float(candidate.meant_last),
        "no name": float(not entity.named),
        "joint": float(entity.joint),
        f"is {entity.kind}": 1.0,
    }


def nobody(place: Reference) -> dict[str, float]:
    """The features of "nobody", by name."""
    return {
        "nobody": 1.0,
        "nobody speaks": float(place.speech != -1),
        "nobody, expletive": float(place.relation == "expl"),
        "nobody, subject": float(place.relation.startswith("nsubj")),
        "nobody, possessive": float(place.relation == "nmod:poss"),
    }


def weighed(weights: Mapping[str, float], values: Mapping[str, float]) -> float:
    """The weighted sum of features; what has no weight counts nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in values.items())


def antecedent(
    pronoun: Pronoun, place: Reference, candidates: Sequence[Candidate], weights: Weights | None = None
) -> Candidate | None:
    """The best of the candidates that fit, the nearest of equals; None where nobody is likelier than any of them."""
    given = (weights or preferences())[pronoun.number]
    fitting = [candidate for candidate in candidates if fits(pronoun, place, candidate)]
    going_on = next((each for each in fitting if _goes_on(pronoun, place, each, fitting)), None)
    if going_on is not None:
        return going_on
    scored = [(weighed(given, features(pronoun, place, c)), -n) for n, c in enumerate(fitting)]
    if not scored or max(scored)[0] <= weighed(given, nobody(place)):
        return None
    return fitting[-max(scored)[1]]


def _goes_on(pronoun: Pronoun, place: Reference, candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether somebody without a name goes on in a paragraph: 'A man said that it burned. "It roared," he said'.

    Too few of them are annotated for the weights to know; whoever else does something in between may be meant instead.
    """
    entity, latest = candidate.entity, candidate.latest
    nameless = pronoun.number == "one" and entity.kind == "unnamed" and not entity.named and candidate.spoke_last
    speaks = place.speech != -1 or (place.content != -1 and place.content == latest.speech)
    near = place.paragraph == latest.paragraph and speaks
    between = (o for o in others if o.latest.token > latest.token and o.latest.content == -1 and not o.latest.quoted)
    return nameless and near and not any(between)


@cache
def preferences() -> Weights:
    """The package's fitted weights, read once.

    Raises:
        SetupError: the file is missing or damaged.
    """
    numbers: tuple[Number, ...] = ("one", "thing", "many")
    try:
        read = json.loads(files("quotes").joinpath("data", "pronouns.json").read_text(encoding="utf-8"))
        return {number: {str(name): float(w) for name, w in read[number].items()} for number in numbers}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise SetupError("pronouns.json is missing or damaged; install quotes again") from error
