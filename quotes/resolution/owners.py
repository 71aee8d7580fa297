"""Those who are told by whose they are: "her lawyer", "Mr. Hill's returns"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quotes.lexicon import lexicon
from quotes.resolution.discourse import Referent
from quotes.resolution.genitives import CLITICS
from quotes.resolution.mentions import Mention
from quotes.resolution.names import key
from quotes.resolution.naming import Naming
from quotes.resolution.nominals import Nominal
from quotes.tree import Tree

OWNED = frozenset({"unnamed", "organization", "group", "document"})
"""Kinds whose owner is part of who they are: "her lawyer", "his campaign"."""

AGED = re.compile(r"^[\w-]+[- ]year[- ]old (?=\w)")
"""An age before a noun whose owner is told: "her 14-year-old daughter" is somebody's daughter."""


class Owners:
    """Tells owners by the entities found so far: ``entities`` by the word that stands for them, and ``referents``."""

    def __init__(self, tree: Tree, naming: Naming, entities: Mapping[int, int], referents: Sequence[Referent]) -> None:
        self._tree = tree
        self._naming = naming
        self._entities = entities
        self._referents = referents

    def name_of(self, described: Nominal) -> str:
        """The phrase; with the owner's full name in place of a possessive pronoun or a shorter name."""
        for word in self._tree.children(described.head, ("nmod",)):
            owner = self._entities.get(word)
            if owner is None or described.kind not in OWNED or not self._referents[owner].named:
                continue
            full, mention = _owning(self._referents[owner].name), self._naming.mention_at(word)
            if self._tree.tokens[word].upos == "PRON":
                return f"{full}'s {AGED.sub('', described.text)}"
            if mention and self._tree.tokens[word].deprel == "nmod:poss":
                return described.text.replace(self._tree.text(self._addressed(mention), mention.last), full, 1)
        return described.text

    def is_somebody_elses(self, entity: int, described: Nominal) -> bool:
        """Whether "his lawyer" is not the entity, whom the article calls another's lawyer."""
        owners = (self._entities.get(word) for word in self._tree.children(described.head, ("nmod",)))
        owner = next((found for found in owners if found is not None), None) if described.possessed else None
        if owner is None:
            return False
        names = {key(word) for word in self._referents[owner].name.split()}
        titles = self._naming.titles[entity]
        told = {name for title in titles if described.noun in title.roles for name in title.owners}
        return bool(told) and not told & names

    def _addressed(self, mention: Mention) -> int:
        """Where a name begins with its forms of address: "Mr." in "Mr. Hill's returns"."""
        first = mention.first
        while first > 0 and key(self._tree.tokens[first - 1].text) in lexicon().honorifics:
            first -= 1
        return first


def _owning(name: str) -> str:
    """A name without the mark of a genitive that it may end in: what "Sainsbury's" owns has that once."""
    return name[:-2] if name.endswith(tuple(CLITICS)) else name
