"""The people and bodies that an article names: who they are, under which titles, of which gender."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quotes.lexicon import Gender, lexicon
from quotes.records import SpeakerKind
from quotes.resolution.bearers import Cluster
from quotes.resolution.clusters import clusters
from quotes.resolution.discourse import Discourse, Referent
from quotes.resolution.genders import genders
from quotes.resolution.households import parents, with_shared_surnames
from quotes.resolution.mentions import Mention, mentions
from quotes.resolution.names import key
from quotes.resolution.offices import fields, former
from quotes.resolution.predicates import acted
from quotes.resolution.roles import title_of
from quotes.resolution.title import Title
from quotes.resolution.titles import titles
from quotes.tree import Tree

OPENING_SENTENCES = 2
"""Who is named in the headline or the first sentence is what the article is about."""


AGE_DIGITS = 4
"""A number of so many digits beside a name is a year."""


class Naming:
    """The names of an article, and after `introduce` the entities behind them.

    ``names`` holds every mention by name in text order, ``titles`` the titles given to each entity, by its number.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.names = with_shared_surnames(tree, mentions(tree))
        self.titles: dict[int, list[Title]] = defaultdict(list)
        self._at = {word: n for n, mention in enumerate(self.names) for word in range(mention.first, mention.last)}
        self._entities: dict[int, int] = {}
        self._parents = parents(tree, self.names)

    def mention_at(self, index: int) -> Mention | None:
        """The name that a word is part of."""
        named = self._at.get(index)
        return None if named is None else self.names[named]

    def entity_at(self, index: int) -> int | None:
        """The entity whose name a word is part of."""
        named = self._at.get(index)
        return None if named is None else self._entities[named]

    def introduce(
        self, discourse: Discourse, fronted: Mapping[int, tuple[int, int]], quoted: Sequence[bool]
    ) -> list[int]:
        """Makes an entity of every cluster of names; returns their numbers.

        ``fronted`` holds for the head of a name the token range of a title before a comma, ``quoted`` for each word
        whether it is quoted.
        """
        said = {n for n, mention in enumerate(self.names) if quoted[mention.first]}
        found = [self._introduced(discourse, cluster, fronted) for cluster in clusters(self.names, said)]
        self._learn_genders(discourse, quoted)
        return found

    def _introduced(self, discourse: Discourse, cluster: Cluster, fronted: Mapping[int, tuple[int, int]]) -> int:
        kind = _kind(cluster)
        named = [self.names[index] for index in cluster.mentions]
        kin = {self._parents[index] for index in cluster.mentions if index in self._parents}
        given = self._titles(named, fronted) if kind == "person" else []
        given = [title for title in given if not (kin and title.form == "family")]
        done = (role for mention in named for role in acted(self._tree, mention)) if kind == "person" else ()
        roles = frozenset(role for title in given for role in title.roles) | kin | frozenset(done)
        referent = Referent(
            name=cluster.fullest.text,
            kind=kind,
            gender=(cluster.gender or _gender(roles)) if kind == "person" else None,
            named=True,
            roles=roles,
            former=former(given),
            fields=fields(given),
            modifiers=_words([cluster.fullest.text, *(title.text for title in given)]),
            age=next((age for mention in named if (age := self._age(mention))), ""),
            opening=self._tree.sentence_of[named[0].first] < OPENING_SENTENCES,
            leaning=_leaning(cluster) if kind == "person" else None,
            place=cluster.kind == "place",
        )
        entity = discourse.add(referent)
        self.titles[entity] = given
        self._entities.update(dict.fromkeys(cluster.mentions, entity))
        return entity

    def _age(self, mention: Mention) -> str:
        """The number between commas or brackets right behind a name; empty where there is none."""
        around = [token.text for token in self._tree.tokens[mention.last : mention.last + 3]]
        aged = len(around) == 3 and around[0] in (",", "(") and around[1].isdigit() and around[2] in (",", ")", ".")
        return around[1] if aged and len(around[1]) < AGE_DIGITS else ""

    def _titles(self, named: Sequence[Mention], fronted: Mapping[int, tuple[int, int]]) -> list[Title]:
        """The titles beside all mentions of a person."""
        given = [title for mention in named for title in titles(self._tree, mention)]
        before = (fronted[mention.head] for mention in named if mention.head in fronted)
        return given + [title for extent in before if (title := title_of(self._tree, *extent, "apposition"))]

    def _learn_genders(self, discourse: Discourse, quoted: Sequence[bool]) -> None:
        """The gender of people whose names do not tell it, from the pronouns around them."""
        referents = discourse.referents
        named = [(mention.first, self._entities[n]) for n, mention in enumerate(self.names)]
        people = [(word, entity) for word, entity in named if referents[entity].kind == "person"]
        known = {entity: gender for _, entity in people if (gender := referents[entity].gender)}
        for entity, told in genders(self._tree, people, known, quoted).items():
            referents[entity].gender = referents[entity].gender or told


def _kind(cluster: Cluster) -> SpeakerKind:
    """What sort of speaker a named entity is."""
    if cluster.kind == "person":
        return "person"
    body = any(word in lexicon().body_words for word in cluster.fullest.keys)
    return "organization" if body or cluster.kind != "other" else "document"


def _gender(roles: Iterable[str]) -> Gender | None:
    told = {gender for role in roles if (gender := lexicon().gender(role))}
    return next(iter(told)) if len(told) == 1 else None


def _leaning(cluster: Cluster) -> Gender | None:
    """The gender that a first name makes likely; a word that is all there is of a name may be no first name."""
    keys = cluster.fullest.keys
    return lexicon().leaning_names.get(keys[0]) if len(keys) > 1 else None


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(key(word) for text in texts for word in text.split())
