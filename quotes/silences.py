"""Cues at which nobody says anything: "declined to comment", "did not respond to a request", "is expected"."""

from __future__ import annotations

from quotes.records import Span
from quotes.tree import Tree

DECLINING = ("declin",)
"""How verbs begin (taggers get lemmas wrong) at which nothing is said, unless a clause tells what would have been:
"declined to say how long it would last"."""

REFUSING = ("refus",)
REPLYING = ("respond", "repl", "comment", "answer", "return", "confirm", "elaborat")
"""What somebody does not do who is silent; who refuses anything else acts ("refused to resign")."""

HELD = ("expect", "know")
"""What is held by nobody in particular in the passive: "is expected"."""

WITHHELD = frozenset({"named", "identified"})
"""What somebody asks not to be."""

NEGATIONS = frozenset({"not", "n't", "n’t", "never"})

CLAUSES = frozenset({"who", "what", "which", "when", "where", "why", "how", "that"})
"""Words that begin what would have been said."""


def is_silence(tree: Tree, cue: tuple[int, int], content: Span, sourced: bool) -> bool:
    """Whether the words at a cue in a token range are no speech: nothing is said, or nobody says it."""
    head = tree.head_of(*cue)
    verb = tree.tokens[head].text.casefold()
    before = [token.text.casefold() for token in tree.tokens[max(0, head - 2) : head]]
    if before == ["yet", "to"]:
        return True  # "has yet to say what it will do"
    first, last = tree.covering(content)
    told = [token for token in tree.tokens[first:last] if token.upos != "PUNCT"]
    if any(token.text.casefold() in CLAUSES for token in told):
        return False
    if told and told[0].text.casefold() == "not" and any(token.text.casefold() in WITHHELD for token in told):
        return True
    if verb.startswith(HELD):
        return not sourced and any(tree.tokens[n].deprel == "aux:pass" for n in tree.children(head))
    negated = any(tree.tokens[n].text.casefold() in NEGATIONS for n in tree.children(head, ("advmod",)))
    silent = verb.startswith(REFUSING) and any(token.text.casefold().startswith(REPLYING) for token in told)
    return verb.startswith(DECLINING) or silent or (negated and verb.startswith(REPLYING))
