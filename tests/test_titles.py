from __future__ import annotations

import pytest
from trees import document

from quotes.records import Document
from quotes.resolution.mentions import mentions
from quotes.resolution.title import Title, best
from quotes.resolution.titles import titles
from quotes.tree import Tree


def titles_of(parsed: Document, name: str) -> list[str]:
    tree = Tree(parsed)
    return [title.text for mention in mentions(tree) if mention.name.text == name for title in titles(tree, mention)]


def title_of(parsed: Document, name: str) -> str | None:
    tree = Tree(parsed)
    found = best(title for mention in mentions(tree) if mention.name.text == name for title in titles(tree, mention))
    return found.text if found else None


ANN = "[person Ann/PROPN/{head}/{relation} Hill/PROPN/Ann/flat ]"
SUBJECT = ANN.format(head="said", relation="nsubj")


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("President/PROPN/Ann/nmod:desc", "President"),
        (
            "Japanese/ADJ/Minister/amod Prime/PROPN/Minister/compound Minister/PROPN/Ann/nmod:desc",
            "Japanese Prime Minister",
        ),
        ("the/DET/Ann/det former/ADJ/nurse/amod nurse/NOUN/Ann/nmod:desc", "former nurse"),
        ("his/PRON/lawyer/nmod:poss lawyer/NOUN/Ann/nmod:desc", "lawyer"),
        ("Dr/PROPN/Ann/nmod:desc", "Dr"),
        ("Ms./PROPN/Ann/nmod:desc", None),
        ("the/DET/Ann/det young/ADJ/Ann/amod", None),
        ("[organization Coast/PROPN/Radio/compound Radio/PROPN/Ann/nmod:poss ] 's/PART/Radio/case", "Coast Radio"),
    ],
)
def test_before_the_name(before: str, title: str | None) -> None:
    assert title_of(document(f"{before} {SUBJECT} said/VERB/0/root so/ADV/said/advmod ."), "Ann Hill") == title


def test_apposition_with_a_place_and_age_between() -> None:
    parsed = document(
        f"{SUBJECT} , 45/NUM/Ann/appos , of/ADP/Leeds/case [place Leeds/PROPN/Ann/nmod ] , a/DET/nurse/det "
        "nurse/NOUN/Ann/appos , said/VERB/0/root so/ADV/said/advmod ."
    )
    assert titles_of(parsed, "Ann Hill") == ["nurse"]


def test_two_roles_in_one_apposition_and_no_relative_clause() -> None:
    parsed = document(
        f"{SUBJECT} , an/DET/expert/det ice/NOUN/expert/compound expert/NOUN/Ann/appos and/CCONJ/fellow/cc "
        "senior/ADJ/fellow/amod fellow/NOUN/expert/conj at/ADP/Institute/case the/DET/Institute/det "
        "[organization Polar/PROPN/Institute/compound Institute/PROPN/fellow/nmod ] , which/PRON/maps/nsubj "
        "maps/VERB/Institute/acl:relcl glaciers/NOUN/maps/obj , said/VERB/0/root so/ADV/said/advmod ."
    )
    assert title_of(parsed, "Ann Hill") == "ice expert and senior fellow at the Polar Institute"


def test_apposition_that_the_parser_lost() -> None:
    parsed = document(
        f"{SUBJECT} , a/DET/said/det tax/NOUN/said/nsubj lawyer/NOUN/said/nsubj in/ADP/said/case "
        "[place Leeds/PROPN/said/obl ] , said/VERB/0/root so/ADV/said/advmod ."
    )
    assert title_of(parsed, "Ann Hill") == "tax lawyer in Leeds"


def test_the_name_in_apposition_to_its_title() -> None:
    name = ANN.format(head="lawyer", relation="appos")
    parsed = document(
        "A/DET/lawyer/det lawyer/NOUN/said/nsubj for/ADP/club/case the/DET/club/det club/NOUN/lawyer/nmod , "
        f"{name} , said/VERB/0/root so/ADV/said/advmod ."
    )
    assert title_of(parsed, "Ann Hill") == "lawyer for the club"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            ANN.format(head="head", relation="nsubj")
            + " is/AUX/head/cop the/DET/head/det head/NOUN/0/root of/ADP/Bank/case "
            "the/DET/Bank/det [organization Bank/PROPN/head/nmod ] .",
            "head of the Bank",
        ),
        (
            ANN.format(head="nurse", relation="nsubj")
            + " is/AUX/nurse/cop not/PART/nurse/advmod a/DET/nurse/det nurse/NOUN/0/root .",
            None,
        ),
        (
            f"{SUBJECT} , who/PRON/mayor/nsubj is/AUX/mayor/cop mayor/NOUN/Ann/acl:relcl of/ADP/Leeds/case "
            "[place Leeds/PROPN/mayor/nmod ] , said/VERB/0/root so/ADV/said/advmod .",
            "mayor of Leeds",
        ),
        (
            f"{SUBJECT} of/ADP/College/case [organization Marsh/PROPN/College/compound College/PROPN/Ann/nmod ] "
            "said/VERB/0/root so/ADV/said/advmod .",
            "Marsh College",
        ),
        (
            ANN.format(head="head", relation="nsubj")
            + " is/AUX/head/cop head/NOUN/0/root of/ADP/Bank/case [organization Bank/PROPN/head/nmod ] "
            "and/CCONJ/chair/cc artistic/ADJ/chair/amod chair/NOUN/Bank/conj of/ADP/Marsh/case "
            "[organization Marsh/PROPN/chair/nmod ] .",
            "head of Bank and artistic chair of Marsh",
        ),
        (
            ANN.format(head="head", relation="nsubj")
            + " is/AUX/head/cop head/NOUN/0/root of/ADP/Bank/case [organization Bank/PROPN/head/nmod ] "
            "and/CCONJ/likes/cc likes/VERB/head/conj it/PRON/likes/obj .",
            "head of Bank",
        ),
        (f"{SUBJECT} of/ADP/Leeds/case [place Leeds/PROPN/Ann/nmod ] said/VERB/0/root so/ADV/said/advmod .", None),
    ],
)
def test_behind_the_name(sentence: str, title: str | None) -> None:
    assert title_of(document(sentence), "Ann Hill") == title


def test_party_tag() -> None:
    parsed = document(
        f"Sen./PROPN/Ann/nmod:desc {SUBJECT} ( D/PROPN/Ann/appos _-/PUNCT/D/punct _Ohio/PROPN/D/dep ) "
        "said/VERB/0/root ."
    )
    assert titles_of(parsed, "Ann Hill") == ["Sen.", "D-Ohio"]
    assert title_of(parsed, "Ann Hill") == "Sen."


def test_a_relative_only_where_there_is_no_role() -> None:
    parsed = document(
        f"His/PRON/wife/nmod:poss wife/NOUN/Ann/nmod:desc {SUBJECT} , a/DET/judge/det judge/NOUN/Ann/appos , "
        "said/VERB/0/root ."
    )
    assert titles_of(parsed, "Ann Hill") == ["wife", "judge"]
    assert title_of(parsed, "Ann Hill") == "judge"


def test_a_colon_ends_the_noun_phrase() -> None:
    parsed = document(
        "[person HILL/PROPN/0/root ] : Governor/PROPN/HILL/appos , go/VERB/HILL/parataxis on/ADV/go/advmod ."
    )
    assert titles_of(parsed, "HILL") == []


def test_a_surname_with_the_ending_of_a_profession_is_none() -> None:
    parsed = document(
        "Goldman/PROPN/Sachs/compound Sachs/PROPN/Ann/compound " + SUBJECT + " said/VERB/0/root so/ADV/said/advmod ."
    )
    assert title_of(parsed, "Ann Hill") is None


def test_a_role_behind_another_nouns_preposition_is_the_title() -> None:
    """The reference in "Leeds's reference to nominee Ann Hill" is nobody's role."""
    parsed = document(
        "Leeds/PROPN/reference/nmod:poss 's/PART/Leeds/case clear/ADJ/reference/amod reference/NOUN/0/root "
        "to/ADP/nominee/case presidential/ADJ/nominee/amod nominee/NOUN/reference/nmod "
        f"{ANN.format(head='reference', relation='appos')}"
    )
    assert titles_of(parsed, "Ann Hill") == ["presidential nominee"]


def test_a_bare_party_is_worth_less_than_a_description() -> None:
    tree = Tree(document(f"Democrat/PROPN/Ann/nmod:desc {SUBJECT} said/VERB/0/root ."))
    (party,) = (title for mention in mentions(tree) for title in titles(tree, mention))
    described = Title("baker", "description", frozenset({"baker"}))
    assert (party.text, best([party, described])) == ("Democrat", described)
