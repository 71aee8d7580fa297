from __future__ import annotations

import pytest

from quotes.lexicon import Gender
from quotes.training.first_names import gender_of, lines


@pytest.mark.parametrize(
    ("name", "counts", "gender"),
    [
        ("ann", (30, 90_000, 0.99), "female"),
        ("carl", (30, 90_000, 0.01), "male"),
        ("robin", (30, 90_000, 0.26), None),
        ("hillary", (24, 30_000, 0.92), None),
        ("rare", (12, 20, 0.0), None),
        ("local", (2, 90_000, 0.0), None),
        ("nobody", (9, 0, 0.5), None),
        ("x7", (30, 90_000, 0.99), None),
    ],
)
def test_only_a_clear_majority_of_enough_bearers_tells(
    name: str, counts: tuple[int, int, float], gender: Gender | None
) -> None:
    assert gender_of(name, counts) == gender


def test_the_list_names_each_gender_once_a_line() -> None:
    assert list(lines({"ann": (30, 900, 1.0), "amy": (30, 900, 1.0), "carl": (30, 900, 0.0)})) == [
        "male: carl",
        "female: amy ann",
    ]


def test_the_second_list_has_the_names_that_only_lean() -> None:
    counts = {"ann": (30, 90_000, 0.99), "chris": (31, 90_000, 0.12), "robin": (30, 90_000, 0.26)}
    assert list(lines(counts, leaning=True)) == ["male: chris"]
