"""The marks of a genitive."""

from __future__ import annotations

from quotes.tree import Tree

CLITICS = frozenset({"'s", "’s"})
"""What stands behind an owner in the singular."""


def is_genitive(tree: Tree, index: int) -> bool:
    """Whether a word is what makes the word before it an owner; behind a plural it is the apostrophe alone."""
    return tree.tokens[index].upos == "PART" or tree.tokens[index].text in ("'", "’")
