from __future__ import annotations

import pytest
from trees import document

from quotes.resolution.eponyms import named_after
from quotes.tree import Tree

SAID = "said/VERB/0/root so/ADV/said/advmod ."


def names(sentence: str) -> list[str]:
    tree = Tree(document(sentence))
    return [tree.text(*extent) for extent in named_after(tree)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            f"Queen/PROPN/University/nmod:poss 's/PART/Queen/case University/PROPN/said/nsubj {SAID}",
            "Queen's University",
        ),
        (
            "St/PROPN/Mary/flat Mary/PROPN/School/nmod:poss 's/PART/Mary/case Primary/ADJ/School/amod "
            f"School/PROPN/said/nsubj {SAID}",
            "St Mary's Primary School",
        ),
        (
            "St/PROPN/Luke/flat _./PUNCT/St/punct Luke/PROPN/Hospice/nmod:poss 's/PART/Luke/case "
            f"Hospice/PROPN/said/nsubj {SAID}",
            "St. Luke's Hospice",
        ),
        (
            f"St/PROPN/Thomas/flat Thomas/PROPN/Hospital/nmod:poss '/PART/Thomas/case Hospital/PROPN/said/nsubj {SAID}",
            "St Thomas' Hospital",
        ),
        (
            "Brook/PROPN/Children/compound Children/PROPN/Hospital/nmod:poss 's/PART/Children/case "
            f"Hospital/PROPN/said/nsubj Trust/PROPN/Hospital/flat {SAID}",
            "Brook Children's Hospital Trust",
        ),
        (
            f"School/PROPN/Leaders/compound Leaders/PROPN/Union/nmod:poss '/PART/Leaders/case "
            f"Union/PROPN/said/nsubj {SAID}",
            "School Leaders' Union",
        ),
        (
            "[organization Guy/PROPN/Hospital/nmod:poss ] 's/PART/Guy/case [organization Hospital/PROPN/said/nsubj ] "
            f"{SAID}",
            "Guy's Hospital",
        ),
    ],
)
def test_an_institution_and_whose_name_it_bears(sentence: str, name: str) -> None:
    assert names(sentence) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        f"[place Ohio/PROPN/University/nmod:poss ] 's/PART/Ohio/case University/PROPN/said/nsubj {SAID}",
        f"Queen/PROPN/lawyer/nmod:poss 's/PART/Queen/case lawyer/NOUN/said/nsubj {SAID}",
        f"children/NOUN/hospital/nmod:poss 's/PART/children/case hospital/NOUN/said/nsubj {SAID}",
        f"Queen/PROPN/Union/nmod:poss 's/PART/Queen/case Union/PROPN/said/nsubj {SAID}",
        "[organization Yale/PROPN/School/nmod:poss ] 's/PART/Yale/case [organization School/PROPN/said/nsubj ] "
        "said/VERB/0/root that/SCONJ/won/mark [organization Yale/PROPN/won/nsubj ] won/VERB/said/ccomp .",
        "[organization Sydney/PROPN/University/nmod:poss ] 's/PART/Sydney/case [organization "
        "University/PROPN/said/nsubj "
        f"of/ADP/Arts/case Arts/PROPN/University/nmod ] {SAID}",
        f"University/PROPN/said/nsubj {SAID}",
    ],
)
def test_what_somebody_only_has(sentence: str) -> None:
    assert names(sentence) == []


def test_the_name_ends_before_an_office_and_a_person() -> None:
    assert names(
        "St/PROPN/Anne/flat Anne/PROPN/College/nmod:poss 's/PART/Anne/case College/PROPN/Principal/compound "
        f"Principal/PROPN/Hill/compound [person Hill/PROPN/said/nsubj ] {SAID}"
    ) == ["St Anne's College"]
