from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.paragraphs import INVISIBLE, paragraphs

WRAPPED = """The council met on Monday evening to talk about the
old bridge, which has been shut since a lorry struck
it in the spring. Nobody expected a vote.
    The mayor, who came late, said the repairs would
cost more than the town earns in a year.
That is all.
Residents were not pleased with this answer and said
so loudly."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("One.", ["One."]),
        ("  One. \n\n\n  Two.  ", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\nTwo.\r\n\r\nThree.", ["One.", "Two.", "Three."]),
        ("One.\rTwo.\r\rThree.", ["One.", "Two.", "Three."]),
        ("One.\u2028Two.\u2029Three.", ["One.", "Two.", "Three."]),
        ("One.\fTwo.\vThree.", ["One.", "Two.", "Three."]),
        ("One.\n\u00a0\n\u00a0Two.\u00a0", ["One.", "Two."]),
        ("\ufeffOne.\n\u200b\nTwo.", ["One.", "Two."]),
        ("The wind rose\nand the\nrain fell.", ["The wind rose\nand the\nrain fell."]),
        ("The wind rose\r\nand fell.\r\n\r\nIt stopped.", ["The wind rose\r\nand fell.", "It stopped."]),
        ("The wind rose\u2029and fell.", ["The wind rose", "and fell."]),
        ("The wind rose\n\nand fell.", ["The wind rose", "and fell."]),
        ("The wind rose\x85and fell.", ["The wind rose\x85and fell."]),
        ("Storm hits town\nThe wind rose.\nThe rain fell.", ["Storm hits town", "The wind rose.", "The rain fell."]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [span.text(text) for span in paragraphs(text)] == expected


def test_hard_wrapped_text_begins_paragraphs_at_indents_and_after_early_ends() -> None:
    first_words = [span.text(WRAPPED).split()[0] for span in paragraphs(WRAPPED)]
    assert first_words == ["The", "The", "Residents"]


def test_accidental_break_after_a_long_line_does_not_separate() -> None:
    long_line = "The mayor " + "went on and on and " * 10 + "on"
    text = f"{long_line}\nuntil night fell." + "\nThe lights went out." * 8
    assert [span.text(text).split()[0] for span in paragraphs(text)] == ["The"] * 9


def test_long_lower_case_lines_are_paragraphs() -> None:
    text = "\n".join(["and so it went on and on, and nobody could say why" * 3] * 4)
    assert len(paragraphs(text)) == 4


@given(st.text() | st.text(st.sampled_from("ab A.\n\r\t\f\u00a0\u2028\u2029\ufeff\u200b"), max_size=60))
def test_laws_of_paragraphs(text: str) -> None:
    found = paragraphs(text)
    covered = {position for span in found for position in range(span.start, span.end)}
    visible = {position for position, c in enumerate(text) if not c.isspace() and c not in INVISIBLE}
    assert visible <= covered
    assert all(before.end <= after.start for before, after in pairwise(found))
    for span in found:
        assert {span.start, span.end - 1} <= visible
