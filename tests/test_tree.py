from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import document

from quotes.records import Span
from quotes.tree import Tree

PARSED = document(
    "[person Ann/PROPN/said/nsubj Hill/PROPN/Ann/flat ] ,/PUNCT/Ann/punct a/DET/teacher/det teacher/NOUN/Ann/appos "
    "of/ADP/art/case art/NOUN/teacher/nmod ,/PUNCT/Ann/punct said/VERB/0/root/say that/SCONJ/left/mark "
    "Bo/PROPN/left/nsubj:outer and/CCONJ/Cy/cc Cy/PROPN/Bo/conj left/VERB/said/ccomp .",
    "It/PRON/rained/expl rained/VERB/0/root .",
)
TREE = Tree(PARSED)
FORMS = [token.text for token in PARSED.tokens]


def words(indices: list[int]) -> str:
    return " ".join(FORMS[index] for index in indices)


def at(form: str) -> int:
    return FORMS.index(form)


def test_children_stand_in_text_order() -> None:
    assert words(TREE.children(at("said"))) == "Ann left ."
    assert words(TREE.children(at("said"), {"nsubj", "punct"})) == "Ann ."
    assert words(TREE.children(at("left"), {"nsubj"})) == "Bo"  # without the subtype
    assert TREE.relation(at("Bo")) == "nsubj"


def test_subtrees() -> None:
    assert words(TREE.subtree(at("Ann"))) == "Ann Hill , a teacher of art ,"
    assert words(TREE.subtree(at("Ann"), without=("appos",))) == "Ann Hill , ,"
    assert words(TREE.subtree(at("left"), without=("nsubj:outer",))) == "that left"
    assert len(TREE.subtree(at("said"))) == 15


def test_ancestors_and_depth() -> None:
    assert words(list(TREE.ancestors(at("of")))) == "art teacher Ann said"
    assert TREE.depth(at("of")) == 4
    assert TREE.depth(at("said")) == TREE.depth(at("rained")) == 0


@pytest.mark.parametrize(
    ("first", "last", "head"), [("Ann", ",", "Ann"), ("a", "art", "teacher"), ("that", ".", "left")]
)
def test_the_head_of_a_range(first: str, last: str, head: str) -> None:
    assert FORMS[TREE.head_of(at(first), at(last))] == head


def test_noun_phrases() -> None:
    assert TREE.text(*TREE.noun_phrase(at("Ann"))) == "Ann Hill, a teacher of art"
    assert TREE.text(*TREE.noun_phrase(at("Bo"))) == "Bo"
    assert TREE.text(*TREE.noun_phrase(at("Bo"), without=())) == "Bo and Cy"
    assert TREE.text(*TREE.noun_phrase(at("Ann"), without=("appos",))) == "Ann Hill"


def test_a_noun_phrase_is_unbroken() -> None:
    parsed = document(
        "A/DET/man/det man/NOUN/came/nsubj came/VERB/0/root who/PRON/spoke/nsubj spoke/VERB/man/acl:relcl ."
    )
    tree = Tree(parsed)
    assert tree.text(*tree.noun_phrase(1)) == "A man"


def test_trimming_keeps_a_word() -> None:
    first, last = at("Hill") + 1, at("Hill") + 2
    assert TREE.trimmed(first, last) == (first, last)
    assert TREE.text(*TREE.trimmed(at("Hill") + 1, at("said"))) == "a teacher of art"


def test_sentences_and_names() -> None:
    assert TREE.sentence_of == [0] * 15 + [1] * 3
    assert {FORMS[index]: kind for index, kind in TREE.entity_kind.items()} == {"Ann": "person", "Hill": "person"}


@given(st.integers(0, len(PARSED.text)), st.integers(0, len(PARSED.text)))
def test_the_words_that_a_stretch_touches(one: int, two: int) -> None:
    span = Span(min(one, two), max(one, two))
    first, last = TREE.covering(span)
    assert 0 <= first <= last <= len(FORMS)
    if len(span):
        touched = [n for n, token in enumerate(PARSED.tokens) if token.span.overlaps(span)]
        assert list(range(first, last)) == touched
    if first < last and len(span):
        assert TREE.span(first, last).overlaps(span)


def test_an_empty_document() -> None:
    tree = Tree(document())
    assert tree.covering(Span(0, 5)) == (0, 0)
    assert tree.sentence_of == []
