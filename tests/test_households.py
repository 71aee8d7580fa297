"""Who is a pair: shared surnames, the former and the latter, pairs that a later noun takes up."""

from __future__ import annotations

import pytest
from test_speakers import THEY, name, said, speaker
from trees import document

MET = " met/VERB/0/root ."


def pair(one: str, other: str) -> str:
    """ "A and B met." """
    first, second = one.split()[0], other.split()[0]
    return f"{name(one, 'met')} and/CCONJ/{second}/cc {name(other, first, 'conj')}{MET}"


def addressed(honorific: str, surname: str) -> str:
    return said(f"{honorific}/PROPN/{surname}/nmod:desc {name(surname)}")


@pytest.mark.parametrize(("honorific", "expected"), [("Mr", "Peter"), ("Mrs", "Mary Hill")])
def test_a_first_name_shares_the_surname_behind_it(honorific: str, expected: str) -> None:
    parsed = document(pair("Peter", "Mary Hill"), addressed(honorific, "Hill"))
    assert speaker(parsed, f"{honorific} Hill").name == expected


def test_somebody_with_a_surname_of_her_own_shares_none() -> None:
    parsed = document(said(name("Mary Kerr")), pair("Mary", "Peter Hill"), addressed("Mrs", "Hill"), said(name("Mary")))
    assert speaker(parsed, "Mary", nth=2).name == "Mary Kerr"


def test_they_are_the_pair_that_acted() -> None:
    parsed = document(pair("Ann Hill", "Bo Lee"), said(THEY))
    assert speaker(parsed, "They").name == "Ann Hill and Bo Lee"


@pytest.mark.parametrize(("word", "expected"), [("former", "Ann Hill"), ("latter", "Bo Lee")])
def test_one_of_two(word: str, expected: str) -> None:
    parsed = document(pair("Ann Hill", "Bo Lee"), said(f"The/DET/{word}/det {word}/NOUN/said/nsubj"))
    assert speaker(parsed, f"The {word}").name == expected


def test_the_latter_of_nobody_stays_empty() -> None:
    parsed = document(said(name("Ann Hill")), said("The/DET/latter/det latter/NOUN/said/nsubj"))
    assert speaker(parsed, "The latter").name is None


@pytest.mark.parametrize(
    ("determiner", "noun", "expected"),
    [
        ("Both", "men/NOUN/said/nsubj/man", "Carl Hill and Peter Lee"),
        ("Both", "women/NOUN/said/nsubj/woman", "women"),
        ("The", "pair/NOUN/said/nsubj", "Carl Hill and Peter Lee"),
        ("The", "trio/NOUN/said/nsubj", "trio"),
    ],
)
def test_a_pair_is_taken_up_by_what_fits_it(determiner: str, noun: str, expected: str) -> None:
    parsed = document(pair("Carl Hill", "Peter Lee"), said(f"{determiner}/DET/{noun.partition('/')[0]}/det {noun}"))
    assert speaker(parsed, f"{determiner} {noun.partition('/')[0]}").name == expected


@pytest.mark.parametrize(("age", "expected"), [("34", "Bo Lee"), ("51", "51-year-old")])
def test_an_age_is_somebody_only_if_it_was_told(age: str, expected: str) -> None:
    def aged(person: str, years: str) -> str:
        return f"{name(person)} , {years}/NUM/{person.split()[0]}/appos , said/VERB/0/root so/ADV/said/advmod ."

    old = f"The/DET/old/det {age}/NUM/year/nummod _-/PUNCT/year/punct _year/NOUN/old/compound _-/PUNCT/old/punct"
    parsed = document(aged("Ann Hill", "26"), aged("Bo Lee", "34"), said(f"{old} _old/NOUN/said/nsubj"))
    assert speaker(parsed, f"The {age}-year-old").name == expected


@pytest.mark.parametrize(("owner", "expected"), [("my", "Carl Hill"), ("their", "father")])
def test_the_narrators_father_is_the_man_of_the_parents(owner: str, expected: str) -> None:
    couple = f"{name('Mary Hill', 'parents', 'appos')} and/CCONJ/Carl/cc {name('Carl Hill', 'Mary', 'conj')}"
    told = f"{owner.title()}/PRON/parents/nmod:poss parents/NOUN/left/nsubj/parent , {couple} , left/VERB/0/root ."
    parsed = document(told, said(f"{owner.title()}/PRON/father/nmod:poss father/NOUN/said/nsubj"))
    assert speaker(parsed, f"{owner.title()} father").name == expected
