"""Datelines, and who speaks in headlines and leads; whole articles are in the phrase book."""

from __future__ import annotations

import pytest
from trees import attribution, document

from quotes.datelines import datelines
from quotes.speakers import speakers
from quotes.tree import Tree

REST = " The/DET/envoy/det envoy/NOUN/left/nsubj left/VERB/0/root ."

DATELINES = [
    ("capitals", "GENEVA/PROPN/left/nsubj —/PUNCT/GENEVA/punct", 2),
    ("an agency", "GENEVA/PROPN/left/nsubj (/PUNCT/AP/punct AP/PROPN/GENEVA/appos )/PUNCT/AP/punct "
     "–/PUNCT/GENEVA/punct", 5),
    ("a day", "March/PROPN/left/obl 4/NUM/March/nummod (/PUNCT/AP/punct AP/PROPN/March/dep )/PUNCT/AP/punct "
     "-/PUNCT/March/punct", 6),
    ("a tagged place", "[place Leeds/PROPN/left/nsubj ] –/PUNCT/Leeds/punct", 2),
    ("a colon", "[place PUNE/PROPN/left/nsubj ] :/PUNCT/PUNE/punct", 2),
    ("a speaker's label", "PENCE/PROPN/left/nsubj :/PUNCT/PENCE/punct", 0),
    ("a shouted name", "[person ANN/PROPN/left/nsubj ] —/PUNCT/ANN/punct", 0),
    ("an aside", "Rain/NOUN/left/nsubj —/PUNCT/Rain/punct", 0),
]  # fmt: skip


@pytest.mark.parametrize(("front", "words"), [c[1:] for c in DATELINES], ids=[c[0] for c in DATELINES])
def test_datelines(front: str, words: int) -> None:
    assert datelines(Tree(document(front + REST))) == set(range(words))


def test_a_dash_within_a_sentence_ends_no_dateline() -> None:
    parsed = document("NATO/PROPN/left/nsubj —/PUNCT/NATO/punct it/PRON/seems/nsubj seems/VERB/left/parataxis "
                      "—/PUNCT/seems/punct left/VERB/0/root .")  # fmt: skip
    assert datelines(Tree(parsed)) == set()


HEADLINE = "Boss/NOUN/insists/nsubj insists/VERB/0/root bridge/NOUN/safe/nsubj is/AUX/safe/cop safe/ADJ/insists/ccomp"
LEAD = ("The/DET/chief/det chief/NOUN/said/nsubj said/VERB/0/root it/PRON/open/nsubj would/AUX/open/aux "
        "open/VERB/said/ccomp .")  # fmt: skip
NAMED = "[person Martha/PROPN/blamed/nsubj Quill/PROPN/Martha/flat ] {} blamed/VERB/0/root rust/NOUN/blamed/obj ."


def named(title: str) -> list[str | None]:
    """Who speaks in the headline, the lead and the paragraph after it, where somebody is named with a title."""
    parsed = document(HEADLINE, "¶ " + LEAD, "¶ " + NAMED.format(title))
    found = [
        attribution(parsed, "Boss", "bridge is safe", "insists"),
        attribution(parsed, "The chief", "it would open", "said"),
        attribution(parsed, "Martha Quill", "rust", "blamed"),
    ]
    return [speaker.name for speaker in speakers(parsed, found)]


def test_the_next_to_be_named_is_the_one_described() -> None:
    assert named("") == ["Martha Quill", "Martha Quill", "Martha Quill"]


def test_another_role_is_another_person() -> None:
    told = ",/PUNCT/Martha/punct a/DET/plumber/det plumber/NOUN/Martha/appos ,/PUNCT/Martha/punct"
    assert named(told) == ["Boss", "Boss", "Martha Quill"]


def test_whoever_says_the_same_below_speaks_in_the_headline() -> None:
    parsed = document(
        "Diver/NOUN/says/nsubj says/VERB/0/root wreck/NOUN/safe/nsubj is/AUX/safe/cop safe/ADJ/says/ccomp",
        "¶ It/PRON/sank/nsubj sank/VERB/0/root in/ADP/May/case May/PROPN/sank/obl .",
        "¶ [person Ann/PROPN/said/nsubj Hill/PROPN/Ann/flat ] ,/PUNCT/Ann/punct a/DET/diver/det diver/NOUN/Ann/appos "
        ",/PUNCT/Ann/punct said/VERB/0/root the/DET/wreck/det wreck/NOUN/safe/nsubj was/AUX/safe/cop "
        "safe/ADJ/said/ccomp .",
    )
    found = [
        attribution(parsed, "Diver", "wreck is safe", "says"),
        attribution(parsed, "Ann Hill, a diver,", "the wreck was safe", "said"),
    ]
    assert [speaker.name for speaker in speakers(parsed, found)] == ["Ann Hill", "Ann Hill"]
