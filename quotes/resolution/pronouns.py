"""Whom a third-person pronoun means: every entity spoken of shortly before it gets a score, the best one is taken.

The score is a weighted sum of the features in `features`; the weights are in `WEIGHTS`, so that a training script can
put fitted ones in their place without touching the rules. What cannot be meant at all (another gender, another number,
a word the same verb governs) is left out before.

The features are those of Lappin and Leass (1994) with what news adds: who spoke last, and quotation marks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from typing import Literal

from quotes.lexicon import Gender
from quotes.records import SpeakerKind

Number = Literal["one", "thing", "many"]

REACH = 8
"""A pronoun looks back over this many sentences."""

CANDIDATES = 12
"""... and over at most this many entities."""

THRESHOLD = -2.6
"""Below this score nobody is named rather than somebody unlikely."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun tells of whom it means: their number (a person, a thing, several) and gender."""

    number: Number
    gender: Gender | None = None


PRONOUNS: Mapping[str, Pronoun] = {
    **dict.fromkeys(("he", "him", "his", "himself"), Pronoun("one", "male")),
    **dict.fromkeys(("she", "her", "hers", "herself"), Pronoun("one", "female")),
    **dict.fromkeys(("it", "its", "itself"), Pronoun("thing")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), Pronoun("many")),
}

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PERSONS = frozenset({"we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})

KINDS: Mapping[Number, frozenset[SpeakerKind]] = {
    "one": frozenset({"person", "unnamed"}),
    "thing": frozenset({"organization", "document"}),
    "many": frozenset({"group", "organization"}),
}
"""What each number can mean."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where an entity is spoken of.

    ``token`` is the head word, ``entity`` the entity's number (-1 where that is the question), ``content`` the number
    of the attribution in whose content the place is (-1 outside), ``quoted`` whether it stands in quotation marks,
    ``speech`` the number of the attribution whose source it is (-1 for none).
    """

    token: int
    entity: int
    sentence: int
    governor: int
    relation: str
    content: int = -1
    quoted: bool = False
    speech: int = -1
    named: bool = True


@dataclass(frozen=True, slots=True)
class Entity:
    """What the scorer knows of an entity; ``references`` counts them so far, ``opening``: it opens the article."""

    kind: SpeakerKind
    gender: Gender | None
    references: int
    opening: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity with its latest reference.

    ``rank`` counts the entities spoken of since then, ``spoke_last`` marks the source of the attribution before.
    """

    entity: Entity
    latest: Reference
    rank: int
    spoke_last: bool


WEIGHTS: Mapping[str, float] = {
    "distance": -0.55,
    "same sentence": 0.2,
    "rank": -0.25,
    "subject": 0.9,
    "parallel": 0.4,
    "possessive": -0.5,
    "oblique": -0.3,
    "quoted": -1.6,
    "own content": -3.0,
    "spoke": 0.8,
    "spoke last": 1.2,
    "gender known": 0.9,
    "frequency": 0.35,
    "opening": 0.1,
    "pronoun": 0.3,
    "unnamed": -1.2,
    "organization": -1.5,
}
"""Set by hand from the order of preferences that the literature agrees on; see the module's docstring."""


def features(pronoun: Pronoun, place: Reference, candidate: Candidate) -> dict[str, float]:
    """The features of one candidate, by name; most are 0 or 1."""
    latest, entity = candidate.latest, candidate.entity
    subject = latest.relation.startswith("nsubj")
    return {
        "distance": float(place.sentence - latest.sentence),
        "same sentence": float(place.sentence == latest.sentence),
        "rank": float(candidate.rank),
        "subject": float(subject),
        "parallel": float(latest.relation.partition(":")[0] == place.relation.partition(":")[0]),
        "possessive": float(latest.relation == "nmod:poss"),
        "oblique": float(latest.relation.startswith(("obl", "nmod")) and latest.relation != "nmod:poss"),
        "quoted": float(latest.quoted and not place.quoted),
        "own content": float(latest.content != -1 and latest.content == place.speech),
        "spoke": float(latest.speech != -1),
        "spoke last": float(candidate.spoke_last),
        "gender known": float(pronoun.gender is not None and entity.gender == pronoun.gender),
        "frequency": log1p(entity.references),
        "opening": float(entity.opening),
        "pronoun": float(not latest.named),
        "unnamed": float(entity.kind == "unnamed"),
        "organization": float(entity.kind == "organization" and pronoun.number == "many"),
    }


def score(pronoun: Pronoun, place: Reference, candidate: Candidate, weights: Mapping[str, float] = WEIGHTS) -> float:
    """How well a candidate fits."""
    return sum(weights[name] * value for name, value in features(pronoun, place, candidate).items())


def fits(pronoun: Pronoun, place: Reference, candidate: Candidate) -> bool:
    """Whether the candidate can be meant at all: kind, gender, and not another argument of the same verb."""
    entity, latest = candidate.entity, candidate.latest
    if entity.kind not in KINDS[pronoun.number]:
        return False
    if pronoun.gender and entity.gender and pronoun.gender != entity.gender:
        return False
    arguments = place.relation != "nmod:poss" and latest.relation != "nmod:poss"
    return not (arguments and latest.governor == place.governor and latest.governor != -1)


def antecedent(pronoun: Pronoun, place: Reference, candidates: Sequence[Candidate]) -> Candidate | None:
    """The best of the candidates that fit, None where none is likely enough."""
    scored = [(score(pronoun, place, c), -n, c) for n, c in enumerate(candidates) if fits(pronoun, place, c)]
    if not scored:
        return None
    value, _, candidate = max(scored, key=lambda entry: entry[:2])
    return candidate if value > THRESHOLD else None
