from __future__ import annotations

import pytest
from trees import document

from quotes.records import Entity
from quotes.resolution.firm_names import with_firms

SAID = "said/VERB/0/root so/ADV/said/advmod ."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"[person Reed/PROPN/said/nsubj ] &/CCONJ/Hill/cc [person Hill/PROPN/Reed/conj ] {SAID}", (0, 3)),
        (f"[person Reed/PROPN/said/nsubj ] &/CCONJ/Sons/cc Sons/NOUN/Reed/conj {SAID}", (0, 3)),
        (
            "[person Reed/PROPN/said/nsubj ] &/CCONJ/Hill/cc [person Hill/PROPN/Reed/conj ] &/CCONJ/Co/cc "
            f"Co/PROPN/Reed/conj Ltd/PROPN/Co/flat {SAID}",
            (0, 6),
        ),
        (
            "[organization Bramley/PROPN/Foods/compound Foods/PROPN/said/nsubj ] &/CCONJ/Hill/cc "
            f"[person Hill/PROPN/Foods/conj ] {SAID}",
            (0, 4),
        ),
    ],
)
def test_an_ampersand_makes_one_name(sentence: str, expected: tuple[int, int]) -> None:
    assert with_firms(document(sentence)).entities == (Entity(*expected, "organization"),)


def test_a_genitive_that_owns_nothing_is_a_shop_wherever_it_stands() -> None:
    parsed = document(
        f"[person Hill/PROPN/said/nsubj ] _'s/PART/Hill/case {SAID}",
        "[person Hill/PROPN/shares/nmod:poss ] _'s/PART/Hill/case shares/NOUN/fell/nsubj fell/VERB/0/root .",
    )
    assert with_firms(parsed).entities == (Entity(0, 2, "organization"), Entity(5, 7, "organization"))


@pytest.mark.parametrize(
    "sentence",
    [
        "[person Hill/PROPN/lawyer/nmod:poss ] _'s/PART/Hill/case lawyer/NOUN/said/nsubj said/VERB/0/root .",
        "It/PRON/Hill/nsubj was/AUX/Hill/cop [person Hill/PROPN/0/root ] _'s/PART/Hill/case .",
        f"[person Ann/PROPN/said/nsubj Hill/PROPN/Ann/flat ] _'s/PART/Ann/case {SAID}",
        f"[person Reed/PROPN/said/nsubj ] and/CCONJ/Hill/cc [person Hill/PROPN/Reed/conj ] {SAID}",
        f"salt/NOUN/said/nsubj &/CCONJ/pepper/cc pepper/NOUN/salt/conj {SAID}",
        f"[other Law/PROPN/said/nsubj &/CCONJ/Order/cc Order/PROPN/Law/conj ] {SAID}",
        f"Q/PROPN/said/nsubj &/CCONJ/A/cc A/PROPN/Q/conj {SAID}",
        f"&/CCONJ/said/cc [person Hill/PROPN/said/nsubj ] {SAID}",
    ],
)
def test_what_is_no_firm_stays_as_it_is(sentence: str) -> None:
    parsed = document(sentence)
    assert with_firms(parsed) is parsed


def test_the_names_around_it_stay() -> None:
    parsed = document(
        "[person Ann/PROPN/joined/nsubj ] joined/VERB/0/root [person Reed/PROPN/joined/obj ] &/CCONJ/Hill/cc "
        "[person Hill/PROPN/Reed/conj ] in/ADP/Leeds/case [place Leeds/PROPN/joined/obl ] ."
    )
    assert with_firms(parsed).entities == (Entity(0, 1, "person"), Entity(2, 5, "organization"), Entity(6, 7, "place"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The charity/NOUN/Homes/nmod [organization Homes/PROPN/said/nsubj For/ADP/All/case ] All/PROPN/Homes/nmod "
            f"{SAID}",
            (2, 5),
        ),
        (f"A group/NOUN/said/nsubj , Clean/ADJ/Air/amod [organization Air/PROPN/group/appos ] , {SAID}", (3, 5)),
    ],
)
def test_a_name_behind_what_it_names_is_whole(sentence: str, expected: tuple[int, int]) -> None:
    assert Entity(*expected, "organization") in with_firms(document(sentence)).entities


@pytest.mark.parametrize(
    "sentence",
    [
        f"The group/NOUN/Leader/nmod Leader/NOUN/said/nsubj [organization Smith/PROPN/Leader/flat ] {SAID}",
        f"The firm/NOUN/Hill/nmod [organization Hill/PROPN/said/nsubj Foods/PROPN/Hill/flat ] {SAID}",
        f"The group/NOUN/said/nsubj , [person Ann/PROPN/group/appos ] Hill/PROPN/Ann/flat , {SAID}",
    ],
)
def test_people_offices_and_whole_names_stay_as_they_are(sentence: str) -> None:
    parsed = document(sentence)
    assert with_firms(parsed).entities == parsed.entities
