"""The names of an article, each with its words, its head in the tree and what it is a name of.

Named entities come first; runs of proper nouns that the entity tagger passed over are names of an unknown kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from quotes.datelines import datelines
from quotes.lexicon import lexicon
from quotes.records import EntityKind
from quotes.resolution.acronyms import abbreviated
from quotes.resolution.bodies import PARTIES
from quotes.resolution.cut_names import joined
from quotes.resolution.genitives import CLITICS
from quotes.resolution.growth import goes_on, grown, honoured, is_description, is_initial
from quotes.resolution.initials import SHORT
from quotes.resolution.names import GENERATIONS, Name, acronyms, key, parse_body, parse_name
from quotes.resolution.runs import runs
from quotes.tree import Tree

ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "my", "our", "this", "that"})

OFFICES = frozenset(
    {"mp", "mep", "msp", "ceo", "cfo", "coo", "cto", "gp", "vp", "md", "mla", "mna", "mpa", "mpp", "cs", "td"}
    | set(SHORT)
)
"""Offices in capitals, which taggers take for bodies."""

SHORTEST = 2
"""Acronyms of no more letters are words in capitals too often."""

PARTISANS = frozenset({"republican", "democrat"})
"""Members of a party, whom no name names."""

UNNAMING = frozenset({"", "chief"})
"""Behind these a rank is no name: "the Chief Justice"."""

ANSWERS = frozenset({"yes", "no"})
"""Whole answers, which taggers take for bodies: 'She wrote: "No."'."""


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
    """All names of the document but those of datelines, in text order, none overlapping another."""
    dated = datelines(tree)
    taken = [index in dated for index in range(len(tree.tokens))]
    found: list[Mention] = []
    for first, last in abbreviated(tree):
        _take(tree, (first, last), "organization", taken, found)
    for first, last, kind in joined(tree):
        first, last = _trimmed(tree, first, last, kind)
        kind = "organization" if kind == "place" and goes_on(tree, last) else kind
        _take(tree, grown(tree, first, last, kind), kind, taken, found)
    for first, last in runs(tree, taken):
        _take(tree, grown(tree, first, last, None), None, taken, found)
    letters = {short for mention in found if mention.kind == "organization" for short in _letters(mention)}
    for index, token in enumerate(tree.tokens):
        if not taken[index] and token.text.isupper() and token.text.casefold().replace(".", "") in letters:
            _take(tree, (index, index + 1), "organization", taken, found)
    known = {mention.name.surname for mention in found if mention.kind == "person"}
    for index in range(len(tree.tokens)):
        if not taken[index] and _is_known(tree, index, known):
            _take(tree, (index, index + 1), None, taken, found)
    return sorted(_without_roles(found), key=lambda mention: mention.first)


def _without_roles(found: Sequence[Mention]) -> Iterator[Mention]:
    """The names but those that are only a role with a capital ("Premier denies"), unless somebody is called so."""
    surnames = {mention.name.surname for mention in found if not mention.name.single}
    for mention in found:
        only = mention.name.keys[0] if mention.name.single and not mention.name.address else ""
        if mention.kind == "organization" or only in surnames or only not in lexicon().roles:
            yield mention


def _letters(mention: Mention) -> set[str]:
    """The acronyms of three letters and more that a body's name can have."""
    return {short for short in acronyms(mention.name.text.split()) if len(short) > SHORTEST}


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
    body = _is_body(tree, first, kind)
    own = tree.tokens[last - 1].text if tree.tokens[last - 1].text in CLITICS else ""
    name = (
        parse_body(tree.text(first, last), own) if body else parse_name(tree.text(first, honoured(tree, first, last)))
    )
    if name is None or _is_no_name(name) or (last - first == 1 and _is_role(tree, first, kind)):
        return None
    words = lexicon()
    while first < last - 1 and (
        key(tree.tokens[first].text) in words.ranks.keys() | words.honorifics.keys()
        or tree.tokens[first].upos == "PUNCT"
    ):
        first += 1
    # Trees hang an initial on what stands before it, and the name apart: "Minister for Fisheries P." "Anbarasi".
    initial = last - first > 1 and is_initial(tree.tokens[first].text)
    apart = initial and not first <= tree.tokens[first + 1].head < last
    return Mention(first, last, tree.top_of(first + apart, last), name, kind)


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
        or only in OFFICES | PARTISANS | ANSWERS
        or (only in words.ranks and name.address in UNNAMING and not name.text.isupper())
        or not any(c.isalpha() for c in name.text)
    )


def _is_no_first_name(tree: Tree, index: int) -> bool:
    """Whether the first word of a person's tagged name describes them, or is what they are minister for."""
    return is_description(tree.tokens[index]) or key(tree.tokens[index].text) in PARTIES


def _is_of_next_name(tree: Tree, last: int) -> bool:
    """Whether a body's tagged name ends in what belongs to the person's right behind it: an office, an initial."""
    words, word = lexicon(), tree.tokens[last - 1].text
    office = word.casefold() in words.roles.keys() | words.ranks.keys()
    return (office or is_initial(word)) and tree.entity_kind.get(last) == "person"


def _is_role(tree: Tree, index: int, kind: EntityKind | None) -> bool:
    """Whether a capital only makes a role look like a name: "the Dutchman", "the state Electoral Commissioner"."""
    before = tree.tokens[index - 1] if index > 0 else None
    if before is None or not lexicon().is_person(tree.tokens[index].text):
        return False
    tied = before.upos in ("ADJ", "NOUN", "PROPN") and before.head == index
    by_country = key(tree.tokens[index].text) in lexicon().demonyms
    return before.text.casefold() == "the" or ((kind is None or by_country) and tied)


def _trimmed(tree: Tree, first: int, last: int, kind: EntityKind) -> tuple[int, int]:
    """Without articles before, and clitics, marks and the next name's rank after the name."""
    while first < last and (tree.tokens[first].text.casefold() in ARTICLES or tree.tokens[first].upos == "PUNCT"):
        first += 1
    while kind == "person" and last - first > 2 and _is_no_first_name(tree, first):
        first += 1
    while (
        last - first > 1
        and key(tree.tokens[last - 1].text) in lexicon().ranks
        and tree.tokens[last - 1].text[-1] == "."
    ):
        last -= 1
    while last - first > 1 and kind == "person" and tree.tokens[last - 1].text.isdigit():  # "Dean, 36"
        last -= 1
    while last - first > 1 and kind == "organization" and _is_of_next_name(tree, last):
        last -= 1
    while (
        first < last and _is_loose(tree, last - 1) and not (kind == "organization" and _is_own(tree, first, last - 1))
    ):
        last -= 1
    return first, last


def _is_loose(tree: Tree, index: int) -> bool:
    """Whether a word ends no name."""
    return tree.tokens[index].upos in ("PUNCT", "PART", "ADP") and tree.tokens[index].text != "."


def _is_own(tree: Tree, first: int, clitic: int) -> bool:
    """Whether a body's name is a genitive that owns nothing: "Sainsbury's"."""
    owner = tree.tokens[clitic - 1] if clitic > first else None
    return owner is not None and tree.tokens[clitic].text in CLITICS and owner.deprel != "nmod:poss"
