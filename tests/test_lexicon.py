from __future__ import annotations

import pytest

from quotes.lexicon import lexicon


def test_every_list_is_read_and_lower_case() -> None:
    words = lexicon()
    for words_of in (words.honorifics, words.ranks, words.roles, words.families, words.people, words.first_names):
        assert words_of
        assert all(word == word.lower() and not word.endswith(".") for word in words_of)
    for listed in (words.groups, words.organizations, words.documents, words.body_words, words.particles):
        assert listed
        assert all(word == word.lower() for word in listed)


@pytest.mark.parametrize("noun", ["senator", "spokeswoman", "zoologist", "alderwoman", "Nurse"])
def test_roles(noun: str) -> None:
    assert lexicon().is_role(noun)


@pytest.mark.parametrize("noun", ["human", "woman", "table", "report", "wife"])
def test_what_is_no_role(noun: str) -> None:
    assert not lexicon().is_role(noun)


@pytest.mark.parametrize(
    ("noun", "gender"),
    [("Mrs.", "female"), ("sir", "male"), ("wife", "female"), ("chairwoman", "female"), ("doctor", None)],
)
def test_gender_of_a_noun(noun: str, gender: str | None) -> None:
    assert lexicon().gender(noun) == gender


def test_nicknames_stand_for_each_other() -> None:
    assert "william" in lexicon().nicknames["bill"]
    assert "bill" in lexicon().nicknames["william"]


def test_no_first_name_is_both() -> None:
    assert "alex" not in lexicon().first_names
    assert lexicon().first_names["ann"] == "female"


def test_abbreviations_of_ranks() -> None:
    assert lexicon().rank_nouns["sen"] == "senator"
