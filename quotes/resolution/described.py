"""The entities of a discourse by what describes them: roles, words of names, nouns, ages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from quotes.lexicon import lexicon
from quotes.resolution.discourse import Discourse
from quotes.resolution.names import key
from quotes.resolution.nominals import Nominal, tells_age
from quotes.resolution.offices import excludes

NEAR = 3
"""A description without a noun of its own for somebody ("the woman", "the agency") reaches back this many sentences."""

HEADLINE = 2
"""In this many first sentences an indefinite description may mean somebody named later ("Judge rejects request")."""

LEAD = 5
"""Within so many first sentences an article tells who its headline speaks of."""

OFTEN = 3
"""An entity spoken of so often is what an article is about."""

SAME = "same"


class Described:
    """An index of descriptions, and how one of those that it finds is chosen."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.by_role: dict[str, list[int]] = defaultdict(list)
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.by_noun: dict[str, list[int]] = defaultdict(list)
        self.by_age: dict[str, list[int]] = defaultdict(list)

    def know(self, entity: int) -> None:
        """Indexes an entity by what describes it."""
        referent = self.discourse.referents[entity]
        words = lexicon()
        for noun in {noun for role in referent.roles for noun in words.alike(role)}:
            self.by_role[noun].append(entity)
        if referent.age:
            self.by_age[referent.age].append(entity)
        if referent.kind == "organization" and referent.named:
            for word in {key(word) for word in referent.name.split()}:
                self.by_word[word].append(entity)

    def describe(self, nominal: Nominal, entity: int) -> None:
        """Notes that an entity without a name was described so."""
        self.by_noun[nominal.noun].append(entity)

    def chosen(self, entities: Iterable[int], nominal: Nominal, sentence: int) -> int | None:
        """The only one that fits, or whose titles share most words with the description, or the only one of late."""
        fitting = [e for e in dict.fromkeys(entities) if self.agrees(e, nominal)]
        shared = {e: len(self.discourse.referents[e].modifiers & nominal.modifiers) for e in fitting}
        closest = [e for e in fitting if shared[e] == max(shared.values())]
        if len(closest) > 1:
            recent = [r.entity for r in self.discourse.recent(sentence) if r.entity in closest][:1]
            closest = recent or ([] if nominal.modifiers else self._spoken_of_most(closest))
        return closest[0] if len(closest) == 1 else None

    def _spoken_of_most(self, entities: Iterable[int]) -> list[int]:
        """The body that the article keeps speaking of, where the others were named but once."""
        described = {entity: self.discourse.referents[entity] for entity in entities}
        if any(referent.kind != "organization" for referent in described.values()):
            return []
        often = [entity for entity, referent in described.items() if referent.references > 1]
        return often if len(often) == 1 and self.discourse.referents[often[0]].references >= OFTEN else []

    def agrees(self, entity: int, nominal: Nominal) -> bool:
        """Whether age, gender and offices allow that an entity is described so."""
        referent = self.discourse.referents[entity]
        if referent.kind == "person" and excludes(referent, nominal):
            return False
        if referent.age and tells_age(nominal.noun) and any(word.isdigit() for word in nominal.modifiers):
            return referent.age in nominal.modifiers
        return not (nominal.gender and referent.gender and referent.gender != nominal.gender)

    def shares(self, entity: int, nominal: Nominal) -> bool:
        """Whether the names and titles of an entity have a describing word of the phrase."""
        return bool(self.discourse.referents[entity].modifiers & nominal.modifiers)

    def before(self, nominal: Nominal, sentence: int) -> int | None:
        """The latest entity without a name that has the same noun, or a synonym, and no other describing words.

        "Republicans" are all of them, "the Republicans" those on the panel that were spoken of before.
        """
        if nominal.definite and nominal.kind == "document" and SAME in nominal.modifiers:
            return self._same_text(nominal, sentence)
        taking_up = not nominal.indefinite and (nominal.definite or not nominal.plural)
        for entity in reversed(self.by_noun[nominal.noun]):
            known = self.discourse.referents[entity].modifiers
            if {nominal.kind, self.discourse.referents[entity].kind} == {"unnamed", "group"}:
                continue
            if nominal.modifiers == known or (taking_up and nominal.modifiers <= known):
                return entity
        # in one order, since that of a set changes from process to process
        others = sorted(lexicon().alike(nominal.noun)) if nominal.modifiers and taking_up else ()
        alike = (entity for noun in others for entity in reversed(self.by_noun[noun]))
        same = next((e for e in alike if self.discourse.referents[e].modifiers == nominal.modifiers), None)
        return self._from_headline(nominal, sentence) if same is None else same

    def _same_text(self, nominal: Nominal, sentence: int) -> int | None:
        """The text or poll spoken of last, of those that are called so or alike: "The same survey" is the poll."""
        nouns = lexicon().alike(nominal.noun)
        texts = (r.entity for r in self.discourse.recent(sentence, NEAR))
        return next((e for e in texts if self.discourse.referents[e].roles & nouns), None)

    def _from_headline(self, nominal: Nominal, sentence: int) -> int | None:
        """A headline's bare plural that the lead says more of: "Experts say ...", "Three labor-policy experts"."""
        alike = self.by_noun[nominal.noun]
        fuller = nominal.plural and nominal.modifiers and not nominal.definite and sentence < LEAD
        if not fuller or len(alike) != 1 or self.discourse.referents[alike[0]].modifiers:
            return None
        first = next((r.sentence for r in self.discourse.references if r.entity == alike[0]), HEADLINE)
        return alike[0] if first < min(HEADLINE, sentence) else None
