"""People taken up by what the article tells only now: "the striker", "the minister" who has just spoken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from quotes.lexicon import lexicon
from quotes.resolution.described import NEAR, Described
from quotes.resolution.discourse import MEMORY
from quotes.resolution.names import key
from quotes.resolution.nominals import Nominal, tells_news
from quotes.resolution.offices import FORMER, SEATS
from quotes.resolution.pronouns import Reference
from quotes.resolution.title import SILKS

INFORMANTS = frozenset({"source", "insider", "person"})
"""What papers call somebody without a name who has just spoken: "a pal said", "the source added"."""

POLITICAL = frozenset(
    {"minister", "secretary", "leader", "chairman", "chairwoman", "chair", "whip", "backbencher", "frontbencher"}
    | {"spokesman", "spokeswoman", "spokesperson", "member", "former", "deputy"}
)
"""What members of a parliament are there: "the Labour MP" can be the shadow health secretary."""

DEGREES = frozenset({"doctor", "professor", "dr", "prof"}) | SILKS
"""Titles that people of many professions have, or of many ranks in one."""


class NewlyTold:
    """Finds the people of the last sentences who can be described so."""

    def __init__(self, known: Described) -> None:
        self._known = known
        self._discourse = known.discourse

    def taken_up(self, nominal: Nominal, sentence: int) -> int | None:
        """The person of the sentences just before, under a role told only now ("the striker").

        Of several the only one whose office the article does not tell, and then the one whom a sentence is about, if
        the others stand in lower clauses.
        """
        taking_up = nominal.definite and not nominal.possessed and (nominal.seated or not nominal.limited)
        if not taking_up or not tells_news(nominal):
            return None
        return next((each[0] for each in self._choices(nominal, sentence) if len(each) == 1), None)

    def _choices(self, nominal: Nominal, sentence: int) -> Iterator[list[int]]:
        """Those who may be meant, the likeliest first: of the sentence before, behind a quotation, a little farther."""
        people = self._people(self._before(sentence, 1), nominal)
        last = self._full(people) if nominal.seated else people
        if last:
            yield self._fitting(last, nominal)
            yield self._free(self._fitting(last, nominal), nominal)
            yield self._about(self._free(self._fitting(last, nominal), nominal), sentence)
            yield self._speaking(self._free(self._fitting(last, nominal), nominal), sentence)
        else:
            told = self._people(self._told(sentence), nominal)
            free = self._free(self._fitting(self._full(told) if nominal.seated else told, nominal), nominal)
            yield free
            yield self._about(free, sentence)
            near = self._full(self._people(self._before(sentence, NEAR), nominal))
            yield self._free(self._fitting(near, nominal), nominal)
        here = self._people((r for r in self._discourse.recent(sentence, 0) if not _asks(r)), nominal)
        yield self._fitting(here, nominal)

    def just_spoke(self, nominal: Nominal) -> bool:
        """Whether the one who spoke last has no name and was described so: "One minister", then "the minister"."""
        if not nominal.definite or nominal.modifiers or nominal.possessed or self._discourse.spoke_last == -1:
            return False
        last = self._discourse.referents[self._discourse.spoke_last]
        described = bool(lexicon().alike(nominal.noun) & last.roles) or nominal.noun in INFORMANTS
        return last.kind == "unnamed" and not last.named and described

    def _is_part(self, entity: int, nominal: Nominal) -> bool:
        """Whether a name stands within the description: "the Sinn Féin president"."""
        return {key(word) for word in self._discourse.referents[entity].name.split()} <= nominal.modifiers

    def _before(self, sentence: int, reach: int) -> list[Reference]:
        """The references of the last sentences outside quotations, the nearest first.

        A pronoun of the same sentence tells least: in "Asked what she thought, the striker said", both are one, but
        whom the pronoun means is as open.
        """
        far = (r for r in reversed(self._discourse.references[-MEMORY:]) if not r.quoted)
        near = takewhile(lambda r: sentence - r.sentence <= reach, far)
        return [r for r in near if r.named or r.sentence < sentence]

    def _told(self, sentence: int) -> list[Reference]:
        """The same, of one sentence that is not all quotation."""
        counts = self._discourse.narrative
        farthest = next(n for n in range(sentence + 1) if counts[sentence] - counts[n] <= 1)
        return self._before(sentence, sentence - farthest)

    def _people(self, near: Iterable[Reference], nominal: Nominal) -> list[int]:
        """The people that references are to, but for those named in the description itself."""
        outside = dict.fromkeys(r.entity for r in near)
        people = [entity for entity in outside if self._discourse.referents[entity].kind == "person"]
        return [entity for entity in people if not self._is_part(entity, nominal)]

    def _fitting(self, people: Iterable[int], nominal: Nominal) -> list[int]:
        """Those whom age, gender and office allow; nobody on duty is "the pensioner"."""
        fitting = [entity for entity in people if self._known.agrees(entity, nominal)]
        return self._off_duty(fitting) if _is_lay(nominal) else fitting

    def _off_duty(self, people: Iterable[int]) -> list[int]:
        """Those of whom the article tells no office."""
        return [entity for entity in people if not offices(self._discourse.referents[entity].roles)]

    def _full(self, people: Iterable[int]) -> list[int]:
        """Those whom the article calls by more than one name."""
        return [entity for entity in people if len(self._discourse.referents[entity].name.split()) > 1]

    def _free(self, people: Iterable[int], nominal: Nominal) -> list[int]:
        """Those whose office the article does not tell, where it is an office that is told now."""
        past = bool(FORMER & nominal.modifiers)
        if past or not lexicon().is_role(nominal.noun) or nominal.noun in lexicon().demonyms:
            return list(people)
        beside = POLITICAL if nominal.noun in SEATS else SEATS if nominal.noun in POLITICAL else frozenset()
        return [entity for entity in people if not offices(self._discourse.referents[entity].roles) - beside]

    def _about(self, people: Sequence[int], sentence: int) -> list[int]:
        """Those whom the last sentences are about: subjects of main clauses in which none of the others takes part."""
        said = [r for r in self._told(sentence) if r.entity in people]
        alone = (r for r in said if r.main and r.relation == "nsubj" and not _has_rival(r, said))
        return list(dict.fromkeys(reference.entity for reference in alone))

    def _speaking(self, people: Sequence[int], sentence: int) -> list[int]:
        """Those who speak in the last sentence."""
        return list(dict.fromkeys(r.entity for r in self._told(sentence) if r.entity in people and r.speech != -1))


def _is_lay(nominal: Nominal) -> bool:
    """Whether a noun is for somebody as what they are to others, and not by profession: "the victim"."""
    words, noun = lexicon(), nominal.noun
    return noun in words.people and not words.is_role(noun) and words.gender(noun) is None


def _asks(reference: Reference) -> bool:
    """Whether somebody puts the question that the one described answers: "Asked by Ann Hill, the expert said"."""
    return reference.verb.casefold() == "ask" and not reference.relation.startswith("nsubj:pass")


def _has_rival(reference: Reference, others: Iterable[Reference]) -> bool:
    """Whether somebody else takes part in what a person does: "Ann met Bob"."""
    return any(r.governor == reference.governor and r.entity != reference.entity for r in others)


def offices(roles: Iterable[str]) -> set[str]:
    """The roles that keep somebody from being called by another: not degrees, nor what one is to a colleague."""
    return {role for role in roles if role not in DEGREES and not lexicon().is_family(role)}
