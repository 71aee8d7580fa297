from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model.lemmas import KEEP, apply_script, script

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)


@pytest.mark.parametrize(
    ("form", "lemma", "edit"),
    [
        ("said", "say", "keep|2|y"),
        ("Said", "say", "lower|2|y"),
        ("house", "house", KEEP),
        ("Houses", "house", "lower|1|"),
        ("Smith", "Smith", KEEP),
        ("was", "be", "=be"),
        ("n't", "not", "keep|2|ot"),
    ],
)
def test_the_edit_of_a_word(form: str, lemma: str, edit: str) -> None:
    assert script(form, lemma) == edit


@given(WORDS, WORDS.filter(bool))
def test_an_edit_makes_the_lemma_of_its_own_form(form: str, lemma: str) -> None:
    assert apply_script(form, script(form, lemma)) == lemma


@given(WORDS, WORDS, WORDS.filter(bool))
def test_an_edit_of_another_word_never_empties_a_form(form: str, other: str, lemma: str) -> None:
    assert bool(apply_script(form, script(other, lemma))) or not form


def test_an_edit_carries_over_to_like_words() -> None:
    assert apply_script("Painted", script("Said", "sai")) == "painte"
    assert apply_script("a", "keep|3|") == "a"
    assert apply_script("are", "=be") == "be"
