"""The nouns that relative pronouns stand for."""

from __future__ import annotations

from quotes.resolution.naming import Naming
from quotes.resolution.nominals import kind_of, singular
from quotes.tree import Tree


class Relatives:
    """Finds them by the tree, and by order where the tree gives "who" to a thing."""

    def __init__(self, tree: Tree, naming: Naming) -> None:
        self._tree = tree
        self._naming = naming

    def noun(self, index: int) -> int | None:
        """The noun that a relative pronoun stands for: by the tree, else the nearest name or noun before it."""
        for above in (index, *self._tree.ancestors(index)):
            if self._tree.tokens[above].deprel == "acl:relcl" and self._tree.tokens[above].head < index:
                return self._fitting(self._described_noun(self._tree.tokens[above].head), index)
        start = self._tree.document.sentences[self._tree.sentence_of[index]].first
        nouns = (n for n in range(index - 1, start - 1, -1) if self._tree.tokens[n].upos in ("NOUN", "PROPN"))
        return next(nouns, None)

    def _fitting(self, noun: int, pronoun: int) -> int:
        """For "who" behind a thing that the tree gives it, the last person between: "the rise of Ann Hill, who"."""
        if self._tree.tokens[pronoun].text.casefold() not in ("who", "whom") or self._is_personal(noun):
            return noun
        return next((n for n in range(pronoun - 1, noun, -1) if self._is_personal(n)), noun)

    def _is_personal(self, index: int) -> bool:
        """Whether a noun or name can be somebody's, or a body's that is spoken of as its people."""
        mention, token = self._naming.mention_at(index), self._tree.tokens[index]
        if mention is not None:
            return mention.head == index and mention.kind in ("person", None)
        return token.upos in ("NOUN", "PROPN") and kind_of(singular(token), plural=False) in ("unnamed", "group")

    def _described_noun(self, index: int) -> int:
        """What an apposition without a name describes: "X and Y, the two polluters, which"; else the noun itself."""
        token = self._tree.tokens[index]
        bare = token.deprel == "appos" and self._naming.mention_at(index) is None
        return token.head if bare and self._naming.mention_at(token.head) else index
