"""The body that a person's titles name."""

from __future__ import annotations

import pytest
from test_speakers import name, said, speaker
from trees import document

TAIL = " , said/VERB/0/root it/PRON/rained/nsubj rained/VERB/said/ccomp ."

CASES = [
    ("an organization behind a preposition", name("Ann Hill") + " , a/DET/expert/det "
     "[place Chad/PROPN/expert/compound ] expert/NOUN/Ann/appos at/ADP/Council/case "
     "the/DET/Council/det [organization Lake/PROPN/Council/compound "
     "Council/PROPN/expert/nmod ]" + TAIL, "Lake Council"),
    ("an organization before the office", "[organization Coast/PROPN/Guard/compound Guard/PROPN/spokesman/compound ] "
     "spokesman/NOUN/Ann/nmod:desc " + said(name("Ann Hill")), "Coast Guard"),
    ("an office inside the tagged name", "[organization State/PROPN/Department/compound "
     "Department/PROPN/Spokesman/compound Spokesman/PROPN/Ann/nmod:desc ] " + said(name("Ann Hill")),
     "State Department"),
    ("an office of several words", "[organization Senate/PROPN/Leader/compound Minority/ADJ/Leader/amod "
     "Leader/PROPN/Ann/nmod:desc ] " + said(name("Ann Hill")), "Senate"),
    ("an office and no body", "[organization Chief/PROPN/Justice/compound Justice/PROPN/Ann/nmod:desc ] "
     + said(name("Ann Hill")), None),
    ("an owner's party", "Republican/ADJ/nominee/amod nominee/NOUN/doctor/nmod:poss 's/PART/nominee/case "
     "doctor/NOUN/Ann/nmod:desc " + said(name("Ann Hill")), None),
    ("beside the name", name("Ann Hill") + " of/ADP/College/case [organization Marsh/PROPN/College/compound "
     "College/PROPN/Ann/nmod ]" + TAIL, "Marsh College"),
    ("a number in the name", name("Ann Hill") + " , spokeswoman/NOUN/Ann/appos for/ADP/Coalition/case "
     "the/DET/Coalition/det [organization EB/PROPN/Coalition/compound ] _-/PUNCT/EB/punct _5/NUM/EB/nummod "
     "Coalition/PROPN/spokeswoman/nmod" + TAIL, "EB-5 Coalition"),
    ("a party", "Republican/ADJ/nominee/amod nominee/NOUN/Ann/nmod:desc " + said(name("Ann Hill")), "Republican"),
    ("a party's tag", name("Ann Hill") + " ( R/PROPN/Ann/appos _-/PUNCT/R/punct _Ohio/PROPN/R/dep )" + TAIL, "R-Ohio"),
    ("a country", name("Ann Hill") + " , president/NOUN/Ann/appos of/ADP/Chad/case [place Chad/PROPN/president/nmod ]"
     + TAIL, "Chad"),
    ("an adjective that is no party", "conservative/ADJ/host/amod host/NOUN/Ann/nmod:desc " + said(name("Ann Hill")),
     None),
    ("a place where somebody lives", name("Ann Hill") + " , a/DET/nurse/det nurse/NOUN/Ann/appos in/ADP/Leeds/case "
     "[place Leeds/PROPN/nurse/nmod ]" + TAIL, None),
    ("nothing", said(name("Ann Hill")), None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_body_that_a_title_names(sentence: str, expected: str | None) -> None:
    parsed = document(sentence)
    source = parsed.text[: parsed.text.index("Hill") + 4]
    found = speaker(parsed, source)
    assert (found.name, found.affiliation) == ("Ann Hill", expected)


def test_any_mention_may_name_it() -> None:
    parsed = document(said(name("Hill")), CASES[0][1])
    assert speaker(parsed, "Hill").affiliation == "Lake Council"
