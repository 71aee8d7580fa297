"""Joint speakers: the heads of the names and nouns that are coordinated in a source."""

from __future__ import annotations

from quotes.tree import Tree

NOMINAL_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def joint_parts(tree: Tree, head: int, extent: tuple[int, int]) -> tuple[int, ...]:
    """The coordinated head words of a source in the token range ``extent``, the first of them ``head``; one if it is single.

    A name that stands in apposition to coordinated nouns is one person with two roles ("president and founder Ann Hill").
    """
    first, last = extent
    conjuncts = [n for n in tree.children(head, ("conj",)) if first <= n < last and tree.tokens[n].upos in NOMINAL_TAGS]
    if not conjuncts or not _has_coordinator(tree, conjuncts):
        return (head,)
    return (head, *conjuncts)


def _has_coordinator(tree: Tree, conjuncts: list[int]) -> bool:
    """Whether an "and" joins them; "or" names alternatives, and a mere comma is mostly an apposition gone wrong."""
    joined = {tree.tokens[n].text.casefold() for c in conjuncts for n in tree.children(c, ("cc",))}
    return bool(joined & {"and", "&"})
