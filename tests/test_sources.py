from __future__ import annotations

import pytest
from trees import document

from quotes.sources import behind_setting, is_hearer, source_of, teller
from quotes.tree import Tree

CASES = [
    ("a subject", "said", "the minister",
     "the/DET/minister/det minister/NOUN/said/nsubj said/VERB/0/root/say no/INTJ/said/obj ."),
    ("a subject behind its verb", "said", "Ann Hill",
     "no/INTJ/said/obj , said/VERB/0/root/say Ann/PROPN/said/nsubj Hill/PROPN/Ann/flat ."),
    ("a subject with an appositive", "said", "Ann Hill, a teacher",
     "Ann/PROPN/said/nsubj Hill/PROPN/Ann/flat ,/PUNCT/Ann/punct a/DET/teacher/det teacher/NOUN/Ann/appos "
     ",/PUNCT/Ann/punct said/VERB/0/root/say no/INTJ/said/obj ."),
    ("a subject with a long relative clause", "said", "Ann",
     "Ann/PROPN/said/nsubj ,/PUNCT/Ann/punct who/PRON/runs/nsubj runs/VERB/Ann/acl:relcl it/PRON/runs/obj "
     ",/PUNCT/Ann/punct said/VERB/0/root/say no/INTJ/said/obj ."),
    ("a subject of the verb before", "added", "Ann",
     "Ann/PROPN/left/nsubj left/VERB/0/root/leave and/CCONJ/added/cc added/VERB/left/conj/add more/ADJ/added/obj ."),
    ("a participle's", "saying", "Ann",
     "Ann/PROPN/left/nsubj left/VERB/0/root/leave , saying/VERB/left/advcl/say no/INTJ/saying/obj ."),
    ("a noun that a participle hangs on", "saying", "a statement",
     "He/PRON/read/nsubj read/VERB/0/root a/DET/statement/det statement/NOUN/read/obj saying/VERB/statement/acl/say "
     "no/INTJ/saying/obj ."),
    ("an infinitive's", "say", "Ann",
     "Ann/PROPN/wants/nsubj wants/VERB/0/root/want to/PART/say/mark say/VERB/wants/xcomp no/INTJ/say/obj ."),
    ("the agent of a passive", "claimed", "the minister",
     "It/PRON/claimed/nsubj:pass was/AUX/claimed/aux:pass claimed/VERB/0/root/claim by/ADP/minister/case "
     "the/DET/minister/det minister/NOUN/claimed/obl:agent ."),
    ("a passive without an agent", "claimed", None,
     "It/PRON/claimed/nsubj:pass was/AUX/claimed/aux:pass claimed/VERB/0/root/claim ."),
    ("a possessor", "claim", "her",
     "her/PRON/claim/nmod:poss claim/NOUN/0/root that/SCONJ/won/mark he/PRON/won/nsubj won/VERB/claim/acl ."),
    ("a possessor of several words", "claim", "Ann Hill's",
     "Ann/PROPN/claim/nmod:poss Hill/PROPN/Ann/flat 's/PART/Ann/case claim/NOUN/0/root fell/VERB/claim/acl ."),
    ("whose claim it is", "claim", "the minister",
     "the/DET/claim/det claim/NOUN/0/root of/ADP/minister/case the/DET/minister/det minister/NOUN/claim/nmod ."),
    ("who makes the claim", "claim", "Ann",
     "Ann/PROPN/made/nsubj made/VERB/0/root/make the/DET/claim/det claim/NOUN/made/obj ."),
    ("according to whom", "according to", "the report",
     "no/INTJ/0/root , according/VERB/report/case/accord to/ADP/according/fixed the/DET/report/det "
     "report/NOUN/no/obl ."),
    ("according to whom, as a verb", "according to", "the report",
     "no/INTJ/0/root , according/VERB/no/advcl/accord to/ADP/report/case the/DET/report/det "
     "report/NOUN/according/obl ."),
    ("nobody", "said", None, "It/PRON/rained/expl rained/VERB/0/root ; said/VERB/rained/discourse/say ."),
]  # fmt: skip


@pytest.mark.parametrize(("cue", "source", "sentence"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_tree_names_the_source(cue: str, source: str | None, sentence: str) -> None:
    parsed = document(sentence)
    tree = Tree(parsed)
    forms = [token.text for token in parsed.tokens]
    first = forms.index(cue.split()[0])
    found = source_of(tree, first, first + len(cue.split()))
    assert (tree.text(*found) if found else None) == source


def test_a_sentence_of_one_word_has_no_source() -> None:
    assert source_of(Tree(document("Said/VERB/0/root/say")), 0, 1) is None


@pytest.mark.parametrize(
    ("sentence", "cue", "hears"),
    [
        ("The/DET/court/det court/NOUN/told/nsubj was/AUX/told/aux:pass told/VERB/0/root it/PRON/told/obj .", 3, True),
        ("Jurors/NOUN/warned/nsubj were/AUX/warned/aux:pass warned/VERB/0/root so/ADV/warned/advmod .", 2, True),
        ("Ann/PROPN/seen/nsubj was/AUX/seen/aux:pass seen/VERB/0/root so/ADV/seen/advmod .", 2, False),
        ("Carer/NOUN/told/nsubj told/VERB/0/root : You/PRON/lied/nsubj lied/VERB/told/ccomp", 1, True),
        ("Ann/PROPN/told/nsubj told/VERB/0/root Bob/PROPN/told/obj : no/INTJ/told/ccomp", 1, False),
        ("Ann/PROPN/said/nsubj said/VERB/0/root : no/INTJ/said/ccomp", 1, False),
        ("court/NOUN/told/nsubj told/VERB/0/root", 1, True),
        ("Jurors/NOUN/heard/nsubj/juror heard/VERB/0/root/hear it/PRON/heard/obj .", 1, True),
        ("Ann/PROPN/heard/nsubj heard/VERB/0/root/hear it/PRON/heard/obj .", 1, False),
        ("Minister/NOUN/accused/nsubj accused/VERB/0/root of/SCONJ/lying/mark lying/VERB/accused/advcl", 1, True),
        (
            "Minister/NOUN/accused/nsubj accused/VERB/0/root her/PRON/accused/obj of/SCONJ/lying/mark "
            "lying/VERB/accused/advcl",
            1,
            False,
        ),
        ("Drivers/NOUN/urged/nsubj urged/VERB/0/root to/PART/wait/mark wait/VERB/urged/xcomp", 1, True),
    ],
)
def test_who_is_told_does_not_speak(sentence: str, cue: int, hears: bool) -> None:
    tree = Tree(document(sentence))
    assert is_hearer(tree, (cue, cue + 1), (0, 1)) is hears


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("Outside/ADJ/court/amod court/NOUN/0/root ,/PUNCT/court/punct a/DET/clerk/det clerk/NOUN/court/appos", 3),
        ("In/ADP/May/case May/PROPN/clerk/nmod ,/PUNCT/May/punct the/DET/clerk/det clerk/NOUN/0/root", 3),
        ("the/DET/clerk/det clerk/NOUN/0/root ,/PUNCT/clerk/punct a/DET/man/det man/NOUN/clerk/appos", 0),
        (
            "Outside/ADP/Hill/case [person Ann/PROPN/Hill/flat Hill/PROPN/0/root ] ,/PUNCT/Hill/punct "
            "so/ADV/Hill/advmod",
            0,
        ),
    ],
)
def test_a_source_begins_behind_its_setting(sentence: str, begins: int) -> None:
    tree = Tree(document(sentence))
    assert behind_setting(tree, 0, len(tree.tokens)) == begins


@pytest.mark.parametrize(
    ("sentence", "heard", "tells"),
    [
        (
            "The/DET/judge/det judge/NOUN/told/nsubj told/VERB/0/root Hill/PROPN/told/iobj : no/INTJ/told/ccomp",
            3,
            "The judge",
        ),
        ("The/DET/judge/det judge/NOUN/saw/nsubj saw/VERB/0/root Hill/PROPN/saw/obj : no/INTJ/saw/ccomp", 3, None),
        ("Hill/PROPN/told/nsubj told/VERB/0/root Bo/PROPN/told/iobj : no/INTJ/told/ccomp", 0, None),
        ("told/VERB/0/root Hill/PROPN/told/iobj : no/INTJ/told/ccomp", 1, None),
    ],
)
def test_who_tells_the_one_who_hears(sentence: str, heard: int, tells: str | None) -> None:
    tree = Tree(document(sentence))
    found = teller(tree, (heard, heard + 1))
    assert (tree.text(*found) if found else None) == tells
