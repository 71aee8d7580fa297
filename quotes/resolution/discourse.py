"""What the article has spoken of so far: its entities and where each was referred to last."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from quotes.lexicon import Gender
from quotes.records import SpeakerKind
from quotes.resolution.preferences import Chooser, antecedent
from quotes.resolution.pronouns import CANDIDATES, REACH, Candidate, Entity, Pronoun, Reference

MEMORY = 60
"""References that are looked back over; more than `pronouns.REACH` sentences rarely hold more."""


@dataclass(slots=True)
class Referent:
    """A person, body, group or document of the article, named or described.

    ``name`` is what the table shows, ``named`` whether the article calls it by name; ``roles`` the nouns that describe
    it (lemmas), ``former`` those that do no more, ``fields`` what
    their offices are for, ``modifiers`` the words beside them; ``members`` the entities of a
    joint group; ``age`` a person's age in digits as told beside the name, empty where it is not; ``leaning`` the gender
    that a first name makes likely; ``place`` whether the name is a place's.
    """

    name: str
    kind: SpeakerKind
    gender: Gender | None = None
    named: bool = False
    roles: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    members: tuple[int, ...] = ()
    references: int = 0
    opening: bool = False
    speeches: int = 0
    age: str = ""
    leaning: Gender | None = None
    place: bool = False


@dataclass(slots=True)
class Discourse:
    """The entities by number, and all references in the order in which the article makes them.

    ``choose`` decides whom a pronoun means; ``narrative`` tells how many sentences up to each are not all quotation;
    ``meant_last`` has whom the last pronoun of each sort meant.
    """

    referents: list[Referent] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    spoke_last: int = -1
    choose: Chooser = antecedent
    narrative: Sequence[int] = ()
    meant_last: dict[Pronoun, int] = field(default_factory=dict)

    def add(self, referent: Referent) -> int:
        """A new entity; returns its number."""
        self.referents.append(referent)
        return len(self.referents) - 1

    def refer(self, reference: Reference) -> None:
        """Notes that an entity is spoken of."""
        self.references.append(reference)
        self.referents[reference.entity].references += 1
        if reference.speech != -1:
            self.referents[reference.entity].speeches += 1
            self.spoke_last = reference.entity

    def recent(self, sentence: int, reach: int = REACH) -> Iterator[Reference]:
        """The latest reference to each entity within ``reach`` sentences, the nearest first."""
        seen: set[int] = set()
        for reference in reversed(self.references[-MEMORY:]):
            if sentence - reference.sentence > reach or len(seen) >= CANDIDATES:
                return
            if reference.entity not in seen:
                seen.add(reference.entity)
                yield reference

    def antecedent(self, pronoun: Pronoun, place: Reference, barred: Collection[int] = ()) -> int | None:
        """The entity that a pronoun means, or None; the entities in ``barred`` cannot be meant."""
        candidates = [
            self._candidate(pronoun, latest, rank)
            for rank, latest in enumerate(self.recent(place.sentence))
            if latest.entity not in barred
        ]
        chosen = self.choose(pronoun, place, candidates)
        if chosen is None:
            return None
        self.meant_last[pronoun] = chosen.latest.entity
        self._learn_gender(chosen.latest.entity, pronoun, candidates)
        return chosen.latest.entity

    def _candidate(self, pronoun: Pronoun, latest: Reference, rank: int) -> Candidate:
        number = latest.entity
        spoke, meant = number == self.spoke_last, number == self.meant_last.get(pronoun)
        return Candidate(self._entity(number), latest, rank, spoke, meant)

    def _entity(self, number: int) -> Entity:
        known = self.referents[number]
        return Entity(
            known.kind,
            known.gender,
            known.references,
            known.opening,
            known.speeches,
            known.named,
            bool(known.members),
            known.leaning,
        )

    def _learn_gender(self, number: int, pronoun: Pronoun, candidates: list[Candidate]) -> None:
        """A pronoun that can mean one person only tells the gender of somebody whose name does not."""
        people = [c for c in candidates if c.entity.kind == "person" and c.entity.gender in (None, pronoun.gender)]
        meant = self.referents[number]
        nameless = meant.kind == "unnamed" and not meant.named and meant.gender is None
        if pronoun.gender and (nameless or (len(people) == 1 and meant.kind == "person")):
            meant.gender = pronoun.gender
