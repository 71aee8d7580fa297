"""All titles that the article gives beside one mention of a name."""

from __future__ import annotations

from quotes.resolution.beside import after, before
from quotes.resolution.mentions import Mention
from quotes.resolution.predicates import affiliations, party, predicates
from quotes.resolution.title import Title
from quotes.tree import Tree

FORMS = (before, after, predicates, affiliations, party)
"""The ways of giving a title; each is a function ``(tree, mention) -> titles``."""


def titles(tree: Tree, mention: Mention) -> list[Title]:
    """Every title beside a mention once, in the order of ``FORMS``."""
    return list(dict.fromkeys(title for form in FORMS for title in form(tree, mention)))
