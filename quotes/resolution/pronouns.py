"""Pronouns, the places where entities are spoken of, and whom a pronoun can mean at all.

What cannot be meant (another gender, another number, a word the same verb governs) is left out here; which of the
others is meant, `preferences` weighs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from quotes.lexicon import Gender
from quotes.records import SpeakerKind

Number = Literal["one", "thing", "many"]

REACH = 8
"""A pronoun looks back over this many sentences."""

CANDIDATES = 12
"""... and over at most this many entities."""


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
    ``speech`` the number of the attribution whose source it is (-1 for none), ``verb`` the lemma of the governor,
    ``main`` whether that is the root of the sentence.
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
    paragraph: int = 0
    verb: str = ""
    main: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """What the scorer knows of an entity.

    ``references`` counts them so far, ``speeches`` those that speak; ``opening``: it opens the article; ``named``: the
    article calls it by name; ``leaning``: the gender that a first name only makes likely.
    """

    kind: SpeakerKind
    gender: Gender | None
    references: int
    opening: bool
    speeches: int = 0
    named: bool = True
    joint: bool = False
    leaning: Gender | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity with its latest reference.

    ``rank`` counts the entities spoken of since then, ``spoke_last`` marks the source of the attribution before,
    ``meant_last`` whom the last pronoun of the same number and gender meant.
    """

    entity: Entity
    latest: Reference
    rank: int
    spoke_last: bool
    meant_last: bool = False


def fits(pronoun: Pronoun, place: Reference, candidate: Candidate) -> bool:
    """Whether the candidate can be meant at all: kind, gender, and not another argument of the same verb."""
    entity, latest = candidate.entity, candidate.latest
    if entity.kind not in KINDS[pronoun.number] and not _is_they(pronoun, place, candidate):
        return False
    if pronoun.gender and entity.gender and pronoun.gender != entity.gender:
        return False
    arguments = place.relation != "nmod:poss" and latest.relation != "nmod:poss"
    return not (arguments and latest.governor == place.governor and latest.governor != -1)


def _is_they(pronoun: Pronoun, place: Reference, candidate: Candidate) -> bool:
    """Whether "they" goes on with one person who spoke just before: "A spokesperson said ... "...," they added"."""
    entity, going_on = candidate.entity, candidate.spoke_last and place.speech != -1
    nameless = entity.kind == "unnamed" and entity.gender is None and not entity.named
    return pronoun.number == "many" and going_on and nameless
