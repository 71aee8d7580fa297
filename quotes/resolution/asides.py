"""What stands beside a name or in a title and is no part of a title: ages, homes, how long."""

from __future__ import annotations

from quotes.tree import Tree

DURATIONS = frozenset({"day", "week", "month", "year", "decade", "term"})

HOME = 6
"""An age or place between a name and its title ends within so many words."""


def timed(tree: Tree, noun: int) -> set[int]:
    """The words of phrases that say only how long somebody is something: "postman for 30 years"."""
    phrases = [n for n in tree.children(noun, ("nmod",)) if tree.tokens[n].lemma.casefold() in DURATIONS]
    return {n for phrase in phrases if tree.children(phrase, ("case",)) for n in tree.near(phrase)}


def behind_age_and_home(tree: Tree, comma: int, limit: int) -> int:
    """The comma behind ", 45" and ", of Leeds" or ", from Leeds"; the given one where neither stands."""
    following = next((n for n in range(comma + 1, min(limit, comma + HOME)) if tree.tokens[n].text == ","), None)
    if following is None:
        return comma
    aside = tree.tokens[comma + 1 : following]
    aged = len(aside) == 1 and aside[0].text.isdigit()
    at_home = len(aside) > 1 and aside[0].text in ("of", "from") and all(word.text[:1].isupper() for word in aside[1:])
    return behind_age_and_home(tree, following, limit) if aged or at_home else comma


def behind_age(tree: Tree, first: int) -> int:
    """The word behind ", 45," at ``first``; ``first`` itself where no age stands there."""
    texts = [token.text for token in tree.tokens[first : first + 3]]
    aged = len(texts) == 3 and texts[0] == texts[2] == "," and texts[1].isdigit()
    return first + 3 if aged else first
