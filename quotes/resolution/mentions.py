"""The names of an article, each with its words, its head in the tree and what it is a name of.

Named entities come first; runs of proper nouns that the entity tagger passed over are names of an unknown kind.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from quotes.lexicon import lexicon
from quotes.records import EntityKind, Token
from quotes.resolution.acronyms import abbreviated
from quotes.resolution.cut_names import joined
from quotes.resolution.names import GENERATIONS, Name, is_suffix, key, parse_body, parse_name
from quotes.resolution.runs import runs
from quotes.tree import Tree

ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "my", "our", "this", "that"})

OFFICES = frozenset({"mp", "mep", "msp", "ceo", "cfo", "coo", "cto", "gp", "vp"})
"""Offices in capitals, which taggers take for bodies."""

PARTISANS = frozenset({"republican", "democrat"})
"""Members of a party, whom no name names."""

HYPHENS = frozenset("-–‐‑")

SPECIFYING = frozenset({"on", "for", "of", "against"})
"""Prepositions inside the names of bodies."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at one place: the tokens ``first`` to ``last`` (exclusive) without forms of address, and the head of them.

    ``kind`` is None where the tagger did not see the name.
    """

    first: int
    last: int
    head: int
    name: Name
    kind: EntityKind | None


def mentions(tree: Tree) -> list[Mention]:
    """All names of the document, in text order, none overlapping another."""
    taken = [False] * len(tree.tokens)
    found: list[Mention] = []
    for first, last in abbreviated(tree):
        _take(tree, (first, last), "organization", taken, found)
    for first, last, kind in joined(tree):
        first, last = _trimmed(tree, first, last, kind)
        _take(tree, _grown(tree, first, last, kind), kind, taken, found)
    for first, last in runs(tree, taken):
        _take(tree, _grown(tree, first, last, None), None, taken, found)
    known = {mention.name.surname for mention in found if mention.kind == "person"}
    for index in range(len(tree.tokens)):
        if not taken[index] and _is_known(tree, index, known):
            _take(tree, (index, index + 1), None, taken, found)
    return sorted(found, key=lambda mention: mention.first)


def _is_known(tree: Tree, index: int, known: Collection[str]) -> bool:
    """Whether a word that was tagged as no name is the surname of somebody ("PENCE:" in a transcript)."""
    token = tree.tokens[index]
    if not token.text[:1].isupper() or token.upos not in ("NOUN", "PRON", "X", "ADJ", "INTJ", "VERB"):
        return False
    opens = index == tree.document.sentences[tree.sentence_of[index]].first
    return key(token.text) in known and (token.text.isupper() or not opens or tree.relation(index) == "nsubj")


def _take(
    tree: Tree, extent: tuple[int, int], kind: EntityKind | None, taken: list[bool], found: list[Mention]
) -> None:
    """Notes the name in a token range, unless there is none or another name is there already."""
    first, last = extent
    while first < last and taken[first]:
        first += 1
    if first >= last or any(taken[first:last]):
        return
    mention = _mention(tree, first, last, kind)
    if mention:
        found.append(mention)
        taken[first:last] = [True] * (last - first)


def _mention(tree: Tree, first: int, last: int, kind: EntityKind | None) -> Mention | None:
    text = tree.text(first, last)
    name = parse_body(text) if _is_body(tree, first, kind) else parse_name(text)
    if name is None or _is_no_name(name):
        return None
    words = lexicon()
    while first < last - 1 and (
        key(tree.tokens[first].text) in words.ranks.keys() | words.honorifics.keys()
        or tree.tokens[first].upos == "PUNCT"
    ):
        first += 1
    return Mention(first, last, tree.top_of(first, last), name, kind)


def _is_body(tree: Tree, first: int, kind: EntityKind | None) -> bool:
    """Whether a name is a body's or place's from its first word on; after "Mr." or "Sen." it is a person's."""
    before = tree.tokens[first].text
    words = lexicon()
    addressed = key(before) in words.honorifics or (key(before) in words.ranks and before.endswith("."))
    return kind in ("organization", "place") and not addressed


def _is_no_name(name: Name) -> bool:
    """A day, a month, a bare rank (but "S.E.C." is a body), a number."""
    only = name.keys[0] if len(name.keys) == 1 else ""
    words = lexicon()
    return (
        only in words.calendar
        or only in GENERATIONS
        or only in OFFICES | PARTISANS
        or (only in words.ranks and not name.address and not name.text.isupper())
        or not any(c.isalpha() for c in name.text)
    )


def _is_description(token: Token) -> bool:
    """Whether a word that was tagged as the beginning of a name only describes the person ("potter", "Activist")."""
    words = lexicon()
    ranked = key(token.text) in words.ranks or key(token.text) in words.particles
    word = token.text.casefold()
    several = word.endswith("s") and any(word[:-1] in known for known in (words.roles, words.people, words.families))
    return not ranked and (token.text.islower() or word in words.roles or several)


def _trimmed(tree: Tree, first: int, last: int, kind: EntityKind) -> tuple[int, int]:
    """Without articles before, and clitics, marks and the next name's rank after the name."""
    while first < last and (tree.tokens[first].text.casefold() in ARTICLES or tree.tokens[first].upos == "PUNCT"):
        first += 1
    while kind == "person" and last - first > 2 and _is_description(tree.tokens[first]):
        first += 1
    while (
        last - first > 1
        and key(tree.tokens[last - 1].text) in lexicon().ranks
        and tree.tokens[last - 1].text[-1] == "."
    ):
        last -= 1
    while first < last and tree.tokens[last - 1].upos in ("PUNCT", "PART", "ADP") and tree.tokens[last - 1].text != ".":
        last -= 1
    return first, last


def _grown(tree: Tree, first: int, last: int, kind: EntityKind | None) -> tuple[int, int]:
    """With ranks before a name, and the rest of a hyphenated or flat name, which taggers cut off, after it."""
    if first >= last:
        return first, last
    while _is_glued(tree, last):
        last += 1
    while kind == "person" and _continues(tree, first, last):
        last += 1
    if kind in ("person", None):
        last = _with_generation(tree, first, last)
    if kind == "other" and _is_dated(tree, first, last):
        first -= 1
    while kind == "organization" and _qualifies(tree, first, last):
        first -= 1
    if kind == "organization":
        last = _specified(tree, first, last)
    while kind == "person" and last - first <= 3 and _is_cut_off(tree, first):
        first -= 1
    while first > 0 and _precedes(tree, first):
        first -= 1
    return first, last


def _is_dated(tree: Tree, first: int, last: int) -> bool:
    """Whether the year before a law's or treaty's name belongs to it: "the 1951 Refugee Convention"."""
    year = tree.tokens[first - 1] if first > 0 else None
    return year is not None and year.text.isdigit() and len(year.text) == 4 and first <= year.head < last


def _with_generation(tree: Tree, first: int, last: int) -> int:
    """The end of a name with the generation behind it ("Jr."), which the tree and the tagger often leave outside."""
    following = last + (last < len(tree.tokens) and tree.tokens[last].text == ",")
    if following >= len(tree.tokens) or tree.sentence_of[following] != tree.sentence_of[first]:
        return last
    word = tree.tokens[following].text
    return following + 1 if key(word) in GENERATIONS and word[:1].isupper() and last - first > 1 else last


def _qualifies(tree: Tree, first: int, last: int) -> bool:
    """Whether the capitalised word before a body's name belongs to it ("Republican" "National Committee")."""
    if first == 0:
        return False
    before = tree.tokens[first - 1]
    capital = before.text[:1].isupper() and before.upos in ("PROPN", "ADJ", "NOUN")
    return capital and first <= before.head < last and tree.relation(first - 1) in ("compound", "amod")


def _specified(tree: Tree, first: int, last: int) -> int:
    """Where the capitalised phrase ends that tells what a body is for: "Commission" "on Presidential Debates"."""
    tokens = tree.tokens
    if (
        last >= len(tokens)
        or tokens[last].text not in SPECIFYING
        or key(tokens[last - 1].text) not in lexicon().body_words
    ):
        return last
    end = last + 1
    while end < len(tokens) and tokens[end].text[:1].isupper() and end not in tree.entity_kind:
        end += 1
    specified = tokens[end - 1]
    tied = first <= specified.head < last and tree.relation(end - 1) == "nmod"
    return end if end > last + 1 and tied else last


def _names_body(token: Token) -> bool:
    return token.text.casefold() in lexicon().body_words | lexicon().organizations


def _is_cut_off(tree: Tree, first: int) -> bool:
    """Whether the word before a name is the rest of it, which the tagger passed over ("Park" "Geun-hye")."""
    if first == 0 or first - 1 in tree.entity_kind or tree.tokens[first - 1].upos != "PROPN":
        return False
    before, token = tree.tokens[first - 1], tree.tokens[first]
    named = key(before.text)
    if named in lexicon().ranks or named in lexicon().honorifics or named in lexicon().calendar:
        return False
    if _is_description(before):
        return False
    within = token.head == first - 1 and tree.relation(first) == "flat"
    return within or (before.head, before.deprel) == (token.head, token.deprel)


def _is_glued(tree: Tree, index: int) -> bool:
    """Whether a word carries on the one before it without a space: "Ki", "-", "moon"."""
    tokens = tree.tokens
    if not 0 < index < len(tokens) or tokens[index].start != tokens[index - 1].end:
        return False
    if tokens[index].text in HYPHENS:
        return _is_glued(tree, index + 1) and tokens[index + 1].upos in ("PROPN", "NOUN") and _fits_hyphen(tree, index)
    return tokens[index - 1].text in HYPHENS and tokens[index].upos in ("PROPN", "NOUN")


def _fits_hyphen(tree: Tree, index: int) -> bool:
    """Whether the words around a hyphen stand in one name ("Ban Ki-moon"), not in a compound ("Texas-based")."""
    before, after = tree.tokens[index - 1], tree.tokens[index + 1]
    return before.upos == "PROPN" and after.upos in ("PROPN", "NOUN") and tree.relation(index + 1) != "amod"


def _continues(tree: Tree, first: int, last: int) -> bool:
    tokens = tree.tokens
    if last >= len(tokens) or tree.sentence_of[last] != tree.sentence_of[first]:
        return False
    token = tokens[last]
    inside = first <= token.head < last
    return inside and tree.relation(last) == "flat" and (token.upos == "PROPN" or is_suffix(token.text))


def _precedes(tree: Tree, first: int) -> bool:
    """Whether the word before is a form of address or rank that belongs to the name."""
    before = tree.tokens[first - 1]
    words = lexicon()
    if tree.sentence_of[first - 1] != tree.sentence_of[first]:
        # Splitters often end a sentence at the stop of "Sen."; the rank still belongs to what follows.
        return before.text.endswith(".") and key(before.text) in words.honorifics.keys() | words.ranks.keys()
    named = key(before.text)
    full = before.text.islower() and tree.tokens[first].upos == "PROPN" and _is_first_name(tree, first)
    return (before.text[:1].isupper() and named in words.honorifics) or (
        (before.text[:1].isupper() or full) and named in words.ranks
    )


def _is_first_name(tree: Tree, index: int) -> bool:
    return key(tree.tokens[index].text) in lexicon().first_names
