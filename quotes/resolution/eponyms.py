"""Institutions named after saints, kings or those whom they serve, which taggers cut at the genitive.

"Queen's University Belfast", "St Mary's Primary School", "Alder Hey Children's Hospital", "Addenbrooke's Hospital",
"School Leaders' Union".
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.lexicon import lexicon
from quotes.records import Token
from quotes.resolution.genitives import CLITICS
from quotes.resolution.names import key
from quotes.tree import Tree

INSTITUTIONS = frozenset(
    {
        "hospital",
        "hospice",
        "infirmary",
        "ambulance",
        "school",
        "college",
        "university",
        "academy",
        "church",
        "cathedral",
    }
    | {"chapel", "abbey", "nursery", "shelter", "refuge", "clinic", "office"}
)
"""What bears such a name and speaks."""

SOCIETIES = frozenset(
    {"union", "association", "federation", "confederation", "forum", "society", "league", "guild", "alliance"}
    | {"institute", "club", "network", "council", "congress", "assembly", "trust", "fund", "committee", "party"}
)
"""What is named after the people in it, in the plural."""

SAINTS = frozenset({"st", "saint"})

PATRONS = frozenset(
    {"king", "queen", "lady", "bishop", "children", "women", "girl", "boy", "people", "veteran", "christ"}
    | {"attorney", "sheriff", "governor", "mayor", "coroner", "prosecutor", "ombudsman", "commissioner"}
)
"""Whose name or good cause institutions bear, as keys; anybody else owns them ("Ohio's Supreme Court")."""


def named_after(tree: Tree) -> Iterator[tuple[int, int]]:
    """The token ranges of such names, in order and apart."""
    end = 0
    for index, token in enumerate(tree.tokens):
        if index < end or token.text.casefold() not in INSTITUTIONS | SOCIETIES or not _is_capital(token):
            continue
        clitic = _clitic(tree, index)
        first = _first(tree, clitic, index) if clitic > end else clitic
        if first < clitic:
            end = _end(tree, index)
            yield first, end


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.upos in ("PROPN", "ADJ", "NOUN", "X")


def _clitic(tree: Tree, institution: int) -> int:
    """The genitive before an institution and the capitalised words that tell its kind ("Primary School"), or 0."""
    index = institution - 1
    while index > 0 and _is_capital(tree.tokens[index]) and tree.entity_kind.get(index) != "person":
        index -= 1
    return index if index > 0 and _is_clitic(tree, index) else 0


def _is_clitic(tree: Tree, index: int) -> bool:
    """Whether a word makes the one before it an owner, in the plural, or in "Thomas'", by the apostrophe alone."""
    mark, owner = tree.tokens[index], tree.tokens[index - 1]
    alone = mark.text in ("'", "’") and owner.text.endswith("s")
    return mark.start == owner.end and (mark.text in CLITICS or alone)


def _first(tree: Tree, clitic: int, institution: int) -> int:
    """Where the name begins that a genitive is in; the genitive itself where it only tells whose the institution is."""
    owner = clitic - 1
    if _are_members(tree, owner):
        return _begun(tree, owner)
    if tree.tokens[institution].text.casefold() not in INSTITUTIONS:
        return clitic
    saint = _saint(tree, owner)
    if saint < owner:
        return saint
    if key(tree.tokens[owner].text).removesuffix("s") in PATRONS | {"children", "women"} and _is_capital(
        tree.tokens[owner]
    ):
        return _begun(tree, owner)
    alone = institution == clitic + 1 and tree.entity_kind.get(owner) == "organization"
    placed = institution + 1 < len(tree.tokens) and tree.tokens[institution + 1].text == "of"
    return owner if alone and not placed and not _is_elsewhere(tree, owner) else clitic


def _are_members(tree: Tree, owner: int) -> bool:
    """Whether an owner is people in the plural: "Leaders'"."""
    noun = tree.tokens[owner].text.casefold()
    several = noun.endswith("s") and tree.tokens[owner + 1].text in ("'", "’")
    return several and _is_capital(tree.tokens[owner]) and lexicon().is_person(noun[:-1])


def _saint(tree: Tree, owner: int) -> int:
    """Where a saint's name begins, on whose stop a splitter may have cut it; the owner where it is no saint's."""
    begin = owner - 1
    if begin > 0 and tree.tokens[begin].text == "." and tree.tokens[begin].start == tree.tokens[begin - 1].end:
        begin -= 1
    return begin if begin >= 0 and key(tree.tokens[begin].text) in SAINTS else owner


def _begun(tree: Tree, owner: int) -> int:
    """Where the words before a patron begin that are of the same name: "Our Lady", "Alder Hey Children"."""
    first = owner
    while first > 0 and _is_capital(tree.tokens[first - 1]) and tree.sentence_of[first - 1] == tree.sentence_of[owner]:
        first -= 1
    saint = first > 1 and _is_clitic(tree, first - 1)
    return min(first, _first(tree, first - 1, first)) if saint and _first(tree, first - 1, first) < first - 1 else first


def _is_elsewhere(tree: Tree, owner: int) -> bool:
    """Whether the article names an owner without a genitive as well: "Yale" has a School of Medicine."""
    text = tree.tokens[owner].text
    return any(token.text == text and not _is_clitic(tree, n + 1) for n, token in enumerate(tree.tokens[:-1]))


def _end(tree: Tree, institution: int) -> int:
    """Where the name ends: behind the capitalised words that go on, but for an office or a person."""
    last = institution + 1
    while last < len(tree.tokens) and _goes_on(tree, last):
        last += 1
    return last


def _goes_on(tree: Tree, index: int) -> bool:
    token, words = tree.tokens[index], lexicon()
    other = words.is_person(token.text.casefold()) or tree.entity_kind.get(index) == "person"
    calendar = key(token.text) in words.calendar
    together = tree.sentence_of[index] == tree.sentence_of[index - 1]
    return together and _is_capital(token) and token.upos == "PROPN" and not other and not calendar
