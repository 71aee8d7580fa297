"""People of one family: "Peter and Joan Marlow" share a name, "my parents, Peter and Joan" are father and mother."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from quotes.lexicon import Gender, lexicon
from quotes.resolution.genitives import CLITICS
from quotes.resolution.joint import COORDINATORS
from quotes.resolution.mentions import Mention
from quotes.tree import Tree

PARENTS: Mapping[str, Mapping[Gender, str]] = {
    "parents": {"male": "father", "female": "mother"},
    "grandparents": {"male": "grandfather", "female": "grandmother"},
}
"""Nouns for a couple -> what each of the two is."""

NARRATORS = frozenset({"my", "our"})


def with_shared_surnames(tree: Tree, names: Sequence[Mention]) -> list[Mention]:
    """The names with the surname of the one that follows after "and" in the keys of a first name alone.

    What is shown of them stays as it is written. A name that is somebody else's surname, or the first name of somebody
    with another surname ("Hillary" before "and Tim Kaine"), is left alone.
    """
    full = [mention.name for mention in names if len(mention.name.keys) > 1 and mention.kind in ("person", None)]
    surnames = {name.surname for name in full} | {mention.name.surname for mention in names if mention.name.address}
    bearers = {name.keys[0]: name.surname for name in full}
    households = dict([*_relatives(tree, names), *_households(tree, names)])
    return [
        _joined(mention, households[n])
        if n in households
        and mention.name.surname not in surnames
        and bearers.get(mention.name.keys[0], households[n]) == households[n]
        else mention
        for n, mention in enumerate(names)
    ]


def _households(tree: Tree, names: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    """The numbers of first names right before "and" and a full name, with the surname of that."""
    for n, (mention, following) in enumerate(pairwise(names)):
        joined = _joins(tree, mention, following)
        people = mention.kind in ("person", None) and following.kind == "person"
        alone = _is_first_name(mention)
        if joined and alone and people and len(following.name.keys) == 2 and not following.name.address:
            yield n, following.name.surname


def _relatives(tree: Tree, names: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    """The numbers of relatives' first names, with the surname of whose they are: "Mrs Hill's son, Trevor"."""
    for n, (owner, mention) in enumerate(pairwise(names), start=1):
        between = [token.text for token in tree.tokens[owner.last : mention.first] if token.text != ","]
        kin = len(between) == 2 and between[0] in CLITICS and lexicon().is_family(between[1])
        if kin and owner.kind == "person" and _is_first_name(mention) and not _is_first_name(owner):
            yield n, owner.name.surname


def _is_first_name(mention: Mention) -> bool:
    """Whether a name is a first name and nothing else."""
    first = mention.name.keys[0]
    known = first in lexicon().first_names or first in lexicon().leaning_names
    return len(mention.name.keys) == 1 and known


def _joins(tree: Tree, mention: Mention, following: Mention) -> bool:
    """Whether "and" alone stands between two names."""
    return tree.tokens[mention.last].text.casefold() in COORDINATORS and following.first == mention.last + 1


def _joined(mention: Mention, surname: str) -> Mention:
    return replace(mention, name=replace(mention.name, keys=(*mention.name.keys, surname)))


def parents(tree: Tree, names: Sequence[Mention]) -> dict[int, str]:
    """What the narrator's parents are, by the numbers of their names: "my parents, Peter and Joan Marlow"."""
    return {
        n + place: told[gender]
        for n, (mention, following) in enumerate(pairwise(names))
        if (told := _couple(tree, mention.first)) and _joins(tree, mention, following)
        for place, one in enumerate((mention, following))
        if (gender := one.name.gender)
    }


def _couple(tree: Tree, first: int) -> Mapping[Gender, str] | None:
    """The nouns for each of the narrator's couple that a comma and then a name follow."""
    words = [token.text.casefold() for token in tree.tokens[max(0, first - 3) : first]]
    told = len(words) == 3 and words[0] in NARRATORS and words[2] == ","
    return PARENTS.get(words[1]) if told else None
