from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model.surface import QUOTED, SHAPES, SURFACE_SIZES, Surface, quoted_words, shape, surfaces


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("said", "lower"),
        ("Smith", "capitalised"),
        ("I", "capitalised"),
        ("U.S.", "upper"),
        ("NATO", "upper"),
        ("McCain", "mixed"),
        ("iPhone", "mixed"),
        ("O'Neill", "mixed"),
        ("7", "number"),
        ("1,000", "number"),
        ("—", "punctuation"),
        ('"', "punctuation"),
        ("élan", "lower"),
        ("Über", "capitalised"),
        ("字", "mixed"),
    ],
)
def test_the_shape_of_a_word(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name


def states(text: str, *paragraphs: int) -> str:
    words = text.split()
    found = quoted_words(words, [n in paragraphs for n in range(len(words))])
    return " ".join(QUOTED[state][0] for state in found)


def test_words_between_marks_are_inside() -> None:
    assert states('a " b c " d') == "o m i i m o"
    assert states("a “ b ” c « d » e") == "o m i m o m i m o"
    assert states("`` a '' b") == "m i m o"


def test_a_paragraph_closes_what_was_left_open() -> None:
    assert states("“ a b c “ d ”", 0, 3) == "m i i o m i m"
    assert states("“ a b c “ d ”") == "m i i i m i m"


def test_apostrophes_are_no_marks() -> None:
    assert states("the ' a ’ b") == "o o o o o"


@given(st.lists(st.tuples(st.text(max_size=5), st.booleans(), st.integers(0, 2))))
def test_surfaces_are_within_their_tables(words: list[tuple[str, bool, int]]) -> None:
    found = surfaces([w for w, _, _ in words], [s for _, s, _ in words], [q for _, _, q in words])
    assert all(0 <= value < size for surface in found for value, size in zip(surface, SURFACE_SIZES, strict=True))
    assert [(surface.spaced, surface.quoted) for surface in found] == [(int(s), q) for _, s, q in words]


def test_a_word_is_described_whole() -> None:
    assert surfaces(["Ann", "."], [True, False], [2, 0]) == [Surface(2, 1, 2), Surface(6, 0, 0)]
