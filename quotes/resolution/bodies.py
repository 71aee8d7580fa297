"""The body that a title names: whom somebody speaks for, verbatim."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from quotes.lexicon import lexicon
from quotes.resolution.genitives import CLITICS
from quotes.resolution.names import key, shown
from quotes.tree import Tree

PARTIES = frozenset(
    {"republican", "democrat", "democratic", "gop", "labour", "labor", "conservative", "tory", "liberal", "green"}
    | {"libertarian", "independent", "communist", "socialist", "socialdemocrat", "ukip", "snp", "plaid", "sinn"}
)
"""Words for parties, as keys; lower case in the text they are ordinary adjectives."""

JUDICIAL = frozenset({"us", "circuit", "district"})
"""What judges are for, as keys, by itself no body: "U.S. Circuit Judge"."""

BELONGING = frozenset({"of", "at", "for", "with", "from", "in"})


def body_in(tree: Tree, first: int, last: int) -> str | None:
    """The organization named in a token range, else the party, else the country or place behind an "of".

    Of several organizations the one behind a preposition ("Japan expert at the Council") comes first.
    """
    found = list(_runs(tree, first, last, "organization"))
    begins = {start for start, _ in found}
    free = (run for run in found if not _owns(tree, run[1], begins))
    bodies = sorted(free, key=lambda run: not _is_object(tree, run[0]))
    parties = list(_parties(tree, first, last))
    places = [run for run in _runs(tree, first, last, "place") if _is_country(tree, *run)]
    chosen = next(iter([*bodies, *parties, *places]), None)
    return shown(tree.text(*chosen)) if chosen else None


def _owns(tree: Tree, end: int, begins: Collection[int]) -> bool:
    """Whether a name before ``end`` only tells where the body behind it is: "Sydney's University of Arts"."""
    return end < len(tree.tokens) and tree.tokens[end].text in CLITICS and end + 1 in begins


def _runs(tree: Tree, first: int, last: int, kind: str) -> Iterator[tuple[int, int]]:
    """The stretches of a range that the tagger, or a word for a body in a name, gives this kind."""
    for found, run in groupby(range(first, last), lambda n: _kind(tree, n) == kind):
        words = list(run)
        common = kind == "organization" and _is_common(tree, words)
        if found and not common and any(tree.tokens[n].upos == "PROPN" for n in words):
            start, end = _whole(tree, _begun(tree, words[0], words[-1] + 1, first), words[-1] + 1, last)
            if any(
                not lexicon().is_role(tree.tokens[n].text.casefold()) or _is_party(tree, n) for n in range(start, end)
            ):
                yield start, end


def _begun(tree: Tree, first: int, end: int, lowest: int) -> int:
    """Where a body's name begins: with the capitalised words before it that describe it ("Virginia" "AFL-CIO")."""
    while (
        first > lowest
        and not _is_party(tree, end - 1)
        and tree.tokens[first - 1].text[:1].isupper()
        and _describes(tree, first - 1, first, end)
    ):
        first -= 1
    return _sainted(tree, first, end, lowest)


def _sainted(tree: Tree, first: int, end: int, lowest: int) -> int:
    """Where a body's name begins that is a common word alone: with the saint or king whose name it bears."""
    lone = end - first == 1 and key(tree.tokens[first].text) in lexicon().body_words
    if not lone or first - 2 < lowest or tree.tokens[first - 1].upos != "PART":
        return first
    begin = first - 1
    while begin > lowest and tree.tokens[begin - 1].upos == "PROPN":
        begin -= 1
    return begin if begin < first - 1 else first


def _is_common(tree: Tree, words: list[int]) -> bool:
    """Whether a body is only an office, or a common word that the tagger did not see ("Secretary of State")."""
    if len(words) == 1 and lexicon().is_role(tree.tokens[words[0]].text):
        return True
    if all(key(tree.tokens[word].text) in JUDICIAL for word in words):
        return True
    lone = len(words) == 1 and tree.entity_kind.get(words[0]) != "organization"
    return lone and not (words[0] > 0 and tree.tokens[words[0] - 1].upos == "PART")


def _describes(tree: Tree, index: int, first: int, end: int) -> bool:
    return first <= tree.tokens[index].head < end and tree.relation(index) in ("amod", "compound")


def _whole(tree: Tree, first: int, end: int, last: int) -> tuple[int, int]:
    """The name up to its last capitalised word, across hyphens and numbers; a body ends before an office."""
    while first > 1 and tree.tokens[first - 1].text == "-" and tree.tokens[first - 2].upos in ("PROPN", "ADJ"):
        first -= 2
    following = end
    while following < last and _goes_on(tree, following):
        following += 1
        end = following if tree.tokens[following - 1].upos == "PROPN" else end
    return first, _before_office(tree, first, end) if end == last else end


def _goes_on(tree: Tree, index: int) -> bool:
    """Whether a word can be in a body's name behind its first words; the "MP" of "Greens MP" is not."""
    token = tree.tokens[index]
    office = token.text.isupper() and lexicon().is_role(token.text)
    return token.text == "-" or (token.upos in ("PROPN", "NUM") and not office)


def _before_office(tree: Tree, first: int, end: int) -> int:
    """Where a body ends before the office that ends the title: "Senate" in "Senate Minority Leader"."""
    if not lexicon().is_role(tree.tokens[end - 1].text.casefold()) or _is_party(tree, end - 1):
        return end
    closing = (n for n in range(end - 2, first - 1, -1) if key(tree.tokens[n].text) in lexicon().body_words)
    return next(closing, end - 2) + 1


def _kind(tree: Tree, index: int) -> str | None:
    known = tree.entity_kind.get(index)
    named = tree.tokens[index].upos == "PROPN" and key(tree.tokens[index].text) in lexicon().body_words
    return "organization" if named and known in (None, "other") else known


def _parties(tree: Tree, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The runs of words for a party, owners' left out: "Labour", "Liberal Democrat"."""
    for found, run in groupby(range(first, last), lambda n: _is_party(tree, n) and not _is_owners(tree, n, last)):
        words = list(run)
        if found:
            yield words[0], words[-1] + 1


def _is_party(tree: Tree, index: int) -> bool:
    text = tree.tokens[index].text
    return text[:1].isupper() and key(text) in PARTIES and tree.entity_kind.get(index) not in ("person", "place")


def _is_owners(tree: Tree, index: int, last: int) -> bool:
    """Whether a word describes the owner in a genitive ("the Democratic nominee's doctor"), not who has the title."""
    return any(tree.tokens[n].text in CLITICS for n in range(index + 2, last))


def _is_country(tree: Tree, first: int, last: int) -> bool:
    """Whether a place is what somebody stands for ("president of Chad"), not where it is ("Kigali's school")."""
    owner = last < len(tree.tokens) and tree.tokens[last].upos == "PART"
    return first > 0 and tree.tokens[first - 1].text.casefold() in ("of", "for") and not owner


def _is_object(tree: Tree, index: int) -> bool:
    """Whether a preposition stands before a word, an article aside."""
    before = index - 1
    if before >= 0 and tree.tokens[before].upos == "DET":
        before -= 1
    return before >= 0 and tree.tokens[before].text.casefold() in BELONGING
