"""One walk through an article: each name, pronoun and description -> the entity it stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quotes.bylines import bylines
from quotes.lexicon import lexicon
from quotes.records import ROOT, Attribution
from quotes.resolution.companies import ORDER
from quotes.resolution.descriptions import Descriptions
from quotes.resolution.discourse import Discourse, Referent
from quotes.resolution.extents import CLAUSES, extent
from quotes.resolution.introductions import described_before
from quotes.resolution.joint import joint_parts, paired
from quotes.resolution.links import Links
from quotes.resolution.names import shown
from quotes.resolution.naming import Naming
from quotes.resolution.narrators import Narrators
from quotes.resolution.nominals import Nominal, nominal
from quotes.resolution.offices import fields
from quotes.resolution.openings import Openings
from quotes.resolution.owners import Owners
from quotes.resolution.preferences import Chooser, antecedent
from quotes.resolution.pronouns import FIRST_PERSON, FIRST_PERSONS, PRONOUNS, RELATIVE, Reference
from quotes.resolution.relatives import Relatives
from quotes.resolution.roles import title_of
from quotes.resolution.short_forms import short_form
from quotes.resolution.source_words import source_word
from quotes.resolution.title import Title
from quotes.resolution.utterances import Utterances, paragraph_of
from quotes.tree import Tree

ARGUMENTS = frozenset({"nsubj", "obj", "obl", "root", "nmod", "conj", "appos"})


class Resolution:
    """Resolves the sources of an article's attributions; everything is done when it has been made.

    ``sources`` holds for each attribution the number of its entity in ``discourse.referents``, or None; ``titles`` the
    titles that the article gives each entity.
    """

    def __init__(self, tree: Tree, attributions: Sequence[Attribution], choose: Chooser = antecedent) -> None:
        self.tree = tree
        self.attributions = attributions
        self.sources: list[int | None] = [None] * len(attributions)
        self._paragraphs = paragraph_of(tree)
        self._naming = Naming(tree)
        self.titles = self._naming.titles
        self._relatives = Relatives(tree, self._naming)
        self._utterances = Utterances(tree, attributions)
        self.discourse = Discourse(choose=choose, narrative=self._utterances.narrative(tree))
        self._descriptions = Descriptions(self.discourse)
        self._joint: dict[tuple[int, ...], int] = {}
        self._owners: dict[int, int] = {}
        self._names: dict[int, int] = {}
        self._links = Links(tree, self._naming, self._owners, self.discourse.referents)
        self._told = Owners(tree, self._naming, self._owners, self.discourse.referents)
        fronted: dict[int, tuple[int, int]] = {}
        self._heads = [self._source_head(attribution, fronted) for attribution in attributions]
        for entity in self._naming.introduce(self.discourse, fronted, self._utterances.quoted):
            self._descriptions.know(entity)
        self._walk()
        self._name_openings()
        narrators = Narrators(tree, self._naming, self._utterances, self.discourse.referents)
        for number, narrator in narrators.said(self._heads, self.sources):
            self.sources[number] = narrator

    def _name_openings(self) -> None:
        """Gives a headline's or lead's described speaker the name that the article tells later."""
        openings = Openings(self.tree, self._naming, self.discourse.referents, self._paragraphs, self._heads)
        for described, named in list(openings.named(self.attributions, self.sources)):
            heads = {h for h, entity in zip(self._heads, self.sources, strict=True) if entity == described}
            found = [self._title(head) for head in sorted(heads) if self.discourse.referents[named].kind == "person"]
            self.titles[named] += [title for title in found if title]
            self.sources = [named if entity == described else entity for entity in self.sources]
        for number, entity in list(openings.voiced(self.attributions, self.sources)):
            self.sources[number] = entity

    def _title(self, head: int) -> Title | None:
        """The title that a description of somebody is, up to the first comma."""
        first, last = extent(self.tree, head)
        comma = next((n for n in range(head + 1, last) if self.tree.tokens[n].text == ","), last)
        return title_of(self.tree, first, comma, "description")

    def _source_head(self, attribution: Attribution, fronted: dict[int, tuple[int, int]]) -> int:
        """The word that a source turns on, -1 where there is no source; notes a title that stands before it."""
        span = attribution.source
        if span and attribution.rule == "transcript" and span.end - span.start == 1:
            return -1  # "Q:" and "A:" name nobody
        word = source_word(self.tree, self.tree.covering(span), self._naming.mention_at) if span else None
        if word is None:
            return -1
        if word.title:
            fronted[word.index] = word.title
        return word.index

    def _walk(self) -> None:
        """Every word that refers to something, in text order; sources are resolved where their head stands."""
        speeches: dict[int, list[int]] = defaultdict(list)
        for number, head in enumerate(self._heads):
            if head != -1:
                speeches[head].append(number)
        signed = bylines(self.tree)
        for index in range(len(self.tree.tokens)):
            if index in signed:
                continue
            here = speeches.get(index, [])
            entity = self._speaker(index, here) if here else self._referent(index)
            if entity is not None:
                entity = self._names.get(entity, entity)
                self._owners[index] = entity
                place = self._place(index, entity, here[0] if here else -1)
                self._introduce(place)
                self.discourse.refer(place)
            self._note_pair(index)
            for number in here:
                self.sources[number] = entity
        self.sources = [self._names.get(entity, entity) if entity is not None else None for entity in self.sources]

    def _introduce(self, place: Reference) -> None:
        """Gives somebody who is named for the first time the role that the sentence before has told."""
        described = described_before(self.discourse, place)
        title = self._title(described.token) if described else None
        if described and title:
            self._names[described.entity] = place.entity
            self.titles[place.entity].append(title)
            named = self.discourse.referents[place.entity]
            named.roles, named.fields = named.roles | title.roles, named.fields | fields([title])
            self._descriptions.know(place.entity)

    def _note_pair(self, index: int) -> None:
        """Behind the last of several people who do something together: they can be meant by a later "they"."""
        first = paired(self.tree, index)
        members = tuple(self._owners[word] for word in first if word in self._owners)
        people = all(self.discourse.referents[member].kind == "person" for member in members)
        if len(members) > 1 and len(members) == len(first) == len(set(members)) and people:
            names = [self.discourse.referents[member].name for member in members]
            self.discourse.refer(self._place(first[0], self._together(members, _enumerated(names)), -1))

    def _place(self, index: int, entity: int, speech: int) -> Reference:
        token = self.tree.tokens[self._links.stands_at(index, entity)]
        verb = self._links.acts(index)
        governor, relation = (token.head, token.deprel) if verb is None else (verb, "nsubj")
        return Reference(
            token=index,
            entity=entity,
            sentence=self.tree.sentence_of[index],
            governor=governor,
            relation=relation,
            content=self._utterances.content[index],
            quoted=self._utterances.quoted[index],
            speech=speech,
            named=self._naming.mention_at(index) is not None,
            paragraph=self._paragraphs[index],
            verb="" if governor == ROOT else self.tree.tokens[governor].lemma,
            main=governor != ROOT and self.tree.tokens[governor].head == ROOT,
        )

    def _speaker(self, index: int, speeches: Sequence[int]) -> int | None:
        """The entity behind a source."""
        source = self.attributions[speeches[0]].source
        span = self.tree.covering(source) if source else (index, index + 1)
        return self._joint_or_single(index, span, speeches[0])

    def _joint_or_single(self, index: int, span: tuple[int, int], speech: int) -> int | None:
        """The entity, or the joint ones, of a noun phrase in the token range ``span`` that turns on ``index``."""
        parts = joint_parts(self.tree, span, index, self._naming.mention_at)
        return self._group(parts, speech) if len(parts) > 1 else self._single(index, speech)

    def _group(self, parts: Sequence[tuple[int, int]], speech: int) -> int | None:
        """A joint speaker; None where one of them is unknown."""
        words = [source_word(self.tree, part, self._naming.mention_at) for part in parts]
        members = [self._single(word.index, speech) for word in words if word]
        known = tuple(member for member in members if member is not None)
        if len(known) < len(parts) or len(set(known)) < 2:
            return known[0] if len(set(known)) == 1 else None
        return self._together(known, self._joint_name(parts, known))

    def _together(self, members: tuple[int, ...], name: str) -> int:
        """The joint speaker that these entities make."""
        if members not in self._joint:
            self._joint[members] = self.discourse.add(Referent(name=shown(name), kind="group", members=members))
        return self._joint[members]

    def _accompanied(self, described: Nominal, sentence: int) -> int | None:
        """The joint speaker behind "the two leaders" where two have just been named."""
        members = self._descriptions.companies.company(described, sentence)
        names = [self.discourse.referents[member].name for member in members]
        return self._together(tuple(members), _enumerated(names)) if members else None

    def _joint_name(self, parts: Sequence[tuple[int, int]], members: Sequence[int]) -> str:
        """The names of all; the noun phrase as it stands where nobody has a name."""
        if not any(self.discourse.referents[member].named for member in members):
            return short_form(self.tree, parts[0][0], self._end(parts[-1]))
        return _enumerated([self._member_name(part, member) for part, member in zip(parts, members, strict=True)])

    def _end(self, part: tuple[int, int]) -> int:
        """Where a member's noun phrase ends, without the clauses and appositives that only add to it."""
        word = source_word(self.tree, part, self._naming.mention_at)
        added = self.tree.children(word.index, CLAUSES) if word else []
        return min([min(self.tree.near(child)) for child in added if child > part[0]], default=part[1])

    def _member_name(self, part: tuple[int, int], member: int) -> str:
        """A member's name, with the article that stands before it."""
        article = self.tree.tokens[part[0]].text
        name = self.discourse.referents[member].name
        return f"{article} {name}" if article == "the" else name

    def _single(self, index: int, speech: int) -> int | None:
        """The entity behind one head word of a source."""
        word = self.tree.tokens[index].text.casefold()
        if self._naming.mention_at(index) or word in PRONOUNS:
            return self._referent(index, speech)
        if word in RELATIVE and self.tree.tokens[index].upos != "DET":
            antecedent = self._relatives.noun(index)
            return (
                None
                if antecedent is None
                else self._joint_or_single(antecedent, self.tree.noun_phrase(antecedent, CLAUSES), speech)
            )
        if word in ORDER:
            return self._descriptions.companies.of_two(word, self.tree.sentence_of[index])
        if word in FIRST_PERSON | FIRST_PERSONS | {"you"}:
            return None
        return self._described(index, source=True, speech=speech)

    def _referent(self, index: int, speech: int = -1) -> int | None:
        """The entity that a word refers to, as far as it is the head of a name, a pronoun or a known description."""
        mention = self._naming.mention_at(index)
        if mention is not None:
            return self._naming.entity_at(index) if mention.head == index or speech != -1 else None
        token = self.tree.tokens[index]
        pronoun = PRONOUNS.get(token.text.casefold())
        if pronoun and (speech != -1 or not self._utterances.quoted[index]):
            place = self._place(index, -1, speech)
            return self.discourse.antecedent(pronoun, place, self._barred(index))
        return self._described(index, source=False) if token.upos == "NOUN" or self._links.picks_one(index) else None

    def _barred(self, index: int) -> tuple[int, ...]:
        """A pronoun in direct speech does not mean the one who speaks."""
        content = self._utterances.content[index]
        if content == -1 or not self._utterances.quoted[index]:
            return ()
        speaker, head = self.sources[content], self._heads[content]
        if speaker is None and head > index:  # named only behind the quotation: "...," said X
            speaker = self._naming.entity_at(head)
        return () if speaker is None else (speaker,)

    def _described(self, index: int, source: bool, speech: int = -1) -> int | None:
        """The entity that a noun phrase describes; a source always has one, other nouns if they are known words."""
        linked = (
            self._links.linked_name(index)
            if source or not self.tree.children(index, ("cop",))
            else self._links.told_of(index)
        )
        if linked is not None:
            return linked
        if self._links.picks_one(index):
            index, speech = next(n for n in self.tree.children(index, ("appos",)) if self._links.tells_person(n)), -1
        if not (source or self._is_worth(index)):
            return None
        contents = self._utterances.content
        described = nominal(self.tree, index, self._extent(speech, index), lambda n: contents[n] == speech)
        if described is None:
            return None
        found = self._descriptions.find(described, self.tree.sentence_of[index], speaks=source)
        if found is None or self._told.is_somebody_elses(found, described):
            return self._accompanied(described, self.tree.sentence_of[index]) or self._new(described)
        self._learn(found, described)
        return found

    def _extent(self, speech: int, index: int) -> tuple[int, int] | None:
        """The tokens of a source that a word heads."""
        span = self.attributions[speech].source if speech != -1 else None
        return self.tree.covering(span) if span and self._heads[speech] == index else None

    def _is_worth(self, index: int) -> bool:
        """Whether a noun that speaks nowhere can be what a later pronoun means: persons, groups, bodies, documents."""
        words, noun = lexicon(), self.tree.tokens[index].lemma.casefold()
        listed = noun in words.groups or noun in words.organizations or noun in words.documents
        return (listed or words.is_person(noun)) and self.tree.relation(index) in ARGUMENTS

    def _new(self, described: Nominal) -> int:
        """An entity that has no name."""
        entity = self.discourse.add(
            Referent(
                name=self._told.name_of(described),
                kind=described.kind,
                gender=described.gender,
                roles=frozenset({described.noun}),
                modifiers=described.modifiers,
            )
        )
        self._descriptions.describe(described, entity)
        return entity

    def _learn(self, entity: int, described: Nominal) -> None:
        """A later description can be fuller than the first; for a named person it is a title.

        A document is called by its noun alone where that is clear enough for the article ("the review").
        """
        referent = self.discourse.referents[entity]
        if referent.kind == "document" and not referent.named and described.definite and not described.modifiers:
            referent.name = described.text
        if not referent.named and not referent.members and len(described.modifiers) > len(referent.modifiers):
            referent.name, referent.modifiers = self._told.name_of(described), described.modifiers
        if not referent.named and referent.name.isupper() and not described.text.isupper():  # a headline in capitals
            referent.name = self._told.name_of(described)
        if referent.kind == "person" and not described.plural:
            told = [n for n in self.tree.children(described.head, ("appos",)) if not self._naming.mention_at(n)]
            found = [title for head in (described.head, *told) if (title := self._title(head))]
            self.titles[entity] += found
            referent.roles |= {role for title in found if not title.passed for role in title.roles}


def _enumerated(names: Sequence[str]) -> str:
    """Two or more names as one: "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]])
