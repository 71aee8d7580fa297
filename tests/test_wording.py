from __future__ import annotations

import pytest

from quotes.wording import counted, kind_of


@pytest.mark.parametrize(("number", "told"), [(0, "0 cells"), (1, "1 cell"), (2, "2 cells")])
def test_a_noun_agrees_with_its_number(number: int, told: str) -> None:
    assert counted(number, "cell") == told


@pytest.mark.parametrize(("value", "told"), [(1, "an int"), ("x", "a str"), ([], "a list"), (object(), "an object")])
def test_a_type_has_its_article(value: object, told: str) -> None:
    assert kind_of(value) == told
