"""Descriptions -> the entity that the article described so before, by name or without.

"The senator" is the one person whom the article calls a senator; "the company" the one body with that word in its name,
or else the only one just spoken of; "the report" the report of before. Where several fit nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterable

from quotes.lexicon import lexicon
from quotes.resolution.companies import Companies
from quotes.resolution.counts import PAIRS
from quotes.resolution.described import HEADLINE, LEAD, NEAR, Described
from quotes.resolution.discourse import Discourse
from quotes.resolution.meant_bodies import MeantBodies
from quotes.resolution.newly_told import NewlyTold
from quotes.resolution.nominals import Nominal, tells_age
from quotes.resolution.offices import DIVIDED, SINGLE

STUDY, PAPER = "study", "paper"
"""A study if "a paper" has been spoken of before, else a newspaper."""

COUNTED = frozenset({"second", "third", "fourth", "other", "another"})
"""What tells somebody without a name from others of the same role: "the second minister"."""

EVERYBODY = frozenset({"member", "one", "other", "person", "colleague", "friend"})
"""Nouns that could be anybody: they name nobody by role."""


def _is_somebodys(nominal: Nominal) -> bool:
    """Whether an owner and more words tell whose spokesman of many is meant: "his official spokesman"."""
    return nominal.possessed and bool(nominal.modifiers) and nominal.noun in DIVIDED


class Descriptions:
    """Finds the entity behind a noun phrase among those of a discourse."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._known = Described(discourse)
        self._bodies = MeantBodies(self._known)
        self._told = NewlyTold(self._known)
        self.companies = Companies(discourse)
        self.know = self._known.know
        self.describe = self._known.describe

    def find(self, nominal: Nominal, sentence: int, speaks: bool = False) -> int | None:
        """The entity that is described, or None where it is a new one or undecided; ``speaks``: it is a source."""
        if nominal.plural or nominal.noun in PAIRS:
            joint = self.companies.joint(nominal, sentence) if nominal.definite else None
            return self._known.before(nominal, sentence) if joint is None else joint
        other = self._bodies.under_another_word(nominal, sentence)
        if other is not None:
            return other
        if nominal.kind == "unnamed" and nominal.modifiers and nominal.modifiers <= COUNTED:
            return self._known.before(nominal, sentence)
        if nominal.kind == "unnamed":
            person = self._person(nominal, sentence)
            person = None if nominal.possessed and self._is_here(person, sentence) else person
            taken = self._told.taken_up(nominal, sentence) if speaks and self._is_free(person, nominal) else None
            return person if taken is None else taken
        body = self._bodies.opening(nominal, sentence)
        if body is None and self._can_be_body(nominal):
            body = self._bodies.body(nominal, sentence)
        return self._known.before(nominal, sentence) if body is None else body

    def _is_free(self, person: int | None, nominal: Nominal) -> bool:
        """Whether a description means nobody yet, or somebody without a name in the headline."""
        if person is None or self._discourse.referents[person].named or nominal.noun in EVERYBODY:
            return person is None
        places = [reference.sentence for reference in self._discourse.references if reference.entity == person]
        return max(places, default=HEADLINE) < HEADLINE

    def _can_be_body(self, nominal: Nominal) -> bool:
        """Whether a description can take up a body: it is definite, or bare ("Company denies"), and no study."""
        if nominal.definite and nominal.noun == PAPER and any(self._known.by_noun[noun] for noun in (PAPER, STUDY)):
            return False
        bare = not (nominal.indefinite or nominal.modifiers)
        return self._bodies.is_bodily(nominal) and (nominal.definite or bare)

    def _person(self, nominal: Nominal, sentence: int) -> int | None:
        """By role; then a "man" or "woman" by gender; then somebody without a name described in the same way."""
        if tells_age(nominal.noun):
            return self._aged(nominal, sentence)
        if self._told.just_spoke(nominal):
            return self._discourse.spoke_last
        if nominal.noun in EVERYBODY:
            return self._known.before(nominal, sentence)
        lone = nominal.indefinite and sentence < LEAD and nominal.noun in SINGLE and self._is_only(nominal)
        heading = (sentence < HEADLINE or lone) and nominal.kind == "unnamed"
        headlined = self._headlined(nominal) if heading and not nominal.indefinite else []
        if len(headlined) == 1:
            return headlined[0]
        if nominal.definite or heading or not nominal.indefinite:
            bearers = self._known.by_role[nominal.noun]
            told = bearers if heading and not nominal.indefinite else self._met(bearers, nominal)
            found = self._known.chosen(told, nominal, sentence)
            sure = (
                (nominal.definite and not _is_somebodys(nominal))
                or not nominal.modifiers
                or (heading and self._is_only(nominal))
            )
            if found is not None and (sure or self._known.shares(found, nominal)):
                return found
        if nominal.definite and not nominal.possessed and nominal.gender and self._tells_gender_alone(nominal):
            return self._nearest(nominal, sentence)
        return self._known.before(nominal, sentence)

    def _met(self, entities: Iterable[int], nominal: Nominal) -> list[int]:
        """Those whom the article has spoken of already, or whose titles have half the words of the description.

        An indefinite description ("A judge has ruled") means somebody who is named further down.
        """
        known = self._discourse.referents
        if nominal.indefinite:
            named = {reference.entity for reference in self._discourse.references if reference.named}
            return [entity for entity in entities if entity not in named]
        half = len(nominal.modifiers) / 2
        return [e for e in entities if known[e].references or len(nominal.modifiers & known[e].modifiers) >= half]

    def _is_here(self, entity: int | None, sentence: int) -> bool:
        """Whether a sentence speaks of somebody, who so owns what is described there: "Ann saw her former coach"."""
        return any(reference.entity == entity for reference in self._discourse.recent(sentence, 0))

    def _just_spoke(self, sentence: int) -> bool:
        """Whether whoever spoke last did so in the sentences right before, and nobody else was spoken of since."""
        latest = next(self._discourse.recent(sentence, NEAR), None)
        return latest is not None and latest.entity == self._discourse.spoke_last

    def _aged(self, nominal: Nominal, sentence: int) -> int | None:
        """The one person named with that age ("Ann Hill, 26,"), else somebody without a name called so before."""
        ages = {word for word in nominal.modifiers if word.isdigit()}
        told = {entity for age in ages for entity in self._known.by_age[age] if nominal.definite}
        return told.pop() if len(told) == 1 else self._known.before(nominal, sentence)

    def _headlined(self, nominal: Nominal) -> list[int]:
        """The people of the headline who bear a role: "Senator from Texas says" right below it."""
        first = dict.fromkeys(r.entity for r in self._discourse.references if r.sentence == 0)
        return [
            entity
            for entity in first
            if entity in self._known.by_role[nominal.noun] and self._known.agrees(entity, nominal)
        ]

    def _is_only(self, nominal: Nominal) -> bool:
        """Whether one person of the article alone bears a role: "A judge has rejected ...", named further down."""
        return len(set(self._known.by_role[nominal.noun])) == 1

    def _tells_gender_alone(self, nominal: Nominal) -> bool:
        """Whether a noun says no more of somebody than their sex or family: "the woman", "the mother of three".

        "The mother of one patient" is nobody else's.
        """
        family = lexicon().is_family(nominal.noun) and (nominal.counting or not nominal.limited)
        return nominal.noun in lexicon().people or family

    def _nearest(self, nominal: Nominal, sentence: int) -> int | None:
        """The person of the noun's gender spoken of last; "the woman" may be the neighbour who has just spoken."""
        last = self._discourse.referents[self._discourse.spoke_last] if self._discourse.spoke_last != -1 else None
        nameless = last is not None and last.kind == "unnamed" and not last.named
        if last and nameless and last.gender in (None, nominal.gender) and self._just_spoke(sentence):
            return self._discourse.spoke_last
        for reference in self._discourse.recent(sentence, NEAR):
            referent = self._discourse.referents[reference.entity]
            if referent.kind == "person" and referent.gender == nominal.gender:
                return reference.entity
        return None
