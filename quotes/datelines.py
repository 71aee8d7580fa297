"""Datelines: the places before a dash that begin a report ("GENEVA (Reuters) — ", "March 4 (AP) - ", "HARROGATE: ").

Nobody is meant by the names in them, and what follows is no apposition of them, as trees have it.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.lexicon import lexicon
from quotes.paragraphs import paragraphs
from quotes.records import Token
from quotes.tree import Tree

DASHES = frozenset({"—", "–", "-", "--", "―"})
MARKS = frozenset({",", ".", "(", ")", "/"})

LONGEST = 14
"""No dateline has more tokens: "SAN JUAN, Puerto Rico, Sept. 4 (Reuters)"."""


def datelines(tree: Tree) -> set[int]:
    """The words of all datelines, with the marks that end them."""
    starts = (tree.covering(paragraph)[0] for paragraph in paragraphs(tree.document.text))
    return {word for first in starts for word in range(first, _end(tree, first))}


def _end(tree: Tree, first: int) -> int:
    """Where the text behind the dateline at a paragraph's first word begins; this word itself where there is none."""
    tokens = tree.tokens
    for index in range(first, min(first + LONGEST, len(tokens) - 1)):
        if _closes(tree, first, index):
            return index + 1
        if not _is_part(tokens[index]):
            break
    return first


def _closes(tree: Tree, first: int, index: int) -> bool:
    """Whether a word is the mark that ends a dateline: behind it a sentence begins."""
    words, following = tree.tokens[first:index], tree.tokens[index + 1].text
    if not words or not (following[:1].isupper() or not following[:1].isalnum()):
        return False
    if tree.tokens[index].text == ":":
        return tree.entity_kind.get(first) == "place" and all(word.text.isupper() for word in words if _has_name(word))
    spaced = tree.tokens[index].start > words[-1].end or tree.tokens[index].text == "—"
    return tree.tokens[index].text in DASHES and spaced and _begins(tree, first, words)


def _begins(tree: Tree, first: int, words: Sequence[Token]) -> bool:
    """Whether words can be a dateline: capitals, a place, or a day with the agency in brackets."""
    placed = tree.entity_kind.get(first) != "person" or any(word.text == "," for word in words)  # "VESPER, Mo."
    shouted = words[0].text.isupper() and len(words[0].text) > 1 and placed
    day = any(word.text.casefold().rstrip(".") in lexicon().calendar for word in words)
    dated = day and any(word.text == "(" for word in words)
    return shouted or dated or tree.entity_kind.get(first) == "place"


def _is_part(token: Token) -> bool:
    return token.text[:1].isupper() or token.text.isdigit() or token.text in MARKS


def _has_name(token: Token) -> bool:
    return token.text[:1].isalpha()
