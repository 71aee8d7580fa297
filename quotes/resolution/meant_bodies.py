"""Bodies that a noun means: "the panel", "the company", "the district"."""

from __future__ import annotations

from quotes.lexicon import lexicon
from quotes.resolution.described import HEADLINE, NEAR, Described
from quotes.resolution.names import key
from quotes.resolution.nominals import Nominal
from quotes.resolution.pronouns import Reference

BUSINESSES = frozenset(
    {"company", "firm", "corporation", "airline", "bank", "retailer", "manufacturer", "supermarket", "insurer"}
    | {"startup", "start-up", "carmaker", "automaker", "chain", "lender", "brand", "drugmaker", "chipmaker", "brewer"}
    | {"grocer", "housebuilder", "homebuilder", "conglomerate", "planemaker", "steelmaker", "bookmaker"}
)
"""Nouns that take up whatever business was spoken of."""

GENERIC_BODIES = BUSINESSES | (
    {"agency", "organization", "organisation", "group", "newspaper", "paper", "magazine", "network", "website", "site"}
    | {"outlet", "party", "union", "institute", "university", "nonprofit", "charity", "regulator", "watchdog"}
    | {"think-tank", "ministry"}
)
"""Nouns that take up whatever body was spoken of."""

UNBUSINESSLIKE = frozenset(
    {"council", "department", "court", "police", "ministry", "university", "school", "commission", "committee"}
    | {"agency", "government", "senate", "congress", "parliament", "assembly", "union", "party", "association"}
    | {"federation", "authority", "office", "bureau", "hospital", "army", "house", "board", "college", "district"}
    | {"road", "avenue", "lane", "highway", "boulevard", "bridge", "river", "lake", "park"}
)
"""Words, as keys, in the names of bodies (and of places taken for them) that no noun for a business means."""


INFORMING = frozenset({"tell", "inform", "see", "obtain", "review", "show", "speak", "brief"})
"""What is done to papers and agencies, of which the article tells nothing more: "told Reuters", "seen by the BBC"."""


def _only_listens(reference: Reference) -> bool:
    """Whether a body is only told something."""
    return reference.verb.casefold() in INFORMING and not reference.relation.startswith("nsubj")


class MeantBodies:
    """Finds the body behind a noun."""

    def __init__(self, known: Described) -> None:
        self._known = known
        self._discourse = known.discourse

    def opening(self, nominal: Nominal, sentence: int) -> int | None:
        """The body that an article's opening describes by words of its name: "A federal appeals court"."""
        if sentence >= HEADLINE or not nominal.modifiers or not self.is_bodily(nominal):
            return None
        body = self._known.chosen(self._known.by_word[nominal.noun], nominal, sentence)
        return body if body is not None and self._known.shares(body, nominal) else None

    def under_another_word(self, nominal: Nominal, sentence: int) -> int | None:
        """The only body with another word for the noun in its name: "the panel", "House Committee on Ethics".

        "A House panel" that opens an article means the one that the article names first.
        """
        opening = bool(nominal.modifiers) and sentence < HEADLINE
        others = lexicon().alike(nominal.noun) - {nominal.noun}
        if nominal.kind == "unnamed" or not (nominal.definite or opening) or self._known.by_word[nominal.noun]:
            return None
        bodies = {entity for word in others for entity in self._known.by_word[word]}
        fitting = sorted(e for e in bodies if nominal.modifiers <= self._discourse.referents[e].modifiers)
        return fitting[0] if len(fitting) == 1 or (opening and fitting) else None

    def is_bodily(self, nominal: Nominal) -> bool:
        """Whether a noun can be a body: it is known to be, or it is part of one's name ("the district")."""
        unlisted = nominal.kind == "document" and nominal.noun not in lexicon().documents
        generic = nominal.noun in GENERIC_BODIES
        return (
            generic
            or nominal.kind == "organization"
            or (unlisted and nominal.definite and nominal.noun in self._known.by_word)
        )

    def body(self, nominal: Nominal, sentence: int) -> int | None:
        """By a word of its name; a generic noun takes the one body spoken of of late."""
        named = self._known.chosen(self._known.by_word[nominal.noun], nominal, sentence)
        if named is not None or nominal.noun not in GENERIC_BODIES or nominal.modifiers - nominal.home:
            return named
        return self._body_at_hand(nominal, sentence)

    def _body_at_hand(self, nominal: Nominal, sentence: int) -> int | None:
        """The named body that spoke last, or one that has acted since; else the only one spoken of of late."""
        business = nominal.noun in BUSINESSES
        recent = (r for r in self._discourse.recent(sentence, NEAR) if not _only_listens(r))
        near = [r for r in recent if self._is_body(r.entity, business)]
        spoke = next((n for n, r in enumerate(near) if r.entity == self._discourse.spoke_last), None)
        if spoke is not None:
            since = [r.entity for r in near[:spoke] if r.relation == "nsubj" and r.content == -1]
            return [*since, near[spoke].entity][0]
        if self._is_body(self._discourse.spoke_last, business):
            return self._discourse.spoke_last
        acting = [r for r in near if r.relation == "nsubj"]
        chosen = near if len(near) == 1 else acting
        if len(chosen) == 1:
            return chosen[0].entity
        return self._subject_matter() if business else None

    def _subject_matter(self) -> int | None:
        """The one business of headline and first sentence: of the firm that an article is about it is "the company"."""
        known = self._discourse.referents
        opening = [n for n, referent in enumerate(known) if referent.opening and self._is_body(n, business=True)]
        return opening[0] if len(opening) == 1 else None

    def _is_body(self, entity: int, business: bool) -> bool:
        """Whether an entity is a named body, and can be a ``business`` where one is meant; -1 is none."""
        if entity == -1:
            return False
        referent = self._discourse.referents[entity]
        unlike = referent.place or not UNBUSINESSLIKE.isdisjoint(key(word) for word in referent.name.split())
        other = business and unlike
        return referent.kind == "organization" and referent.named and not other
