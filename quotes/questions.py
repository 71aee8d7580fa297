"""Questions that are put to somebody: in "Asked whether she would stay, she laughed" nobody is quoted."""

from __future__ import annotations

from quotes.tree import Tree

PUT = frozenset({"asked", "pressed", "questioned", "quizzed", "pushed", "challenged"})
"""Participles that begin such a clause; the subject behind it is the one who has to answer."""

HANGING = frozenset({"advcl", "acl", "parataxis", "dep", "csubj"})


def is_put(tree: Tree, cue: tuple[int, int]) -> bool:
    """Whether the cue in the token range asks somebody, and the article does not tell who does."""
    head = tree.head_of(*cue)
    token = tree.tokens[head]
    if token.text.casefold() not in PUT or tree.relation(head) not in HANGING:
        return False
    told = tree.tokens[head + 1 : head + 2]
    agent = bool(told) and told[0].text == "by"
    return not agent and not tree.children(head, ("nsubj", "aux"))
