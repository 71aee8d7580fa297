"""Names in quotation marks, which nobody utters: "a horse named 'Lucky Strike'", "one, nicknamed 'Houdini',"."""

from __future__ import annotations

from quotes.records import Span
from quotes.tree import Tree

NAMING = frozenset(
    {"named", "nicknamed", "called", "known", "dubbed", "christened", "entitled", "titled", "billed", "branded"}
)
"""Participles behind a noun that say what somebody or something is called."""

SMALL = frozenset({"the", "a", "an", "of", "and", "in", "on", "for", "to", "with", "at", "from", "'s", "’s"})
"""Words that names write small."""

LONGEST = 6
"""No such name has more words."""


def names_something(tree: Tree, cue: tuple[int, int], content: Span) -> bool:
    """Whether a cue in the token range only tells what its noun is called, and no one who calls it so."""
    head = tree.head_of(*cue)
    named = tree.tokens[head].text.casefold() in NAMING and tree.relation(head) in ("acl", "appos", "amod")
    agent = any(tree.tokens[child].deprel == "obl:agent" for child in tree.children(head))
    return named and not agent and _is_name(tree, content)


def _is_name(tree: Tree, content: Span) -> bool:
    first, last = tree.covering(content)
    words = [token.text for token in tree.tokens[first:last] if token.upos != "PUNCT"]
    return 0 < len(words) <= LONGEST and all(word[:1].isupper() or word in SMALL for word in words)
