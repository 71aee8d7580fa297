from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.paragraphs import paragraphs
from quotes.turns import turns


def spoken(text: str) -> list[tuple[str, list[str]]]:
    return [
        (turn.label.text(text), [span.text(text) for span in turn.content]) for turn in turns(text, paragraphs(text))
    ]


def test_labels_in_capitals() -> None:
    text = "WALLACE: Did you lose?\n\nMARY O'HILL: We lost.\n\nWe know it.\n\nWALLACE: Thanks."
    assert spoken(text) == [
        ("WALLACE", ["Did you lose?"]),
        ("MARY O'HILL", ["We lost.", "We know it."]),
        ("WALLACE", ["Thanks."]),
    ]


def test_the_colon_is_where_it_stands() -> None:
    text = "ANN (laughing): Yes.\n\nBO: No."
    found = turns(text, paragraphs(text))
    assert [turn.colon.text(text) for turn in found] == [":", ":"]
    assert found[0].label.text(text) == "ANN"
    assert found[0].content[0].text(text) == "Yes."


def test_labels_like_names_count_where_one_comes_again() -> None:
    interview = "Ann Hill: Did you?\n\nBo Lee: We did.\n\nAnn Hill: Thanks."
    assert [label for label, _ in spoken(interview)] == ["Ann Hill", "Bo Lee", "Ann Hill"]
    assert spoken("Monday: Rain.\n\nTuesday: Sun.\n\nFriday: Snow.") == []
    assert spoken("Ann Hill: Did you?\n\nBo Lee: We did.") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "UPDATE: It rained.\n\nThe sun came.",
        "At 10:30 it rained.\n\nAt 11:30 it stopped.",
        "No labels here.\n\nNone.",
        "EXCLUSIVE: It rained.\n\nWATCH: The sun came.",
        "SINGLE: 'I won!'\n\n" + "It rained.\n\n" * 12 + "TRAGIC: Ann in May.",
        "Read more: It rained.\n\nCorrection: It did not.\n\nRead more: The sun.",
        "Claim: It rained.\n\nVerdict: True.\n\nClaim: It snowed.\n\nVerdict: False.",
    ],
)
def test_what_is_no_transcript(text: str) -> None:
    assert spoken(text) == []


def test_remarks_in_brackets_are_nobodys() -> None:
    text = "ANN: Yes.\n\n(LAUGHTER)\n\nStill yes.\n\n[applause]\n\nBO: No."
    assert spoken(text) == [("ANN", ["Yes.", "Still yes."]), ("BO", ["No."])]


def test_what_follows_the_last_label_is_the_reporters() -> None:
    assert spoken("ANN: Yes.\n\nBO: No.\n\nThey left.")[-1] == ("BO", ["No."])


PARTS = ["ANN: ", "BO: ", "Ann: ", "Bo Lee: ", "word ", "(x) ", ":", "\n\n", "\n", '"', ". ", "A"]


@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_turns_are_in_order_and_hold_whole_paragraphs(parts: list[str]) -> None:
    text = "".join(parts)
    breaks = paragraphs(text)
    everything = []
    for turn in turns(text, breaks):
        assert turn.label.end <= turn.colon.start < turn.colon.end <= turn.content[0].start
        assert turn.colon.text(text) == ":"
        assert turn.content[0].text(text).strip()
        everything += [turn.label, turn.colon, *turn.content]
    assert all(a.end <= b.start for a, b in pairwise(everything))
    assert all(any(paragraph.contains(span) for paragraph in breaks) for span in everything)
