"""What stands around a quotation for which the model has no cue: a dash and a name, a verb, an end that is missing."""

from __future__ import annotations

import pytest
from spoken import parsed, read, rows, said

LOST = "we lost the vote"
SIGNED = "Ann/PROPN/0/root Hill/PROPN/Ann/flat , mayor/NOUN/Ann/appos of Leeds/PROPN/mayor/nmod"


@pytest.mark.parametrize("dash", ["—", "–", "--", "-"])
def test_a_dash_and_a_name_sign_a_quotation(dash: str) -> None:
    document = parsed("“ we lost the vote . ”", f"{dash} {SIGNED}")
    (row,) = rows(read(document, said(None, None, LOST)))
    assert row == ("“we lost the vote.”", dash, "Ann Hill, mayor of Leeds", "direct", "dash")


def test_a_signature_may_stand_on_the_next_line() -> None:
    document = parsed("“ we lost the vote . ”", f"¶ — {SIGNED}")
    (row,) = rows(read(document, said(None, None, LOST)))
    assert row[2:] == ("Ann Hill, mayor of Leeds", "direct", "dash")


def test_a_clause_behind_a_dash_is_no_signature() -> None:
    document = parsed("“ we lost the vote . ”", "— Nobody/PRON/clapped/nsubj clapped/VERB/0/root .")
    (row,) = rows(read(document, said(None, None, LOST)))
    assert row[1:] == (None, None, "direct", "floating")


def test_a_long_sentence_behind_a_dash_is_no_signature() -> None:
    document = parsed("“ we lost the vote . ”", f"— {SIGNED} " + "and so on " * 10)
    (row,) = rows(read(document, said(None, None, LOST)))
    assert row[4] == "floating"


def test_a_verb_that_governs_a_quotation_is_its_cue() -> None:
    document = parsed(
        "“ we/PRON/lost/nsubj lost/VERB/posted/ccomp , ” @drmagma/PROPN/posted/nsubj posted/VERB/0/root on X ."
    )
    (row,) = rows(read(document, said(None, None, "we lost")))
    assert row == ("“we lost,”", "posted", "@drmagma", "direct", "quote")


def test_a_verb_without_a_subject_is_no_cue() -> None:
    document = parsed("“ we/PRON/lost/nsubj lost/VERB/wait/ccomp , ” wait/VERB/0/root and see .")
    (row,) = rows(read(document, said(None, None, "we lost")))
    assert row[4] == "floating"


def test_an_unclosed_quotation_ends_where_the_model_is_no_longer_sure() -> None:
    document = parsed("“ we lost the whole vote , Ann said/VERB/0/root before noon .")
    marked = read(document, said("said", "Ann", "we lost the whole vote"), likely={"before noon": 0.3})
    (row,) = rows(marked)
    assert row == ("“we lost the whole vote", "said", "Ann", "direct", "quote")


def test_a_far_cue_does_not_take_the_cue_from_the_quotation_beside_it() -> None:
    said_twice = read(
        parsed("“ we lost the vote . ”", "¶ “ we tried it , ” Ann said/VERB/0/root ."),
        said("said", "Ann", "we lost the vote", "we tried it"),
    )
    assert [row[1] for row in rows(said_twice)] == [None, "said"]
