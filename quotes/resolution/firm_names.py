"""Bodies that taggers take for people: "Marks & Spencer", "Brown & Sons", "Sainsbury's", "Sinn Féin".

In running text an ampersand does not join two speakers, and a genitive that owns nothing is no subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quotes.lexicon import lexicon
from quotes.records import Document, Entity
from quotes.resolution.eponyms import named_after
from quotes.resolution.genitives import CLITICS
from quotes.resolution.growth import incorporated
from quotes.resolution.names import key
from quotes.tree import Tree

PARTIES = frozenset(
    {("sinn", "fein"), ("fianna", "fail"), ("fine", "gael"), ("plaid", "cymru"), ("aam", "aadmi"), ("lib", "dem")}
)
"""The names of parties in two words that no other name has, as keys."""

TIES = frozenset({"compound", "flat"})


def with_firms(document: Document) -> Document:
    """The document with each such name as the name of one body."""
    tree = Tree(document)
    names = (*named_after(tree), *_two_words(tree), *_partners(tree), *_shops(tree), *_called(tree))
    found = [Entity(first, last, "organization") for first, last in dict.fromkeys(names)]
    if not found:
        return document
    taken = {word for firm in found for word in range(firm.first, firm.last)}
    others = [entity for entity in document.entities if taken.isdisjoint(range(entity.first, entity.last))]
    return replace(document, entities=tuple(sorted([*found, *others], key=lambda entity: entity.first)))


def _shops(tree: Tree) -> Iterator[tuple[int, int]]:
    """The token ranges of names in the genitive, in an article in which they do something: "Sainsbury's said"."""
    owners = [n for n in range(len(tree.tokens) - 1) if tree.tokens[n + 1].text in CLITICS and _is_name(tree, n)]
    acting = {tree.tokens[n].text for n in owners if _acts(tree, n)}
    for index in owners:
        if tree.tokens[index].text in acting and tree.relation(index) != "flat":
            yield index, index + 2


def _acts(tree: Tree, index: int) -> bool:
    """Whether a name in the genitive is the subject of a verb, and so owns nothing."""
    head = tree.tokens[index].head
    verb = head > index and tree.tokens[head].upos == "VERB"
    return verb and tree.tokens[index].deprel == "nsubj" and not tree.children(index, ("flat", "compound"))


def _two_words(tree: Tree) -> Iterator[tuple[int, int]]:
    """The token ranges of parties' names that look like people's: "Sinn Féin"."""
    keys = [key(token.text) for token in tree.tokens]
    yield from ((n, n + 2) for n, pair in enumerate(pairwise(keys)) if pair in PARTIES)


def _called(tree: Tree) -> Iterator[tuple[int, int]]:
    """The token ranges of names behind what they name, which taggers cut up: "the charity Homes For All"."""
    for index in range(1, len(tree.tokens) - 1):
        noun = tree.tokens[index]
        if noun.upos == "NOUN" and noun.text in lexicon().organizations:
            aside = tree.tokens[index + 1].text == ","
            first = index + 1 + aside
            last = _capitals(tree, first)
            closed = not aside or (last < len(tree.tokens) and tree.tokens[last].text in (",", "."))
            if closed and last - first > 1 and _is_cut_up(tree, first, last):
                yield first, last


def _capitals(tree: Tree, first: int) -> int:
    """The end of the capitalised words of one sentence that begin there."""
    last = first
    while last < len(tree.tokens) and tree.tokens[last].text[:1].isupper():
        if tree.sentence_of[last] != tree.sentence_of[first]:
            break
        last += 1
    return last


def _is_cut_up(tree: Tree, first: int, last: int) -> bool:
    """Whether words hold parts of names, and neither a person nor an office."""
    kinds = {tree.entity_kind.get(n) for n in range(first, last)}
    offices = any(lexicon().is_person(token.text.casefold()) for token in tree.tokens[first:last])
    return "person" not in kinds and len(kinds) > 1 and not offices


def _partners(tree: Tree) -> Iterator[tuple[int, int]]:
    """The token ranges of names with an ampersand, legal forms included, in order and apart."""
    end = 0
    for index in range(1, len(tree.tokens) - 1):
        if index > end and _joins(tree, index):
            first, end = _first(tree, index - 1), _last(tree, index + 1)
            yield first, end


def _joins(tree: Tree, index: int) -> bool:
    """Whether a word is an ampersand between two words of a name."""
    inside = 0 < index < len(tree.tokens) - 1 and tree.tokens[index].text == "&"
    return inside and _is_name(tree, index - 1) and _is_name(tree, index + 1)


def _is_name(tree: Tree, index: int) -> bool:
    """Whether a word can be part of a firm's name, and is in no work's ("Law & Order")."""
    token = tree.tokens[index]
    capital = token.text[:1].isupper() and len(token.text) > 1 and token.upos != "PUNCT"
    return capital and tree.entity_kind.get(index) != "other"


def _first(tree: Tree, index: int) -> int:
    """Where the words before an ampersand begin that are in one name with the last of them."""
    while index > 0 and _belongs(tree, index - 1, index):
        index -= 1
    return index


def _last(tree: Tree, index: int) -> int:
    """The end of the words behind an ampersand that are in one name with the first: "Reed" "& Hill & Co."."""
    while index + 1 < len(tree.tokens) and (_belongs(tree, index + 1, index) or _joins(tree, index + 1)):
        index += 2 if _joins(tree, index + 1) else 1
    return incorporated(tree, index + 1)


def _belongs(tree: Tree, index: int, beside: int) -> bool:
    """Whether a word is in one tagged name with its neighbour, or hangs on it as names do."""
    if not _is_name(tree, index) or tree.sentence_of[index] != tree.sentence_of[beside]:
        return False
    kinds = tree.entity_kind.get(index), tree.entity_kind.get(beside)
    one, other = tree.tokens[index], tree.tokens[beside]
    tied = (one.head == beside and tree.relation(index) in TIES) or (
        other.head == index and tree.relation(beside) in TIES
    )
    return tied and kinds[0] is not None and kinds[0] == kinds[1]
