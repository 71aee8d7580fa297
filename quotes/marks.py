"""Quotation marks: which characters they are, and which way each one in a text can face.

A mark faces by its shape (“ opens, ” closes) and by what stands around it: white space, an opening bracket or a dash
before and a word after make it an opening mark; a word or punctuation before and white space or punctuation after make
it a closing one. Marks that touch each other share their surroundings. Where shape and surroundings disagree or say
nothing, the mark may face both ways and pairing decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quotes.apostrophes import SURE, closing_strength, is_decade, is_elision
from quotes.paragraphs import INVISIBLE

Family = Literal["double", "single", "guillemet", "angle", "corner", "white corner"]
Shape = Literal["straight", "left", "right", "opener", "closer"]
Lean = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark, or what may be one, at ``start`` to ``end`` of the text.

    ``leans_open`` says that its surroundings are those of an opening mark. ``strength`` is how surely a single mark
    closes and is no apostrophe. ``elided`` marks an opening single mark that may as well be the apostrophe of 'tis or
    '16; ``measure`` a straight double mark that may as well stand for inches or seconds.
    """

    start: int
    end: int
    family: Family
    opens: bool
    closes: bool
    leans_open: bool
    strength: int = SURE
    elided: bool = False
    measure: bool = False


@dataclass(frozen=True, slots=True)
class _Habit:
    """What the whole text shows: whether ’ may open, and which way guillemets point."""

    right_single_opens: bool
    shapes: dict[str, Shape]


# U+0091 to U+0094 are the curly marks of a Windows-1252 file that was read as Latin-1.
_GLYPHS: dict[Family, dict[Shape, str]] = {
    "double": {"straight": '"＂″‶', "left": "“‟\x93", "right": "”\x94", "opener": "„〝", "closer": "〞〟"},
    "single": {"straight": "'＇′`", "left": "‘‛\x91", "right": "’´\x92", "opener": "‚"},
    "guillemet": {"left": "«", "right": "»"},
    "angle": {"left": "‹", "right": "›"},
    "corner": {"opener": "「｢", "closer": "」｣"},
    "white corner": {"opener": "『", "closer": "』"},
}
_FAMILY: dict[str, Family] = {c: family for family, shapes in _GLYPHS.items() for cs in shapes.values() for c in cs}
_SHAPE: dict[str, Shape] = {c: shape for shapes in _GLYPHS.values() for shape, cs in shapes.items() for c in cs}
_DOUBLED: dict[str, Shape] = {"'": "straight", "`": "opener", "´": "straight", "’": "right", "‘": "left"}
"""Two of these in a row are one double mark: ``LaTeX'', and typewriter and wire style ''...''."""

_RUN = re.compile(
    r"<[A-Za-z][\w:-]{0,40}\s[^<>=]{0,200}=\s?[\"'“”‘’][^<>]{0,2000}>" + f"|[{re.escape(''.join(_FAMILY))}]+"
)
"""A markup tag with attributes, whose marks are none of the text's, or marks that touch each other."""
_LINE_BREAKS = frozenset("\n\r\v\f\u2028\u2029")
_FACES: dict[tuple[Shape, Lean], tuple[bool, bool]] = {
    ("straight", "open"): (True, False),
    ("straight", "close"): (False, True),
    ("straight", "either"): (True, True),
    ("left", "open"): (True, False),
    ("left", "close"): (True, True),
    ("left", "either"): (True, False),
    ("right", "open"): (True, True),
    ("right", "close"): (False, True),
    ("right", "either"): (False, True),
}
"""Shape and lean of a mark -> whether it can open, whether it can close; openers and closers are not in need of it."""

_SINGLE_FACES: dict[tuple[Shape, Lean], tuple[bool, bool]] = {
    ("straight", "open"): (True, False),
    ("straight", "close"): (False, True),
    ("straight", "either"): (True, True),
    ("left", "open"): (True, False),
    ("left", "close"): (False, True),
    ("left", "either"): (True, False),
    ("right", "open"): (True, True),
    ("right", "close"): (False, True),
    ("right", "either"): (False, True),
    ("opener", "open"): (True, False),
}
"""The same for single marks, which are apostrophes, commas or primes unless their surroundings say otherwise."""

_OPENS_AFTER = frozenset("([{<>—–―‒-/=¿¡*_~|#+")
_NEVER_CLOSES_AFTER = frozenset("([{")
_CLOSES_BEFORE = frozenset(".,;:!?…。、，！？)]}<>—–―‒-/*_~|&+")
_NEVER_OPENS_BEFORE = frozenset(",;:!?)]}>。、，！？")
_OUTWARD = re.compile(r"\S[»›](?![^\s.,;:!?)\]—–-])")
_INWARD = re.compile(r"\S[«‹](?![^\s.,;:!?)\]—–-])")
_LEFT_SINGLE = re.compile("[‘‛\x91]")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}$")
_MEASURE = re.compile(r"(?:^|[^\d])(?:\d{1,3}|\d*[¼½¾])$")


def scan(text: str) -> Iterator[Mark]:
    """All marks of the text in order. Apostrophes within a word, doubtless measures and decades ('80s) are left out."""
    habit = _habit(text)
    for run in _RUN.finditer(text):
        start, end = run.span()
        if text[start] == "<":
            continue
        lean = _lean(text, start, end)
        if end - start == 1 and lean == "either" and _within_word(text, start):
            continue
        for first, last in _glyphs(text, start, end, lean):
            mark = _mark(text, first, last, lean, habit)
            if mark is not None:
                yield mark


def is_doubled(characters: str) -> bool:
    """Whether the two characters are one double mark, such as '' or ``."""
    return len(characters) == 2 and characters[0] == characters[1] and characters[0] in _DOUBLED


def _lean(text: str, start: int, end: int) -> Lean:
    """Which way the surroundings of the marks at ``start`` to ``end`` make them face."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    spaced, ends = _is_space(before), _is_space(after)
    if spaced and ends:
        first, last = _is_edge(before), _is_edge(after)
        return "either" if first == last else "open" if first else "close"
    opens = (spaced or before in _OPENS_AFTER) and not ends and not _stops(text, end)
    closes = not spaced and before not in _NEVER_CLOSES_AFTER and (ends or after in _CLOSES_BEFORE)
    if opens == closes:
        return "either"
    return "open" if opens else "close"


def _is_space(character: str) -> bool:
    return not character or character.isspace() or character in INVISIBLE


def _is_edge(character: str) -> bool:
    """Whether a line begins or ends there."""
    return not character or character in _LINE_BREAKS


def _stops(text: str, index: int) -> bool:
    """Whether punctuation that cannot begin a quotation stands there; an ellipsis can, a full stop cannot."""
    following = text[index + 1 : index + 2]
    return text[index] in _NEVER_OPENS_BEFORE or (text[index] == "." and not following.isalnum() and following != ".")


def _within_word(text: str, index: int) -> bool:
    single = _FAMILY[text[index]] == "single"
    return single and text[index - 1 : index].isalnum() and text[index + 1 : index + 2].isalnum()


def _glyphs(text: str, start: int, end: int, lean: Lean) -> Iterator[tuple[int, int]]:
    """The marks of a run of touching marks: doubled single marks count as one, and the odd one stands innermost."""
    while start < end:
        stop = start + 1
        while stop < end and text[stop] == text[start]:
            stop += 1
        doubled = text[start] in _DOUBLED
        if doubled and lean == "close" and (stop - start) % 2:
            yield start, start + 1
            start += 1
        while start < stop:
            step = 2 if doubled and stop - start > 1 else 1
            yield start, start + step
            start += step


def _mark(text: str, start: int, end: int, lean: Lean, habit: _Habit) -> Mark | None:
    double = end - start == 2
    family: Family = "double" if double else _FAMILY[text[start]]
    shape = _DOUBLED[text[start]] if double else habit.shapes.get(text[start], _SHAPE[text[start]])
    if family == "single":
        return _single(text, start, end, shape, lean, habit)
    opens, closes = _FACES.get((shape, lean), (shape == "opener", shape == "closer"))
    measure = lean != "open" and _MEASURE.search(text[max(0, start - 4) : start]) is not None
    if measure and _FEET.search(text[max(0, start - 6) : start]):
        return None
    measure = measure and shape == "straight"
    return Mark(start, end, family, opens, closes, lean == "open", measure=measure)


def _single(text: str, start: int, end: int, shape: Shape, lean: Lean, habit: _Habit) -> Mark | None:
    if lean == "either" and not _unspaced(text, start, end):
        return None
    if lean == "open" and shape != "opener" and is_decade(text, end):
        return None
    opens, closes = _SINGLE_FACES.get((shape, lean), (False, False))
    elided = opens and shape != "opener" and is_elision(text, end)
    if shape == "right" and lean == "open":
        opens, closes = habit.right_single_opens, not elided
    if not opens and not closes:
        return None
    strength = closing_strength(text, start, end) if closes else SURE
    return Mark(start, end, "single", opens, closes, lean == "open", strength, elided)


def _unspaced(text: str, start: int, end: int) -> bool:
    """Whether punctuation stands before and a word right after: the space on one side of the mark was forgotten."""
    return text[start - 1 : start] in _NEVER_OPENS_BEFORE | {"."} and text[end : end + 1].isalnum()


def _habit(text: str) -> _Habit:
    outward, inward = len(_OUTWARD.findall(text)), len(_INWARD.findall(text))
    shapes: dict[str, Shape] = {}
    if inward > outward:
        shapes = {"»": "left", "›": "left", "«": "right", "‹": "right"}
    return _Habit(not _LEFT_SINGLE.search(text), shapes)
