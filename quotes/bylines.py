"""Bylines: the short paragraph below a headline that names who wrote the report ("By Ann Hill, court reporter").

Nobody quotes them, and no pronoun or description of the report means them.
"""

from __future__ import annotations

from quotes.paragraphs import paragraphs
from quotes.tree import Tree

FIRST_PARAGRAPHS = 3
"""A byline is one of so many."""

LONGEST = 16
"""No byline has more tokens."""

BEFORE = 3
"""Words up to the "by": "EXCLUSIVE by", "Words and pictures by"."""

WRITERS = frozenset({"reporter", "correspondent", "editor", "columnist", "writer", "critic", "staff"})
"""What the last word of a byline without "by" calls whoever is named in it."""

STOPS = frozenset(".!?:;\"”’'")


def bylines(tree: Tree) -> set[int]:
    """The words of the bylines."""
    extents = [tree.covering(paragraph) for paragraph in paragraphs(tree.document.text)[:FIRST_PARAGRAPHS]]
    return {word for first, last in extents if _is_byline(tree, first, last) for word in range(first, last)}


def _is_byline(tree: Tree, first: int, last: int) -> bool:
    texts = [token.text for token in tree.tokens[first:last]]
    if not 1 < len(texts) <= LONGEST or texts[-1][-1] in STOPS:
        return False
    by = next((n for n, text in enumerate(texts[: BEFORE + 1]) if text.casefold() == "by"), None)
    if by is not None:
        return by + 1 < len(texts) and texts[by + 1][:1].isupper() and tree.tokens[first + by + 1].upos == "PROPN"
    return texts[-1].casefold() in WRITERS and tree.entity_kind.get(first) == "person"
