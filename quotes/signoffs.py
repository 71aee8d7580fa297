"""Quotations signed with a dash: "...” — Name, role", on the same line or at the start of the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.records import ROOT, Span
from quotes.tree import Tree

_DASH = re.compile(r"\s*(?P<dash>[—–―]|--?)\s*(?=[A-Z@])")
LONGEST = 25
"""Words that a signature has at most; a longer rest of the paragraph is the reporter's sentence."""

_NOMINAL = frozenset({"PROPN", "NOUN"})


@dataclass(frozen=True, slots=True)
class SignOff:
    """The dash and the noun phrase behind it."""

    dash: Span
    source: Span


def sign_off(tree: Tree, content: Span, paragraphs: Sequence[Span], paragraph: int) -> SignOff | None:
    """The signature of a quotation that ends the words of its paragraph, or None; ``paragraph`` is the quotation's."""
    text = tree.document.text
    end = paragraphs[paragraph].end
    if end == content.end and paragraph + 1 < len(paragraphs):
        end = paragraphs[paragraph + 1].end
    match = _DASH.match(text, content.end, end)
    if match is None:
        return None
    first, last = tree.covering(Span(match.end(), end))
    if first == last or last - first > LONGEST:
        return None
    head = _nominal_head(tree, first, last)
    if head is None:
        return None
    begin, stop = tree.noun_phrase(head, without=("cc", "conj", "punct", "parataxis"))
    return SignOff(Span(*match.span("dash")), tree.span(max(begin, first), min(stop, last)))


def _nominal_head(tree: Tree, first: int, last: int) -> int | None:
    """The highest noun above the first word behind the dash; None where that is a clause."""
    head = first
    while first <= tree.token(head).head < last and tree.token(head).head != ROOT:
        head = tree.token(head).head
    return head if tree.token(head).upos in _NOMINAL else None
