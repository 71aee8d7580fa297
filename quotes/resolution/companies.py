"""Several people meant at once: "the senators", "the two leaders", "the former"."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.lexicon import Gender, lexicon
from quotes.resolution.counts import PAIRS, count_of
from quotes.resolution.discourse import Discourse
from quotes.resolution.newly_told import offices
from quotes.resolution.nominals import Nominal

ORDER = {"former": 0, "latter": 1}
"""Words for one of two by the order in which they were named."""


class Companies:
    """Finds groups of named people among those of a discourse."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def joint(self, nominal: Nominal, sentence: int) -> int | None:
        """The joint speaker of before whose members are such: "the senators", "the two leaders"."""
        for reference in self._discourse.recent(sentence):
            referent = self._discourse.referents[reference.entity]
            if self._are_all(referent.members, nominal):
                return reference.entity
            if nominal.noun in referent.roles and referent.kind == "group" and not referent.members:
                break
            if reference.speech != -1 and self._may_all_be(referent.members, nominal):
                return reference.entity
        return None

    def company(self, nominal: Nominal, sentence: int) -> list[int]:
        """The people behind "the two leaders": those of this sentence and the one before, if they are as many."""
        count, words = count_of(nominal), lexicon()
        several = nominal.noun in PAIRS or (nominal.plural and words.is_person(nominal.noun))
        if not (several and nominal.definite and count):
            return []
        near = [r.entity for r in self._discourse.recent(sentence, 1) if not r.quoted]
        people = [e for e in near if self._is_one_of(e, words.gender(nominal.noun))]
        return people[::-1] if len(people) == count else []

    def of_two(self, word: str, sentence: int) -> int | None:
        """Whom "the former" or "the latter" means: of the two joined last, else of the only two named just before."""
        recent = [reference.entity for reference in self._discourse.recent(sentence, 1)]
        joined = next((m for entity in recent if len(m := self._discourse.referents[entity].members) == 2), None)
        named = tuple(entity for entity in recent[::-1] if self._discourse.referents[entity].named)
        pair = joined or named
        return pair[ORDER[word]] if len(pair) == 2 else None

    def _may_all_be(self, members: Sequence[int], nominal: Nominal) -> bool:
        """Whether a bare role noun ("the researchers") takes up named people whose roles the article does not tell."""
        bare = not (nominal.possessed or nominal.limited or nominal.modifiers)
        described = [self._discourse.referents[member] for member in members]
        open_roles = all(referent.kind == "person" and not offices(referent.roles) for referent in described)
        return bool(described) and bare and open_roles and lexicon().is_role(nominal.noun)

    def _is_one_of(self, entity: int, gender: Gender | None) -> bool:
        """Whether an entity is a person who can be among people of a gender; None is any."""
        referent = self._discourse.referents[entity]
        return referent.kind == "person" and (gender is None or referent.gender in (gender, None))

    def _are_all(self, members: Sequence[int], nominal: Nominal) -> bool:
        described = [self._discourse.referents[member] for member in members]
        if not described or any(referent.kind != "person" for referent in described):
            return False
        gender = lexicon().gender(nominal.noun)
        if not all(self._is_one_of(member, gender) for member in members):
            return False
        told = any(nominal.noun in referent.roles for referent in described) or lexicon().is_family(nominal.noun)
        return told or count_of(nominal) == len(members)
