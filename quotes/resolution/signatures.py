"""Who signs an article: the byline above it, the signature or the author's note below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.resolution.mentions import Mention
from quotes.tree import Tree

SIGNED = 0.6
"""A line is a signature if the name is at least this share of its words."""

LINE = 8
"""... and the line has no more words than this."""

LAST_SENTENCES = 4
"""An author's note ("Ann Hill is a teacher in Leeds.") stands among the last sentences."""

FIRST_SENTENCES = 4
"""A byline ("By Ann Hill") stands among the first."""


def signatures(tree: Tree, names: Sequence[Mention]) -> Iterator[Mention]:
    """The names that sign the article or a part of it (a letter), in text order."""
    for mention in names:
        if len(mention.name.keys) > 1 and mention.kind in ("person", None) and _signs(tree, mention):
            yield mention


def _signs(tree: Tree, mention: Mention) -> bool:
    number = tree.sentence_of[mention.first]
    sentence = tree.document.sentences[number]
    length, words = sentence.last - sentence.first, mention.last - mention.first
    begins = mention.first - sentence.first
    if number < FIRST_SENTENCES:
        return begins == 1 and tree.tokens[sentence.first].text.casefold() == "by"
    if begins <= 1 and length <= LINE and words / length >= SIGNED:
        return True
    return number >= len(tree.document.sentences) - LAST_SENTENCES and begins == 0 and _is_note(tree, mention)


def _is_note(tree: Tree, mention: Mention) -> bool:
    """Whether the name is the subject of a definition in the present tense: "X is a ..."."""
    above = tree.tokens[mention.head].head
    copulas = tree.children(above, ("cop",)) if above >= 0 else []
    return tree.relation(mention.head) == "nsubj" and any(tree.tokens[n].text.casefold() == "is" for n in copulas)
