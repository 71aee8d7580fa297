"""Runs of proper nouns: the names that an entity tagger has passed over."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.lexicon import AGENT_ENDINGS, lexicon
from quotes.records import ROOT
from quotes.resolution.genitives import CLITICS
from quotes.resolution.growth import is_constable
from quotes.resolution.names import key
from quotes.tree import Tree

NAME_RELATIONS = frozenset({"flat", "compound", "goeswith"})
"""Relations inside a name; "nmod:desc" links a rank before it."""


def runs(tree: Tree, taken: Sequence[bool]) -> list[tuple[int, int]]:
    """Runs of proper nouns that belong together and to no named entity."""
    found: list[tuple[int, int]] = []
    for sentence in tree.document.sentences:
        index = sentence.first
        while index < sentence.last:
            last = _run(tree, index, sentence.last, taken)
            if last > index and not _is_plural(tree, index, last):
                found.append((_begun(tree, index, last, taken), last))
            index = max(last, index + 1)
    return found


def _run(tree: Tree, first: int, limit: int, taken: Sequence[bool]) -> int:
    if not _is_proper(tree, first, taken):
        return first
    last = first + 1
    while last < limit and _is_proper(tree, last, taken) and _belongs(tree, first, last):
        last += 1
    return last


def _begun(tree: Tree, first: int, last: int, taken: Sequence[bool]) -> int:
    """Where a name begins whose first word was tagged as a common noun: "Companion Call", not "Retailer Orlin"."""
    if _is_owned(tree, first, last, taken):
        return first - 2
    before = tree.tokens[first - 1] if first > 0 else None
    if before is None or taken[first - 1] or before.upos != "NOUN" or not before.text[:1].isupper():
        return first
    lemma, words = before.lemma.casefold(), lexicon()
    describes = words.is_person(lemma) or lemma.endswith(AGENT_ENDINGS) or lemma in words.organizations
    within = first <= before.head < last and before.deprel == "compound"
    return first - 1 if within and not describes and lemma not in words.documents else first


def _is_owned(tree: Tree, first: int, last: int, taken: Sequence[bool]) -> bool:
    """Whether a word for a body belongs to the capitalised plural before it: "the Insurers' Forum"."""
    if first < 3 or last - first != 1 or tree.tokens[first - 1].text not in CLITICS or any(taken[first - 2 : first]):
        return False
    owner, article = tree.tokens[first - 2], tree.tokens[first - 3]
    plural = owner.text[:1].isupper() and owner.text.endswith("s") and article.text.casefold() == "the"
    return plural and key(tree.tokens[first].text) in lexicon().body_words


def _is_proper(tree: Tree, index: int, taken: Sequence[bool]) -> bool:
    token = tree.tokens[index]
    named = token.upos == "PROPN" and not taken[index] and token.text[:1].isalnum()
    return named and not is_constable(tree, index)


def _belongs(tree: Tree, first: int, index: int) -> bool:
    """Whether a word and a run that ends before it are tied within one name."""
    above, below = tree.tokens[index].head, tree.tokens[index - 1].head
    if first <= above < index:
        return tree.relation(index) in NAME_RELATIONS
    within = tree.relation(index - 1) in NAME_RELATIONS or tree.tokens[index - 1].deprel == "nmod:desc"
    siblings = below == above != ROOT and (within or tree.tokens[index - 1].deprel == tree.tokens[index].deprel)
    return siblings or (within and below == index)


def _is_plural(tree: Tree, first: int, last: int) -> bool:
    """A single proper noun in the plural names a group ("Democrats"), not somebody."""
    token = tree.tokens[first]
    return last - first == 1 and token.text.endswith("s") and token.lemma.casefold() == token.text[:-1].casefold()
