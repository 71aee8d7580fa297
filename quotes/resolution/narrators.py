"""Who says "I": whoever speaks the words that it stands in, or else whoever signs the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.resolution.discourse import Referent
from quotes.resolution.naming import Naming
from quotes.resolution.pronouns import FIRST_PERSON
from quotes.resolution.signatures import signatures
from quotes.resolution.utterances import Utterances
from quotes.tree import Tree


class Narrators:
    """Finds them once all other sources are known; ``referents`` are the entities of the article."""

    def __init__(self, tree: Tree, naming: Naming, utterances: Utterances, referents: Sequence[Referent]) -> None:
        self._tree = tree
        self._naming = naming
        self._utterances = utterances
        self._referents = referents
        self._signed = list(signatures(tree, naming.names))

    def said(self, heads: Sequence[int], sources: Sequence[int | None]) -> Iterator[tuple[int, int | None]]:
        """The number of each attribution whose source is an "I", with its entity.

        ``heads`` has the word that each source turns on (-1: none), ``sources`` the entities of the others.
        """
        for number, head in enumerate(heads):
            if head == -1 or self._tree.tokens[head].text.casefold() not in FIRST_PERSON:
                continue
            content = self._utterances.content[head]
            inside = content not in (-1, number)
            yield number, self._speaking(sources[content]) if inside else self._signer(head)

    def _speaking(self, entity: int | None) -> int | None:
        return entity if entity is not None and self._referents[entity].kind != "document" else None

    def _signer(self, head: int) -> int | None:
        """Who signs next after a word, else who signed last before it."""
        after = [mention for mention in self._signed if mention.first > head]
        before = [mention for mention in self._signed if mention.first <= head]
        chosen = after[:1] or before[-1:]
        return self._naming.entity_at(chosen[0].head) if chosen else None
