"""Telling apostrophes from single quotation marks, where both are the same character."""

from __future__ import annotations

import re

APOSTROPHE, POSSESSIVE, SURE = 0, 1, 2
"""How surely a mark closes a quotation: a dropped letter (goin'), a plural possessive (teachers'), a closing mark."""

_ELISION = re.compile(
    r"(?:tis|twas|twere|twill|twould|em|til|till|cause|cuz|cos|coz|bout|neath|nough|gainst|mongst|tween|n)(?!\w)"
    r"|(?-i:s|t|d|ll|re|ve|m)(?=[\s-])|\d\d(?!\d|,\d)",
    re.IGNORECASE,
)
_DECADE = re.compile(r"\d\ds(?!\w)")
_LONGEST_ELISION = 8
_DROPPED = re.compile(r"(?:\win|\W(?:n|o|th|an|ol|wi|lil|mo|po|fo))$", re.IGNORECASE)


def is_elision(text: str, after: int) -> bool:
    """Whether the text from ``after`` begins as a word or year that has lost its beginning does: 'tis, 'em, '16."""
    ahead = text[after : after + _LONGEST_ELISION]
    return _ELISION.match(ahead) is not None or is_decade(text, after)


def is_decade(text: str, after: int) -> bool:
    """Whether a decade without its century stands there ('80s): the mark before it is never a quotation mark."""
    return _DECADE.match(text, after) is not None


def closing_strength(text: str, start: int, end: int) -> int:
    """How surely the mark at ``start`` to ``end``, which stands after a word or punctuation, closes a quotation."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before.isalnum() or (after and not after.isspace()):
        return SURE
    if _DROPPED.search(" " + text[max(0, start - _LONGEST_ELISION) : start]):
        return APOSTROPHE
    return POSSESSIVE if before.isdigit() or before.lower() in "sxz" else SURE
