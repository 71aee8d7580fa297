"""What the tree ties to a name: descriptions beside it, predicates, and the place of both in the sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotes.lexicon import lexicon
from quotes.resolution.asides import behind_age
from quotes.resolution.discourse import Referent
from quotes.resolution.naming import Naming
from quotes.resolution.nominals import is_plural
from quotes.tree import Tree

NAME_LINKS = ("flat", "appos", "compound", "nmod", "dep")
"""Relations in which a name stands to the noun that describes it."""

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")


class Links:
    """Follows the tree between words: ``entities`` by the word that stands for them, and their ``referents``."""

    def __init__(self, tree: Tree, naming: Naming, entities: Mapping[int, int], referents: Sequence[Referent]) -> None:
        self._tree = tree
        self._naming = naming
        self._entities = entities
        self._referents = referents

    def stands_at(self, index: int, entity: int) -> int:
        """The word whose place in the sentence a mention has.

        For a body's name in apposition that is the first one's, for a person's name right behind a subject that tells
        what they are ("her colleague Ann Hill said") the subject's, whatever the tree says.
        """
        head, mention = self._tree.tokens[index].head, self._naming.mention_at(index)
        noun = mention.first - 1 if mention and self._referents[entity].kind == "person" else -1
        if noun >= 0 and self._tree.relation(noun) == "nsubj" and self.tells_person(noun):
            return noun
        if self._tree.relation(index) == "appos" and 0 <= head < index and self._entities.get(head) == entity:
            return head
        told = self._tree.children(index, ("nsubj",)) if self._tree.children(index, ("cop",)) else []
        return told[0] if told and self._entities.get(told[0]) == entity else index

    def acts(self, index: int) -> int | None:
        """The verb that has no subject but the name right before it, which the tree hangs on another word.

        In "Outside the hall, clerk Ann Hill, 37, was waiting" parsers take the name for an apposition to the hall.
        """
        mention = self._naming.mention_at(index)
        if mention is None or mention.kind != "person" or self._tree.relation(index) in SUBJECTS:
            return None
        following = behind_age(self._tree, mention.last)
        token = self._tree.tokens[following] if following < len(self._tree.tokens) else None
        if token is None or token.upos != "AUX" or token.head < following:
            return None
        return None if self._tree.children(token.head, SUBJECTS) else token.head

    def linked_name(self, index: int) -> int | None:
        """The entity named beside a noun: "the prime minister, X", "the organizer X", "X, an ally"."""
        words, noun, top = lexicon(), self._tree.tokens[index].lemma.casefold(), index
        while self._tree.relation(top) == "conj" and self.tells_person(self._tree.tokens[top].head):
            top = self._tree.tokens[top].head  # "X, an elder and the chief's uncle,"
        above = self._tree.tokens[top].head
        if self._tree.relation(top) == "appos" and above < index and self._naming.mention_at(above):
            return self._naming.entity_at(above)
        if self._is_named(index) or self._is_title(index):
            return self._naming.entity_at(above)
        for child in self._tree.children(index, NAME_LINKS):
            entity = self._naming.entity_at(child)
            if entity is None or child < index or self._has_preposition(child):
                continue
            person = self._referents[entity].kind == "person"
            if self._tree.relation(child) == "appos" or person != (
                noun in words.organizations or noun in words.documents
            ):
                return entity
        return None

    def _is_named(self, index: int) -> bool:
        """Whether a sentence tells the name of its subject: "The winner was Ann Hill"."""
        above = self._tree.tokens[index].head
        mention = self._naming.mention_at(above) if self._tree.relation(index) == "nsubj" else None
        named = mention is not None and mention.kind == "person" and self._tree.children(above, ("cop",))
        return bool(named) and self.tells_person(index)

    def _is_title(self, index: int) -> bool:
        """Whether a noun is the title right before a person's name: "the ex-Welsh secretary Ann Hill"."""
        above = self._tree.tokens[index].head
        mention = self._naming.mention_at(above) if self._tree.tokens[index].deprel == "nmod:desc" else None
        return mention is not None and mention.kind == "person" and mention.first == index + 1

    def told_of(self, index: int) -> int | None:
        """The person of whom a predicate tells something: "Ann Hill was a young woman then"."""
        subjects = self._tree.children(index, ("nsubj",))
        entity = self._entities.get(subjects[0]) if subjects else None
        person = entity is not None and self._referents[entity].kind == "person"
        return entity if person and self.tells_person(index) else None

    def picks_one(self, index: int) -> bool:
        """Whether somebody is picked from a group and told: "One of them, a clerk,"."""
        if self._tree.tokens[index].text.casefold() != "one":
            return False
        return any(self.tells_person(n) for n in self._tree.children(index, ("appos",)))

    def tells_person(self, index: int) -> bool:
        """Whether a common noun is what somebody can be."""
        token = self._tree.tokens[index]
        return token.upos == "NOUN" and lexicon().is_person(token.lemma.casefold()) and not is_plural(self._tree, index)

    def _has_preposition(self, index: int) -> bool:
        """Whether a preposition stands before a name, on whatever word of it the tree hangs it."""
        mention = self._naming.mention_at(index)
        words = range(mention.first, mention.last) if mention else (index,)
        return any(self._tree.children(word, ("case",)) for word in words)
