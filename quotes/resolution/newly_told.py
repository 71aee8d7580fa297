"""People taken up by what the article tells only now: "the striker", "the minister" who has just spoken."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.lexicon import lexicon
from quotes.resolution.described import NEAR, Described
from quotes.resolution.names import key
from quotes.resolution.nominals import Nominal, tells_news
from quotes.resolution.pronouns import Reference

INFORMANTS = frozenset({"source", "insider"})
"""What papers call somebody without a name who has just spoken: "a pal said", "the source added"."""

DEGREES = frozenset({"doctor", "professor", "dr", "prof"})
"""Titles that people of many professions have."""


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
        people = self._full(sentence, 1) if nominal.seated else self._people(sentence, 1)
        last = [r for r in people if not self._is_part(r.entity, nominal)]
        fitting = [r for r in last or self._full(sentence, NEAR) if self._known.agrees(r.entity, nominal)]
        free = [r for r in fitting if not offices(self._discourse.referents[r.entity].roles)]
        about = [r for r in free if r.main and r.relation == "nsubj" and not _has_rival(r, free)]
        choices = (fitting, free, about) if last else (free,)
        return next((choice[0].entity for choice in choices if len(choice) == 1), None)

    def just_spoke(self, nominal: Nominal) -> bool:
        """Whether the one who spoke last has no name and was described so: "One minister", then "the minister"."""
        if not nominal.definite or nominal.modifiers or nominal.possessed or self._discourse.spoke_last == -1:
            return False
        last = self._discourse.referents[self._discourse.spoke_last]
        described = nominal.noun in last.roles or nominal.noun in INFORMANTS
        return last.kind == "unnamed" and not last.named and described

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


def _has_rival(reference: Reference, others: Iterable[Reference]) -> bool:
    """Whether somebody else takes part in what a person does: "Ann met Bob"."""
    return any(r.governor == reference.governor and r.entity != reference.entity for r in others)


def offices(roles: Iterable[str]) -> set[str]:
    """The roles that keep somebody from being called by another: not degrees, nor what one is to a colleague."""
    return {role for role in roles if role not in DEGREES and not lexicon().is_family(role)}
