from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.resolution.names import acronyms, includes, key, parse_body, parse_name, same_person, slips


@pytest.mark.parametrize(
    ("text", "shown", "keys"),
    [
        ("Sen. Ruth Okafor", "Ruth Okafor", ("ruth", "okafor")),
        ("Mr. Okafor", "Okafor", ("okafor",)),
        ("Okafor’s", "Okafor", ("okafor",)),
        ("Dr Jan van der Berg", "Jan van der Berg", ("jan", "van", "der", "berg")),
        ("Élodie Núñez", "Élodie Núñez", ("elodie", "nunez")),
        ("Lee Sung-min", "Lee Sung-min", ("lee", "sung-min")),
        ("N.R.A.", "N.R.A.", ("nra",)),
        ("Ruth\n  Okafor", "Ruth Okafor", ("ruth", "okafor")),
        ("Carl Dunne III", "Carl Dunne III", ("carl", "dunne")),
        ("Carl Dunne, MD", "Carl Dunne", ("carl", "dunne")),
        ("Carl Dunne KC", "Carl Dunne", ("carl", "dunne")),
        ("Lt. Col. Carl Dunne", "Carl Dunne", ("carl", "dunne")),
        ("Ruth Okafor née Hill", "Ruth Okafor", ("ruth", "okafor")),
        ("St. Clair", "St. Clair", ("st", "clair")),
        ("President", "President", ("president",)),
    ],
)
def test_parts_of_a_name(text: str, shown: str, keys: tuple[str, ...]) -> None:
    name = parse_name(text)
    assert name is not None
    assert (name.text.rstrip("."), name.keys) == (shown.rstrip("."), keys)


def test_a_body_keeps_a_rank_that_begins_its_name() -> None:
    name = parse_body("Justice Department")
    assert name is not None
    assert (name.text, name.keys, name.address) == ("Justice Department", ("justice", "department"), "")


def test_a_nickname_in_marks_is_no_key() -> None:
    name = parse_name("Ruth “Red” Okafor")
    assert name is not None
    assert name.keys == ("ruth", "okafor")


def test_only_a_form_of_address() -> None:
    assert parse_name("Mrs.") is None


def test_generation_tells_people_apart() -> None:
    father, son = parse_name("Carl Dunne Sr."), parse_name("Carl Dunne Jr.")
    assert father is not None
    assert son is not None
    assert (father.suffix, son.suffix) == ("sr", "jr")


@pytest.mark.parametrize(
    ("full", "short", "fits"),
    [
        ("john f kerry", "kerry", True),
        ("john f kerry", "john kerry", True),
        ("john f kerry", "j kerry", True),
        ("charles grassley", "chuck grassley", True),
        ("john kerry", "mary kerry", False),
        ("john kerry", "john", True),
        ("john kerry", "kerry john", False),
    ],
)
def test_a_fuller_name_includes_a_shorter(full: str, short: str, fits: bool) -> None:
    assert includes(full.split(), short.split()) is fits


def test_same_person_needs_the_surname() -> None:
    assert same_person(("ann", "m", "hill"), ("ann", "hill"))
    assert not same_person(("ann", "hill"), ("ann", "dale"))
    assert not same_person(("ann", "hill"), ("bob", "hill"))


def test_acronyms_with_and_without_small_words() -> None:
    assert acronyms(["League", "of", "Small", "Boats"]) == {"lsb", "losb"}


def test_one_slip_shares_a_form() -> None:
    assert set(slips("kashlinsky")) & set(slips("kashlinksy"))
    assert not set(slips("kashlinsky")) & set(slips("kovalenko"))


@given(st.text())
def test_any_text_is_parsed_and_nothing_is_invented(text: str) -> None:
    name = parse_name(text)
    assert name is None or name.text in " ".join(text.split())


# of European letters these three have no capital of their own
@given(st.text(st.characters(max_codepoint=0x24F, exclude_characters="ıſŉ")))
def test_a_key_ignores_case(text: str) -> None:
    assert key(text.lower()) == key(text.upper())
