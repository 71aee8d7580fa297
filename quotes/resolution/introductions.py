"""People told by role in one sentence and by name in the next: "The headmaster was kinder. Ann Hill wrote ..."."""

from __future__ import annotations

from quotes.lexicon import lexicon
from quotes.resolution.discourse import MEMORY, Discourse
from quotes.resolution.newly_told import offices
from quotes.resolution.openings import ANONYMOUS
from quotes.resolution.pronouns import Reference

HEADLINE = 0
"""The sentence of the headline, which may have quoted them."""

ACTED = frozenset({"leader", "head"})
"""Roles that "who leads" and "who runs" tell, whatever the office is called."""


def described_before(discourse: Discourse, place: Reference) -> Reference | None:
    """The subject of the sentence before, if the one who is named at ``place`` must be whom it describes.

    That is so where a full name that the article has not used before, and to which it gives no role, is the subject
    right behind a sentence about somebody in a role who has no name and says nothing there.
    """
    named = discourse.referents[place.entity]
    full = named.named and named.kind == "person" and len(named.name.split()) > 1
    told = offices(named.roles - named.former) - ACTED
    if not full or named.references or told or not place.relation.startswith("nsubj") or place.quoted:
        return None
    before = [r for r in discourse.references[-MEMORY:] if r.sentence == place.sentence - 1 and not r.quoted]
    subjects = [r for r in before if r.main and r.relation.startswith("nsubj")]
    single = len({r.entity for r in subjects}) == 1
    return subjects[0] if single and _can_be(discourse, subjects[0], place.entity) else None


def _can_be(discourse: Discourse, described: Reference, entity: int) -> bool:
    one, other = discourse.referents[described.entity], discourse.referents[entity]
    role = one.kind == "unnamed" and not one.named and any(lexicon().is_role(noun) for noun in one.roles)
    gender = not (one.gender and other.gender and one.gender != other.gender)
    spoke = (r for r in discourse.references if r.entity == described.entity and r.speech != -1)
    return role and gender and all(r.sentence == HEADLINE for r in spoke) and not one.roles & ANONYMOUS
