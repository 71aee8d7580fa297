"""The shortest clear form of a noun phrase, as it stands in the article."""

from __future__ import annotations

from quotes.resolution.names import shown
from quotes.tree import Tree

LEADING = (
    frozenset(
        {"a", "an", "the", "this", "that", "these", "those", "some", "many", "several", "any", "few", "most", "all"}
    )
    | {"another", "both", "more", "certain", "new", "recent", "latest", "recently", "only", "least"}
    | {"my", "your", "his", "her", "its", "our", "their"}
)
"""Words that the short form of a noun phrase does without at its beginning."""


def short_form(tree: Tree, first: int, last: int) -> str:
    """The text of a token range without articles, quantifiers and possessive pronouns at its beginning."""
    while first < last - 1 and _is_leading(tree, first):
        first += 1
    return shown(tree.text(first, last))


def _is_leading(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if tree.tokens[index + 1].text == "of":
        return False
    tied = token.upos in ("PUNCT", "ADP", "SCONJ", "CCONJ") and token.text not in ("(", "[")
    # The "New" of a city is part of its name.
    leading = token.text.casefold() in LEADING and not (token.text[:1].isupper() and index in tree.entity_kind)
    return leading or tied or _is_counting_off(tree, index)


def _is_counting_off(tree: Tree, index: int) -> bool:
    """Whether a "one" only says that there is one ("one official", "one GOP source", not "one of them")."""
    after = index + 1
    described = tree.tokens[after].upos in ("NOUN", "ADJ", "PROPN") or tree.relation(after) == "compound"
    return tree.tokens[index].text.casefold() == "one" and described
