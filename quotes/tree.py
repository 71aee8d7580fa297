"""Questions about a document's dependency trees: children, subtrees, heads of spans, noun phrases.

All indices are those of `Document.tokens`. Relations are compared with their subtype ("nsubj:pass") or without
(`relation`), as the question needs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from quotes.records import ROOT, Document, EntityKind, Span, Token

EDGE_PUNCTUATION = frozenset({",", ";", ":", ".", "-", "–", "—", "--"})


class Tree:
    """A read-only view of a document's trees; builds its indices once, in linear time."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens

    @cached_property
    def _children(self) -> list[list[int]]:
        children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != ROOT:
                children[token.head].append(index)
        return children

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def sentence_of(self) -> list[int]:
        """The sentence that each token stands in."""
        return [n for n, sentence in enumerate(self.document.sentences) for _ in range(sentence.first, sentence.last)]

    @cached_property
    def entity_kind(self) -> dict[int, EntityKind]:
        """The kind of the named entity that a word stands in, for the words that stand in one."""
        return {index: e.kind for e in self.document.entities for index in range(e.first, e.last)}

    def children(self, index: int, relations: Collection[str] | None = None) -> list[int]:
        """The dependents of a word, in text order; only those with one of the relations (without subtype)."""
        found = self._children[index]
        return found if relations is None else [child for child in found if self.relation(child) in relations]

    def relation(self, index: int) -> str:
        """A word's relation to its head, without the subtype."""
        return self.tokens[index].deprel.partition(":")[0]

    def subtree(self, index: int, without: Collection[str] = (), reach: int | None = None) -> list[int]:
        """The word and all below it, in text order; branches with a relation (full or main) in ``without`` are cut.

        ``reach`` leaves out what stands further than so many words from ``index``.
        """
        found, waiting = [], [index]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(
                child
                for child in self._children[current]
                if (reach is None or abs(child - index) <= reach)
                and self.tokens[child].deprel not in without
                and self.relation(child) not in without
            )
        return sorted(found)

    def near(self, index: int, without: Collection[str] = (), reach: int = 60) -> list[int]:
        """`subtree` with a reach: a bounded cost in sentences of any length."""
        return self.subtree(index, without, reach)

    def top_of(self, first: int, last: int) -> int:
        """The first word of a token range (``last`` exclusive) that hangs on a word outside of it."""
        outer = (n for n in range(first, last) if not first <= self.tokens[n].head < last)
        return next(outer, first)

    def ancestors(self, index: int) -> Iterator[int]:
        """The head, its head, up to the root of the sentence."""
        head = self.tokens[index].head
        while head != ROOT:
            yield head
            head = self.tokens[head].head

    def depth(self, index: int) -> int:
        """How many heads stand above a word."""
        return sum(1 for _ in self.ancestors(index))

    def head_of(self, first: int, last: int) -> int:
        """The word of a token range (``last`` exclusive) that all others hang on: the one nearest to the root."""
        return min(range(first, last), key=lambda index: (self.depth(index), index))

    def covering(self, span: Span) -> tuple[int, int]:
        """The token range (``last`` exclusive) that touches a character span; empty where no token does."""
        first = bisect_right(self._ends, span.start)
        return first, max(first, bisect_left(self._starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """The characters of a token range (``last`` exclusive, not empty)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def text(self, first: int, last: int) -> str:
        """The text of a token range as it stands in the article."""
        return self.span(first, last).text(self.document.text)

    def noun_phrase(self, index: int, without: Collection[str] = ("cc", "conj", "punct")) -> tuple[int, int]:
        """The unbroken token range (``last`` exclusive) around a noun that its subtree covers.

        Conjuncts stay out unless ``without`` is changed; punctuation is kept inside and cut at the edges.
        """
        members = set(self.subtree(index, without))
        first = self._grown(index, members, -1)
        last = self._grown(index, members, 1)
        return self.trimmed(first, last + 1)

    def _grown(self, index: int, members: Iterable[int], step: int) -> int:
        """The furthest member in one direction that only members and punctuation separate from ``index``."""
        inside = set(members)
        furthest, current = index, index + step
        while 0 <= current < len(self.tokens) and (current in inside or self.tokens[current].upos == "PUNCT"):
            furthest = current if current in inside else furthest
            current += step
        return furthest

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """A token range without punctuation at its edges."""
        while first < last - 1 and self.tokens[first].text in EDGE_PUNCTUATION:
            first += 1
        while first < last - 1 and self.tokens[last - 1].text in EDGE_PUNCTUATION:
            last -= 1
        return first, last

    def token(self, index: int) -> Token:
        """The word at an index."""
        return self.tokens[index]
