"""Descriptions -> the entity that the article described so before, by name or without.

"The senator" is the one person whom the article calls a senator; "the company" the one body with that word in its name,
or else the only one just spoken of; "the report" the report of before. Where several fit nothing is decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from quotes.lexicon import Gender, lexicon
from quotes.resolution.counts import PAIRS, count_of
from quotes.resolution.discourse import Discourse
from quotes.resolution.names import key
from quotes.resolution.nominals import Nominal, tells_age, tells_news
from quotes.resolution.pronouns import Reference

NEAR = 3
"""A description without a noun of its own for somebody ("the woman", "the agency") reaches back this many sentences."""

HEADLINE = 2
"""In this many first sentences an indefinite description may mean somebody named later ("Judge rejects request")."""

LEAD = 5
"""Within so many first sentences an article tells who its headline speaks of."""

GENERIC_BODIES = frozenset(
    {"company", "firm", "agency", "organization", "organisation", "group", "newspaper", "paper", "magazine", "network"}
    | {"website", "site", "outlet", "party", "union", "institute", "university", "corporation", "nonprofit", "charity"}
    | {"airline", "bank", "retailer", "manufacturer", "supermarket", "insurer", "regulator", "watchdog", "think-tank"}
    | {"startup", "ministry", "carmaker", "automaker"}
)
"""Nouns that take up whatever body was spoken of."""

OFTEN = 3
"""An entity spoken of so often is what an article is about."""

SAME = "same"

PAPER = "paper"
"""A study if "a paper" has been spoken of before, else a newspaper."""

EVERYBODY = frozenset({"member", "one", "other", "person", "colleague", "friend"})
"""Nouns that could be anybody: they name nobody by role."""

INFORMANTS = frozenset({"source", "insider"})
"""What papers call somebody without a name who has just spoken: "a pal said", "the source added"."""

DEGREES = frozenset({"doctor", "professor", "dr", "prof"})
"""Titles that people of many professions have."""


ORDER = {"former": 0, "latter": 1}
"""Words for one of two by the order in which they were named."""


class Descriptions:
    """Finds the entity behind a noun phrase among those of a discourse."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._by_role: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_noun: dict[str, list[int]] = defaultdict(list)
        self._by_age: dict[str, list[int]] = defaultdict(list)

    def know(self, entity: int) -> None:
        """Indexes an entity by what describes it."""
        referent = self._discourse.referents[entity]
        synonyms = lexicon().synonyms
        for noun in {noun for role in referent.roles for noun in synonyms.get(role, frozenset()) | {role}}:
            self._by_role[noun].append(entity)
        if referent.age:
            self._by_age[referent.age].append(entity)
        if referent.kind == "organization" and referent.named:
            for word in {key(word) for word in referent.name.split()}:
                self._by_word[word].append(entity)

    def describe(self, nominal: Nominal, entity: int) -> None:
        """Notes that an entity without a name was described so."""
        self._by_noun[nominal.noun].append(entity)

    def find(self, nominal: Nominal, sentence: int, speaks: bool = False) -> int | None:
        """The entity that is described, or None where it is a new one or undecided; ``speaks``: it is a source."""
        if nominal.plural or nominal.noun in PAIRS:
            return self._several(nominal, sentence) if nominal.definite else self._before(nominal, sentence)
        other = self._under_another_word(nominal, sentence)
        if other is not None:
            return other
        if nominal.kind == "unnamed":
            person = self._person(nominal, sentence)
            return self._taken_up(nominal, sentence) if person is None and speaks else person
        if sentence < HEADLINE and nominal.modifiers and self._is_bodily(nominal):
            body = self._chosen(self._by_word[nominal.noun], nominal, sentence)
            if body is not None and self._shares(body, nominal):
                return body
        if nominal.definite and nominal.noun == PAPER and self._by_noun[PAPER]:
            return self._before(nominal, sentence)
        if self._is_bodily(nominal) and (nominal.definite or not (nominal.indefinite or nominal.modifiers)):
            body = self._body(nominal, sentence)
            return self._before(nominal, sentence) if body is None else body
        return self._before(nominal, sentence)

    def _under_another_word(self, nominal: Nominal, sentence: int) -> int | None:
        """The only body with another word for the noun in its name: "the panel", "House Committee on Ethics".

        "A House panel" that opens an article means the one that the article names first.
        """
        opening = bool(nominal.modifiers) and sentence < HEADLINE
        others = lexicon().synonyms.get(nominal.noun, frozenset()) - {nominal.noun}
        if not (nominal.definite or opening) or self._by_word[nominal.noun]:
            return None
        bodies = {entity for word in others for entity in self._by_word[word]}
        fitting = sorted(e for e in bodies if nominal.modifiers <= self._discourse.referents[e].modifiers)
        return fitting[0] if len(fitting) == 1 or (opening and fitting) else None

    def _is_bodily(self, nominal: Nominal) -> bool:
        """Whether a noun can be a body: it is known to be, or it is part of one's name ("the district")."""
        unlisted = nominal.kind == "document" and nominal.noun not in lexicon().documents
        generic = nominal.noun in GENERIC_BODIES
        return (
            generic
            or nominal.kind == "organization"
            or (unlisted and nominal.definite and nominal.noun in self._by_word)
        )

    def _person(self, nominal: Nominal, sentence: int) -> int | None:
        """By role; then a "man" or "woman" by gender; then somebody without a name described in the same way."""
        if tells_age(nominal.noun):
            return self._aged(nominal, sentence)
        if nominal.noun in EVERYBODY:
            return self._before(nominal, sentence)
        if self._just_spoke(nominal):
            return self._discourse.spoke_last
        heading = sentence < HEADLINE and nominal.kind == "unnamed"
        headlined = self._headlined(nominal) if heading and not nominal.indefinite else []
        if len(headlined) == 1:
            return headlined[0]
        if nominal.definite or heading or not nominal.indefinite:
            bearers = self._by_role[nominal.noun]
            told = bearers if heading and not nominal.indefinite else self._met(bearers, nominal)
            found = self._chosen(told, nominal, sentence)
            sure = nominal.definite or not nominal.modifiers or (heading and self._is_only(nominal))
            if found is not None and (sure or self._shares(found, nominal)):
                return found
        if nominal.definite and not nominal.possessed and nominal.gender and self._tells_gender_alone(nominal.noun):
            return self._nearest(nominal, sentence)
        return self._before(nominal, sentence)

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

    def _just_spoke(self, nominal: Nominal) -> bool:
        """Whether the one who spoke last has no name and was described so: "One minister", then "the minister"."""
        if not nominal.definite or nominal.modifiers or nominal.possessed or self._discourse.spoke_last == -1:
            return False
        last = self._discourse.referents[self._discourse.spoke_last]
        described = nominal.noun in last.roles or nominal.noun in INFORMANTS
        return last.kind == "unnamed" and not last.named and described

    def _aged(self, nominal: Nominal, sentence: int) -> int | None:
        """The one person named with that age ("Ann Hill, 26,"), else somebody without a name called so before."""
        ages = {word for word in nominal.modifiers if word.isdigit()}
        told = {entity for age in ages for entity in self._by_age[age] if nominal.definite}
        return told.pop() if len(told) == 1 else self._before(nominal, sentence)

    def _headlined(self, nominal: Nominal) -> list[int]:
        """The people of the headline who bear a role: "Senator from Texas says" right below it."""
        first = dict.fromkeys(r.entity for r in self._discourse.references if r.sentence == 0)
        return [entity for entity in first if entity in self._by_role[nominal.noun] and self._agrees(entity, nominal)]

    def _is_only(self, nominal: Nominal) -> bool:
        """Whether one person of the article alone bears a role: "A judge has rejected ...", named further down."""
        return len(set(self._by_role[nominal.noun])) == 1

    def _tells_gender_alone(self, noun: str) -> bool:
        """Whether a noun says no more of somebody than their sex or family: "the woman", "the mother of three"."""
        return noun in lexicon().people or lexicon().is_family(noun)

    def _taken_up(self, nominal: Nominal, sentence: int) -> int | None:
        """The person of the sentences just before, under a role told only now ("the striker").

        Of several the only one whose office the article does not tell, and then the one whom a sentence is about, if
        the others stand in lower clauses.
        """
        taking_up = nominal.definite and not nominal.possessed and (nominal.seated or not nominal.limited)
        if not taking_up or not tells_news(nominal):
            return None
        people = self._full(sentence, 1) if nominal.seated else self._people(sentence, 1)
        last = [r for r in people if not self._is_part(r.entity, nominal)]
        fitting = [r for r in last or self._full(sentence, NEAR) if self._agrees(r.entity, nominal)]
        free = [r for r in fitting if not _offices(self._discourse.referents[r.entity].roles)]
        about = [r for r in free if r.main and r.relation == "nsubj" and not _has_rival(r, free)]
        choices = (fitting, free, about) if last else (free,)
        return next((choice[0].entity for choice in choices if len(choice) == 1), None)

    def _is_part(self, entity: int, nominal: Nominal) -> bool:
        """Whether a name stands within the description: "the Sinn Féin president"."""
        return {key(word) for word in self._discourse.referents[entity].name.split()} <= nominal.modifiers

    def _full(self, sentence: int, reach: int) -> list[Reference]:
        """Those of them whom the article calls by more than one name."""
        return [r for r in self._people(sentence, reach) if len(self._discourse.referents[r.entity].name.split()) > 1]

    def _people(self, sentence: int, reach: int) -> list[Reference]:
        """The people spoken of outside quotations within some sentences."""
        near = (r for r in self._discourse.recent(sentence, reach) if not r.quoted)
        return [r for r in near if self._discourse.referents[r.entity].kind == "person"]

    def _shares(self, entity: int, nominal: Nominal) -> bool:
        return bool(self._discourse.referents[entity].modifiers & nominal.modifiers)

    def _chosen(self, entities: Iterable[int], nominal: Nominal, sentence: int) -> int | None:
        """The only one that fits, or whose titles share most words with the description, or the only one of late."""
        fitting = [e for e in dict.fromkeys(entities) if self._agrees(e, nominal)]
        shared = {e: len(self._discourse.referents[e].modifiers & nominal.modifiers) for e in fitting}
        closest = [e for e in fitting if shared[e] == max(shared.values())]
        if len(closest) > 1:
            recent = [r.entity for r in self._discourse.recent(sentence) if r.entity in closest][:1]
            closest = recent or ([] if nominal.modifiers else self._spoken_of_most(closest))
        return closest[0] if len(closest) == 1 else None

    def _spoken_of_most(self, entities: Iterable[int]) -> list[int]:
        """The body that the article keeps speaking of, where the others were named but once."""
        described = {entity: self._discourse.referents[entity] for entity in entities}
        if any(referent.kind != "organization" for referent in described.values()):
            return []
        often = [entity for entity, referent in described.items() if referent.references > 1]
        return often if len(often) == 1 and self._discourse.referents[often[0]].references >= OFTEN else []

    def _agrees(self, entity: int, nominal: Nominal) -> bool:
        referent = self._discourse.referents[entity]
        if referent.age and tells_age(nominal.noun) and any(word.isdigit() for word in nominal.modifiers):
            return referent.age in nominal.modifiers
        return not (nominal.gender and referent.gender and referent.gender != nominal.gender)

    def _nearest(self, nominal: Nominal, sentence: int) -> int | None:
        """The person of the noun's gender spoken of last."""
        for reference in self._discourse.recent(sentence, NEAR):
            referent = self._discourse.referents[reference.entity]
            if referent.kind == "person" and referent.gender == nominal.gender:
                return reference.entity
        return None

    def _body(self, nominal: Nominal, sentence: int) -> int | None:
        """By a word of its name; a generic noun takes the one body spoken of of late."""
        named = self._chosen(self._by_word[nominal.noun], nominal, sentence)
        if named is not None or nominal.noun not in GENERIC_BODIES or nominal.modifiers:
            return named
        return self._body_at_hand(sentence)

    def _body_at_hand(self, sentence: int) -> int | None:
        """The named body that spoke last, or one that has acted since; else the only one spoken of of late."""
        near = [r for r in self._discourse.recent(sentence, NEAR) if self._is_body(r.entity)]
        spoke = next((n for n, r in enumerate(near) if r.entity == self._discourse.spoke_last), None)
        if spoke is not None:
            since = [r.entity for r in near[:spoke] if r.relation == "nsubj" and r.content == -1]
            return [*since, near[spoke].entity][0]
        if self._is_body(self._discourse.spoke_last):
            return self._discourse.spoke_last
        acting = [r for r in near if r.relation == "nsubj"]
        chosen = near if len(near) == 1 else acting
        return chosen[0].entity if len(chosen) == 1 else None

    def _is_body(self, entity: int) -> bool:
        """Whether an entity is a named body; -1 is none."""
        if entity == -1:
            return False
        referent = self._discourse.referents[entity]
        return referent.kind == "organization" and referent.named

    def _before(self, nominal: Nominal, sentence: int) -> int | None:
        """The latest entity without a name that has the same noun, or a synonym, and no other describing words.

        "Republicans" are all of them, "the Republicans" those on the panel that were spoken of before.
        """
        if nominal.definite and nominal.kind == "document" and SAME in nominal.modifiers:
            return self._same_text(nominal, sentence)
        taking_up = not nominal.indefinite and (nominal.definite or not nominal.plural)
        for entity in reversed(self._by_noun[nominal.noun]):
            known = self._discourse.referents[entity].modifiers
            if nominal.kind == "unnamed" and self._discourse.referents[entity].kind == "group":
                continue
            if nominal.modifiers == known or (taking_up and nominal.modifiers <= known):
                return entity
        others = lexicon().synonyms.get(nominal.noun, ()) if nominal.modifiers and taking_up else ()
        alike = (entity for noun in others for entity in reversed(self._by_noun[noun]))
        same = next((e for e in alike if self._discourse.referents[e].modifiers == nominal.modifiers), None)
        return self._from_headline(nominal, sentence) if same is None else same

    def _same_text(self, nominal: Nominal, sentence: int) -> int | None:
        """The text or poll spoken of last, of those that are called so or alike: "The same survey" is the poll."""
        nouns = lexicon().synonyms.get(nominal.noun, frozenset()) | {nominal.noun}
        texts = (r.entity for r in self._discourse.recent(sentence, NEAR))
        return next((e for e in texts if self._discourse.referents[e].roles & nouns), None)

    def _from_headline(self, nominal: Nominal, sentence: int) -> int | None:
        """A headline's bare plural that the lead says more of: "Experts say ...", "Three labor-policy experts"."""
        alike = self._by_noun[nominal.noun]
        fuller = nominal.plural and nominal.modifiers and not nominal.definite and sentence < LEAD
        if not fuller or len(alike) != 1 or self._discourse.referents[alike[0]].modifiers:
            return None
        first = next((r.sentence for r in self._discourse.references if r.entity == alike[0]), HEADLINE)
        return alike[0] if first < min(HEADLINE, sentence) else None

    def _several(self, nominal: Nominal, sentence: int) -> int | None:
        """A joint speaker of before whose members are such ("the senators", "the two leaders"), else the same noun."""
        for reference in self._discourse.recent(sentence):
            referent = self._discourse.referents[reference.entity]
            if self._are_all(referent.members, nominal):
                return reference.entity
            if nominal.noun in referent.roles and referent.kind == "group" and not referent.members:
                break
            if reference.speech != -1 and self._may_all_be(referent.members, nominal):
                return reference.entity
        return self._before(nominal, sentence)

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
        open_roles = all(referent.kind == "person" and not _offices(referent.roles) for referent in described)
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


def _has_rival(reference: Reference, others: Iterable[Reference]) -> bool:
    """Whether somebody else takes part in what a person does: "Ann met Bob"."""
    return any(r.governor == reference.governor and r.entity != reference.entity for r in others)


def _offices(roles: Iterable[str]) -> set[str]:
    """The roles that keep somebody from being called by another: not degrees, nor what one is to a colleague."""
    return {role for role in roles if role not in DEGREES and not lexicon().is_family(role)}
