"""Full names of bodies that the article itself abbreviates: "Alliance to Reclaim Our Schools (AROS)"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.resolution.names import acronyms
from quotes.tree import Tree

LONGEST = 12
"""Words of a name before its abbreviation."""


def abbreviated(tree: Tree) -> Iterator[tuple[int, int]]:
    """The token ranges of names whose initials stand in brackets right after them.

    After Schwartz and Hearst (2003), for whole initials only: the shortest stretch before the bracket whose initials
    are the letters in it.
    """
    tokens = tree.tokens
    for index in range(1, len(tokens) - 2):
        letters = tokens[index + 1].text.replace(".", "")
        if tokens[index].text == "(" and tokens[index + 2].text == ")" and letters.isupper() and len(letters) > 1:
            first = _start(tree, index, letters.casefold())
            if first is not None:
                yield first, index


def _start(tree: Tree, end: int, letters: str) -> int | None:
    for first in range(end - 1, max(-1, end - LONGEST - 1), -1):
        words = [token.text for token in tree.tokens[first:end]]
        if words[0][:1].casefold() == letters[0] and letters in acronyms(words):
            return first
    return None
