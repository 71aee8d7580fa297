"""The gender that an article's pronouns give to people whose names and titles do not tell it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from quotes.lexicon import Gender
from quotes.resolution.pronouns import PRONOUNS
from quotes.tree import Tree

AGREEMENT = 0.75
"""The share of the pronouns that must agree."""


def genders(
    tree: Tree, people: Sequence[tuple[int, int]], known: Mapping[int, Gender], quoted: Sequence[bool]
) -> dict[int, Gender]:
    """The gender of each person, by number, that the pronouns tell.

    ``people`` holds a word and a person's number for each mention of a person by name. A singular pronoun votes for the
    only person named in its sentence before it and in the sentence before, those of the other gender (``known``) left
    out; what is quoted has no vote.
    """
    named: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for word, person in people:
        named[tree.sentence_of[word]].append((word, person))
    votes: dict[int, Counter[Gender]] = defaultdict(Counter)
    for index, token in enumerate(tree.tokens):
        pronoun = PRONOUNS.get(token.text.casefold())
        if pronoun and pronoun.gender and not quoted[index]:
            number = tree.sentence_of[index]
            near = {person for word, person in named[number] if word < index} | {p for _, p in named[number - 1]}
            fitting = [person for person in near if known.get(person, pronoun.gender) == pronoun.gender]
            if len(fitting) == 1:
                votes[fitting[0]][pronoun.gender] += 1
    return {person: gender for person, count in votes.items() if (gender := _agreed(count))}


def _agreed(votes: Counter[Gender]) -> Gender | None:
    gender, count = votes.most_common(1)[0]
    return gender if count >= AGREEMENT * votes.total() else None
