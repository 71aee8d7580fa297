"""Who speaks in an article's headline and lead, where these only describe somebody who is named further down.

News names its sources late: "Corvane boss insists dividend is safe" over "The chief executive of Corvane said on Monday
that ...", and the name a paragraph later: "Miriam Castlegate, who took over in May, blamed ...". Whoever is named for
the first time right behind the lead and speaks next is the one whom the lead describes, if nothing speaks against it; a
headline's quotation is one of the article's, so that whoever says the same below is its speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.bylines import bylines
from quotes.lexicon import lexicon
from quotes.records import Attribution
from quotes.resolution.discourse import Referent
from quotes.resolution.naming import Naming
from quotes.tree import Tree

HEADING = 0
"""The paragraph of the headline."""

FAR = 4
"""The paragraphs behind the lead in which whoever it describes is named."""

HEADS = frozenset({"head", "chief", "boss", "leader", "executive"})
"""Words for whoever leads something, whatever the office is called."""

LEADERS = HEADS | frozenset(
    {"director", "president", "chairman", "chairwoman", "chair", "ceo"}
    | {"administrator", "commissioner", "superintendent", "manager", "principal"}
)
"""Their offices."""

ANONYMOUS = frozenset(
    {"official", "source", "spokesman", "spokeswoman", "spokesperson", "aide", "insider", "diplomat", "person", "one"}
    | {"other", "friend", "pal", "colleague", "someone", "somebody", "member", "voter", "user", "representative"}
    | {"nobody", "everybody", "anybody", "everyone", "anyone", "none", "each", "either", "neither"}
)
"""Words for those who speak without being named at all."""

CONTENT_TAGS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
LIGHT = frozenset({"be", "have", "do", "say", "will", "would", "could", "may", "make", "get", "go", "take", "new"})
"""Verbs and adjectives that any two sentences can share."""

ALIKE = 0.5
"""The share of a headline's words that a quotation must have to be the one it tells of."""


@dataclass(frozen=True, slots=True)
class Told:
    """The attribution ``number``, its entity, the paragraph of its content, and the content's telling words."""

    number: int
    entity: int
    paragraph: int
    words: frozenset[str]


class Openings:
    """Finds them once all sources are known; ``referents`` are the entities of the article."""

    def __init__(
        self, tree: Tree, naming: Naming, referents: Sequence[Referent], paragraphs: Sequence[int], heads: Sequence[int]
    ) -> None:
        self._tree = tree
        self._naming = naming
        self._referents = referents
        self._paragraphs = paragraphs
        self._heads = heads
        self._first: dict[int, int] = {}
        for mention in naming.names:
            entity = naming.entity_at(mention.first)
            if entity is not None:
                self._first.setdefault(entity, paragraphs[mention.first])

    def named(self, attributions: Sequence[Attribution], sources: Sequence[int | None]) -> Iterator[tuple[int, int]]:
        """Entities without a name that speak in the headline or lead, each with the named one that it is.

        ``sources`` has the entity of each attribution.
        """
        told = [
            Told(n, entity, self._paragraphs[self._heads[n]], self._words(attribution))
            for n, (attribution, entity) in enumerate(zip(attributions, sources, strict=True))
            if entity is not None and self._heads[n] != -1
        ]
        first = min(self._paragraphs, default=HEADING)
        leading = self._leading(first)
        lead = next((each for each in told if each.paragraph == leading), None)
        who = self._behind(lead, told) if lead and self._is_open(lead.entity) else None
        if lead and who is not None:
            yield lead.entity, who
        for each in told:
            if each.paragraph == first and self._is_open(each.entity) and len(told) > 1:
                found = self._same(each, told, first) or self._lead_speaker(each, lead, who)
                if found is not None:
                    yield each.entity, found

    def _leading(self, first: int) -> int:
        """The first paragraph behind the headline that is no byline."""
        signed = bylines(self._tree)
        behind = enumerate(self._paragraphs)
        return next((number for word, number in behind if number > first and word not in signed), first + 1)

    def voiced(self, attributions: Sequence[Attribution], sources: Sequence[int | None]) -> Iterator[tuple[int, int]]:
        """The number of each headline's quotation without a source, with the one who says the same words below."""
        said = [(self._paragraph(each), self._words(each), sources[n]) for n, each in enumerate(attributions)]
        first = min(self._paragraphs, default=HEADING)
        for number, (paragraph, words, source) in enumerate(said):
            loose = attributions[number].type == "direct" and source is None
            if loose and paragraph == first and self._heads[number] == -1 and len(words) > 1:
                speakers = {e for place, more, e in said if place > first and e is not None and words <= more}
                if len(speakers) == 1 and all(self._referents[e].kind in ("person", "unnamed") for e in speakers):
                    yield number, speakers.pop()

    def _paragraph(self, attribution: Attribution) -> int:
        """The paragraph in which a content begins."""
        return self._paragraphs[self._tree.covering(attribution.content[0])[0]]

    def _words(self, attribution: Attribution) -> frozenset[str]:
        """The lemmas of a content that tell what it is about."""
        extents = (self._tree.covering(span) for span in attribution.content)
        found = (token for first, last in extents for token in self._tree.tokens[first:last])
        return frozenset(t.lemma.casefold() for t in found if t.upos in CONTENT_TAGS) - LIGHT

    def _is_open(self, entity: int) -> bool:
        """Whether an entity is one person or body that a noun only describes."""
        referent = self._referents[entity]
        single = referent.kind in ("unnamed", "organization") and not referent.named and not referent.members
        return single and not referent.roles & ANONYMOUS

    def _behind(self, lead: Told, told: Sequence[Told]) -> int | None:
        """The first to speak behind the lead, if named there for the first time and if nothing speaks against it."""
        kinds = ("person", "unnamed") if self._referents[lead.entity].kind == "unnamed" else ("organization",)
        later = (each.entity for each in told if lead.paragraph < each.paragraph <= lead.paragraph + FAR)
        others = (entity for entity in later if entity != lead.entity and self._referents[entity].kind in kinds)
        following = next(others, None)
        if following is None or self._first.get(following, HEADING) <= lead.paragraph:
            return None
        return following if self._can_be(lead.entity, following) else None

    def _can_be(self, described: int, named: int) -> bool:
        """Whether kind, gender and roles allow that somebody named is the one described."""
        one, other = self._referents[described], self._referents[named]
        if not other.named or other.kind != ("person" if one.kind == "unnamed" else "organization"):
            return False
        if one.gender and other.gender and one.gender != other.gender:
            return False
        return other.kind == "organization" or self._may_bear(one, other)

    def _may_bear(self, described: Referent, named: Referent) -> bool:
        """Whether a person can have the role of a description: it is theirs, or the article tells none of theirs."""
        words = lexicon()
        offices = frozenset(role for role in named.roles if not words.is_family(role))
        alike = {word for role in described.roles for word in words.alike(role)}
        leading = bool(described.roles & HEADS and offices & LEADERS)
        told = any(words.is_role(role) for role in described.roles)
        return not offices or not told or leading or bool(offices & alike)

    def _same(self, headline: Told, told: Sequence[Told], first: int) -> int | None:
        """Whoever says below what the headline has said."""
        shares = {
            each.number: len(headline.words & each.words) / len(headline.words)
            for each in told
            if each.paragraph > first and headline.words and self._fits_headline(headline.entity, each.entity)
        }
        best = max(shares.values(), default=0.0)
        speakers = {each.entity for each in told if shares.get(each.number, 0.0) == best >= ALIKE}
        return speakers.pop() if len(speakers) == 1 else None

    def _fits_headline(self, described: int, named: int) -> bool:
        one, other = self._referents[described], self._referents[named]
        kinds = ("person",) if one.kind == "unnamed" else ("organization",)
        return other.named and other.kind in kinds and not (one.gender and other.gender and one.gender != other.gender)

    def _lead_speaker(self, headline: Told, lead: Told | None, who: int | None) -> int | None:
        """The lead's speaker, if both descriptions can be of one and the same."""
        entity = who if who is not None else lead.entity if lead else None
        return entity if entity is not None and self._can_be(headline.entity, entity) else None
