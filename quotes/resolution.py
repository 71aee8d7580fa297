"""One walk through an article: each name, pronoun and description -> the entity it stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from quotes.clusters import Cluster, clusters
from quotes.descriptions import Descriptions
from quotes.discourse import Discourse, Referent
from quotes.genders import genders
from quotes.joint import joint_parts
from quotes.lexicon import lexicon
from quotes.mentions import Mention, mentions
from quotes.names import key, shown
from quotes.nominals import Nominal, extent, nominal
from quotes.pronouns import FIRST_PERSON, FIRST_PERSONS, PRONOUNS, RELATIVE, Reference
from quotes.records import ROOT, Attribution, SpeakerKind
from quotes.signatures import signatures
from quotes.roles import Title, title_of
from quotes.source_words import source_word
from quotes.titles import titles
from quotes.tree import Tree
from quotes.utterances import Utterances

OPENING_SENTENCES = 2
NOMINAL_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
NAME_LINKS = ("flat", "appos", "compound", "nmod", "dep")


class Resolution:
    """Resolves the sources of an article's attributions; everything is done when it has been made.

    ``sources`` holds for each attribution the number of its entity in ``discourse.referents``, or None; ``titles`` the
    titles that the article gives each entity.
    """

    def __init__(self, tree: Tree, attributions: Sequence[Attribution]) -> None:
        self.tree = tree
        self.attributions = attributions
        self.discourse = Discourse()
        self.titles: dict[int, list[Title]] = defaultdict(list)
        self.sources: list[int | None] = [None] * len(attributions)
        self._utterances = Utterances(tree, attributions)
        self._descriptions = Descriptions(self.discourse)
        self._names = mentions(tree)
        self._name_at = {t: n for n, mention in enumerate(self._names) for t in range(mention.first, mention.last)}
        self._entity_of: dict[int, int] = {}
        self._joint: dict[tuple[int, ...], int] = {}
        self._fronted: list[tuple[int, tuple[int, int]]] = []
        self._heads = [self._source_head(attribution) for attribution in attributions]
        self._introduce(clusters(self._names))
        self._learn_genders()
        self._walk()
        self._first_persons()

    # -- before the walk ---------------------------------------------------------------------------------------------

    def _introduce(self, found: Sequence[Cluster]) -> None:
        """Every named entity, with its titles from all its mentions."""
        fronted = {named: title_of(self.tree, *extent, "apposition") for named, extent in self._fronted}
        for number, cluster in enumerate(found):
            named = [self._names[index] for index in cluster.mentions]
            kind = _kind(cluster)
            given = [title for mention in named for title in titles(self.tree, mention)] if kind == "person" else []
            given += [title for index in cluster.mentions if (title := fronted.get(index)) and kind == "person"]
            roles = frozenset(role for title in given for role in title.roles)
            entity = self.discourse.add(
                Referent(
                    name=cluster.fullest.text,
                    kind=kind,
                    gender=cluster.gender or _gender(roles) if kind == "person" else None,
                    cluster=number,
                    roles=roles,
                    modifiers=_words(title.text for title in given) | _words([cluster.fullest.text]),
                    opening=self.tree.sentence_of[named[0].first] < OPENING_SENTENCES,
                )
            )
            self.titles[entity] = given
            self._entity_of.update(dict.fromkeys(cluster.mentions, entity))
            self._descriptions.know(entity)

    def _source_head(self, attribution: Attribution) -> int:
        """The word that a source turns on; -1 where there is no source."""
        if attribution.source is None:
            return -1
        word = source_word(self.tree, self.tree.covering(attribution.source), self._mention_at)
        if word is None:
            return -1
        named = self._name_at.get(word.index)
        if word.title and named is not None:
            self._fronted.append((named, word.title))
        return word.index

    def _learn_genders(self) -> None:
        """The gender of people whose names do not tell it, from the pronouns around them."""
        people = {n: self._entity_of[n] for n in range(len(self._names))}
        people = {n: e for n, e in people.items() if self.discourse.referents[e].kind == "person"}
        spoken = [(self._names[n].first, entity) for n, entity in people.items()]
        for entity, gender in genders(self.tree, spoken, self._utterances.quoted).items():
            referent = self.discourse.referents[entity]
            referent.gender = referent.gender or gender

    def _mention_at(self, index: int) -> Mention | None:
        named = self._name_at.get(index)
        return None if named is None else self._names[named]

    # -- the walk ----------------------------------------------------------------------------------------------------

    def _walk(self) -> None:
        """Every word that refers to something, in text order; sources are resolved where their head stands."""
        speeches: dict[int, list[int]] = defaultdict(list)
        for number, head in enumerate(self._heads):
            if head != -1:
                speeches[head].append(number)
        for index in range(len(self.tree.tokens)):
            here = speeches.get(index, [])
            entity = self._speaker(index, here) if here else self._referent(index)
            if entity is not None:
                self.discourse.refer(self._place(index, entity, here[0] if here else -1))
            for number in here:
                self.sources[number] = entity

    def _place(self, index: int, entity: int, speech: int) -> Reference:
        token = self.tree.tokens[index]
        return Reference(
            token=index,
            entity=entity,
            sentence=self.tree.sentence_of[index],
            governor=token.head,
            relation=token.deprel,
            content=self._utterances.content[index],
            quoted=self._utterances.quoted[index],
            speech=speech,
            named=index in self._name_at,
        )

    def _speaker(self, index: int, speeches: Sequence[int]) -> int | None:
        """The entity behind a source."""
        source = self.attributions[speeches[0]].source
        span = self.tree.covering(source) if source else (index, index + 1)
        parts = joint_parts(self.tree, span, index, self._mention_at)
        return self._group(parts, speeches[0]) if len(parts) > 1 else self._single(index, speeches[0])

    def _group(self, parts: Sequence[tuple[int, int]], speech: int) -> int | None:
        """A joint speaker; None where one of them is unknown."""
        words = [source_word(self.tree, part, self._mention_at) for part in parts]
        members = [self._single(word.index, speech) for word in words if word]
        known = tuple(member for member in members if member is not None)
        if len(known) < len(parts) or len(set(known)) < 2:
            return known[0] if len(set(known)) == 1 else None
        if known not in self._joint:
            names = [self._member_name(part, member) for part, member in zip(parts, known, strict=True)]
            name = " and ".join([", ".join(names[:-1]), names[-1]])
            self._joint[known] = self.discourse.add(Referent(name=shown(name), kind="group", members=known))
        return self._joint[known]

    def _member_name(self, part: tuple[int, int], member: int) -> str:
        """A member's name, with the article that stands before it."""
        article = self.tree.tokens[part[0]].text
        name = self.discourse.referents[member].name
        return f"{article} {name}" if article == "the" else name

    def _single(self, index: int, speech: int) -> int | None:
        """The entity behind one head word of a source."""
        word = self.tree.tokens[index].text.casefold()
        if index in self._name_at or word in PRONOUNS:
            return self._referent(index, speech)
        if word in RELATIVE and self.tree.tokens[index].upos != "DET":
            antecedent = self._relative(index)
            return None if antecedent is None else self._single(antecedent, speech)
        if word in FIRST_PERSON or word in FIRST_PERSONS or self.tree.tokens[index].upos == "PRON" and word == "you":
            return None
        return self._described(index, source=True)

    def _relative(self, index: int) -> int | None:
        """The noun that a relative pronoun stands for: by the tree, else the nearest name or noun before it."""
        for above in (index, *self.tree.ancestors(index)):
            if self.tree.tokens[above].deprel == "acl:relcl" and self.tree.tokens[above].head < index:
                return self.tree.tokens[above].head
        start = self.tree.document.sentences[self.tree.sentence_of[index]].first
        nouns = (n for n in range(index - 1, start - 1, -1) if self.tree.tokens[n].upos in ("NOUN", "PROPN"))
        return next(nouns, None)

    def _referent(self, index: int, speech: int = -1) -> int | None:
        """The entity that a word refers to, as far as it is the head of a name, a pronoun or a known description."""
        named = self._name_at.get(index)
        if named is not None:
            return self._entity_of[named] if self._names[named].head == index or speech != -1 else None
        token = self.tree.tokens[index]
        pronoun = PRONOUNS.get(token.text.casefold())
        if pronoun and (speech != -1 or not self._utterances.quoted[index]):
            place = self._place(index, -1, speech)
            return self.discourse.antecedent(pronoun, place, self._barred(index))
        return self._described(index, source=False) if token.upos == "NOUN" else None

    def _barred(self, index: int) -> tuple[int, ...]:
        """A pronoun in direct speech does not mean the one who speaks."""
        content = self._utterances.content[index]
        speaker = self.sources[content] if content != -1 and self._utterances.quoted[index] else None
        return () if speaker is None else (speaker,)

    def _described(self, index: int, source: bool) -> int | None:
        """The entity that a noun phrase describes; a source always has one, other nouns only if they are known words."""
        linked = self._linked_name(index)
        if linked is not None:
            return self._entity_of[linked]
        described = nominal(self.tree, index) if source or self._is_worth(index) else None
        if described is None:
            return None
        found = self._descriptions.find(described, self.tree.sentence_of[index])
        if found is None:
            return self._new(described)
        self._learn(found, described)
        return found

    def _is_worth(self, index: int) -> bool:
        """Whether a noun that speaks nowhere can be what a later pronoun means: persons, groups, bodies, documents."""
        words, noun = lexicon(), self.tree.tokens[index].lemma.casefold()
        if noun not in words.groups and noun not in words.organizations and noun not in words.documents:
            if not words.is_person(noun):
                return False
        return self.tree.relation(index) in ("nsubj", "obj", "obl", "root", "nmod", "conj", "appos")

    def _linked_name(self, index: int) -> int | None:
        """The name that a noun stands beside: "the prime minister, X", "the organizer X", "One resident, X"."""
        words = lexicon()
        noun = self.tree.tokens[index].lemma.casefold()
        for child in self.tree.children(index, NAME_LINKS):
            named = self._name_at.get(child)
            if named is None or child < index or self.tree.children(child, ("case",)):
                continue
            person = self.discourse.referents[self._entity_of[named]].kind == "person"
            if person != (noun in words.organizations or noun in words.documents):
                return named
        return None

    def _new(self, described: Nominal) -> int:
        """An entity that has no name."""
        entity = self.discourse.add(
            Referent(
                name=self._name_of(described),
                kind=described.kind,
                gender=described.gender,
                roles=frozenset({described.noun}),
                modifiers=described.modifiers,
            )
        )
        self._descriptions.describe(described, entity)
        return entity

    def _name_of(self, described: Nominal) -> str:
        """The phrase; with the possessor's name in place of a possessive pronoun."""
        owners = self.tree.children(described.head, ("nmod",))
        for owner in owners:
            if self.tree.tokens[owner].deprel == "nmod:poss" and self.tree.tokens[owner].upos == "PRON":
                entity = next((r.entity for r in reversed(self.discourse.references[-9:]) if r.token == owner), None)
                if entity is not None and described.kind in ("unnamed", "organization", "group"):
                    return f"{self.discourse.referents[entity].name}'s {described.text}"
        return described.text

    def _learn(self, entity: int, described: Nominal) -> None:
        """A later description can be fuller than the first; for a named person it is a title."""
        referent = self.discourse.referents[entity]
        if referent.cluster == -1 and not referent.members and len(described.modifiers) > len(referent.modifiers):
            referent.name, referent.modifiers = self._name_of(described), described.modifiers
        if referent.kind == "person" and not described.plural:
            title = title_of(self.tree, *extent(self.tree, described.head), "description")
            if title:
                self.titles[entity].append(title)

    # -- after the walk ----------------------------------------------------------------------------------------------

    def _first_persons(self) -> None:
        """ "I": whoever speaks the content that it stands in, or else whoever signs the article."""
        signed = list(signatures(self.tree, self._names))
        for number, head in enumerate(self._heads):
            if head == -1 or self.tree.tokens[head].text.casefold() not in FIRST_PERSON:
                continue
            content = self._utterances.content[head]
            if content not in (-1, number):
                self.sources[number] = self._speaking(content)
            else:
                self.sources[number] = next(self._signer(signed, head), None)

    def _speaking(self, content: int) -> int | None:
        entity = self.sources[content]
        return entity if entity is not None and self.discourse.referents[entity].kind != "document" else None

    def _signer(self, signed: Sequence[int], head: int) -> Iterator[int]:
        """The next signature after a word, else the byline before it."""
        after = [named for named in signed if self._names[named].first > head]
        before = [named for named in signed if self._names[named].first <= head]
        yield from (self._entity_of[named] for named in after[:1] or before[:1])


def _kind(cluster: Cluster) -> SpeakerKind:
    """What sort of speaker a named entity is."""
    if cluster.kind == "person":
        return "person"
    if cluster.kind in ("organization", "place"):
        return "organization"
    body = any(word in lexicon().body_words for word in cluster.fullest.keys)
    return "organization" if body else "document"


def _gender(roles: frozenset[str]) -> str | None:
    told = {lexicon().gender(role) for role in roles} - {None}
    return next(iter(told)) if len(told) == 1 else None


def _words(texts: Iterator[str] | Sequence[str]) -> frozenset[str]:
    return frozenset(key(word) for text in texts for word in text.split())
