"""Questions that are put to somebody.

In "Asked whether she would stay, she laughed" nobody is quoted; in 'Does she mind? "Not at all."' she answers.
"""

from __future__ import annotations

from quotes.tree import Tree

PUT = frozenset({"asked", "pressed", "questioned", "quizzed", "pushed", "challenged"})
"""Participles that begin such a clause; the subject behind it is the one who has to answer."""

MARKS = frozenset('"“”‘’«»„')
"""Quotation marks: a question with some is somebody's, not the narrator's."""

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


def acting(tree: Tree, first: int) -> tuple[int, int] | None:
    """Who does something in the sentence before a word: 'Ann Hill, asked about it, grinned. "I know."'."""
    before = tree.sentence_of[first] - 1
    if before < 0:
        return None
    sentence = tree.document.sentences[before]
    words = range(sentence.first, sentence.last)
    if any(tree.tokens[n].text in MARKS for n in words):
        return None
    root = next((n for n in words if tree.tokens[n].deprel == "root"), None)
    subjects = tree.children(root, ("nsubj",)) if root is not None else []
    subject = next((n for n in subjects if _is_person(tree, n)), None)
    return None if subject is None else tree.noun_phrase(subject, ("punct", "acl", "acl:relcl", "appos", "parataxis"))


def _is_person(tree: Tree, index: int) -> bool:
    """Whether a word is "he" or "she", or a name or its title ("grower Ann Hill")."""
    named = (index, *tree.children(index, ("flat", "appos")))
    return tree.tokens[index].text in ("he", "she", "He", "She") or any(
        tree.entity_kind.get(n) == "person" for n in named
    )


def answering(tree: Tree, first: int) -> int | None:
    """Who is asked about in the narrator's question that ends before a word: the subject "he" or "she" of it."""
    asked = tree.sentence_of[first] - 1
    if asked < 0:
        return None
    sentence = tree.document.sentences[asked]
    words = range(sentence.first, sentence.last)
    if tree.tokens[words[-1]].text != "?" or any(tree.tokens[n].text in MARKS for n in words):
        return None
    return next((n for n in words if tree.relation(n) == "nsubj" and tree.tokens[n].text in ("he", "she")), None)
