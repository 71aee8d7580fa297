"""Where the contents of attributions stand, word by word: whose words they are, and what is in quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from quotes.paragraphs import paragraphs
from quotes.records import Attribution
from quotes.tree import Tree

OPENING = frozenset("“„«‹")
CLOSING = frozenset("”»›")
STRAIGHT = frozenset({'"', "``", "''"})


class Utterances:
    """For each word the innermost content it stands in, and whether it stands there in quotation marks."""

    def __init__(self, tree: Tree, attributions: Sequence[Attribution]) -> None:
        size = len(tree.tokens)
        self.content = [-1] * size
        self.quoted = [False] * size
        self._lengths: list[int] = [sum(map(len, attribution.content)) for attribution in attributions]
        for number, attribution in enumerate(attributions):
            inside = attribution.type == "direct"
            for piece in attribution.content:
                first, last = tree.covering(piece)
                inside = self._lay(tree, number, (first, last), inside, attribution.type)

    def narrative(self, tree: Tree) -> list[int]:
        """For each sentence how many up to it, itself among them, have a word outside quotation marks."""
        open_words = zip(tree.sentence_of, tree.tokens, self.quoted, strict=True)
        told = {sentence for sentence, token, quoted in open_words if not quoted and token.upos != "PUNCT"}
        return list(accumulate(int(n in told) for n in range(len(tree.document.sentences))))

    def _lay(self, tree: Tree, number: int, extent: tuple[int, int], inside: bool, kind: str) -> bool:
        """Notes one piece of a content; whether a mark is still open goes on to the next piece."""
        for index in range(*extent):
            if kind == "mixed":
                inside = _toggled(tree.tokens[index].text, inside)
            outer = self.content[index]
            if outer == -1 or self._lengths[number] <= self._lengths[outer]:
                self.content[index] = number
            self.quoted[index] = self.quoted[index] or inside
        return inside


def _toggled(text: str, inside: bool) -> bool:
    if text in STRAIGHT:
        return not inside
    return (inside or text in OPENING) and text not in CLOSING


def paragraph_of(tree: Tree) -> list[int]:
    """The number of the paragraph that each word stands in."""
    starts = [paragraph.start for paragraph in paragraphs(tree.document.text)]
    return [bisect_right(starts, token.start) for token in tree.tokens]
