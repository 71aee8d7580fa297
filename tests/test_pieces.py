from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoken import REPORTED, parsed, read, said

from quotes.contents import quotations
from quotes.paragraphs import paragraphs
from quotes.pieces import Blocks, Piece, content_pieces
from quotes.records import Document, Quotation, RoleSpan, Span
from quotes.tree import Tree

TALK = 'Ann said " we lost the vote " and that was all .'


def pieces(document: Document, found: tuple[Quotation, ...] | None = None) -> list[Piece]:
    tree = Tree(document)
    quoted = quotations(document.text) if found is None else found
    return content_pieces(tree, Blocks(tree, quoted), paragraphs(document.text))


def texts(document: Document) -> list[str]:
    return [piece.span.text(document.text) for piece in pieces(document)]


def tagged(*contents: str) -> Document:
    return read(parsed(TALK), *(said(None, None, content) for content in contents))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("lost", ['"we lost the vote"']),
        ('said "we lost the vote', ['said "we lost the vote"']),
        ('the vote" and that was all', ['"we lost the vote" and that was all']),
        ('vote" and that was all', ["and that was all"]),
        ('Ann said "we', ["Ann said"]),
        ("and that was all", ["and that was all"]),
    ],
)
def test_marks_and_tags_agree_on_the_edges(content: str, expected: list[str]) -> None:
    assert texts(tagged(content)) == expected


def test_pieces_that_meet_in_a_quotation_are_one_and_know_their_roles() -> None:
    (piece,) = pieces(tagged("we", "the vote"))
    assert piece.roles == (0, 1)
    assert piece.quoted


def test_only_what_stands_in_one_quotation_is_quoted() -> None:
    assert [piece.quoted for piece in pieces(tagged('said "we lost the vote"'))] == [False]
    assert [piece.quoted for piece in pieces(tagged('"we lost the vote"', "and that was all"))] == [True, False]


def test_the_score_is_the_mean_and_the_weakest_word_counts() -> None:
    document = read(parsed("Ann said we lost"), said(None, None, "we lost"), likely={"lost": 0.3})
    (piece,) = pieces(document)
    assert piece.score == pytest.approx((REPORTED + 0.3) / 2)
    assert piece.weakest == 0.3


def test_without_a_model_there_are_no_pieces() -> None:
    assert pieces(parsed(TALK)) == []


@pytest.mark.parametrize(("share", "rows"), [(0.2, 0), (0.5, 1)])
def test_an_untagged_quotation_is_a_piece_where_the_model_leans_to_it(share: float, rows: int) -> None:
    assert len(pieces(read(parsed(TALK), likely={'"we lost the vote"': share}))) == rows


def test_an_untagged_word_in_marks_is_none() -> None:
    assert pieces(read(parsed('Ann said " lost " and left .'), likely={'"lost"': 0.9})) == []


def test_a_span_over_paragraphs_is_cut_at_each() -> None:
    document = parsed("Ann said we lost", "¶ the whole vote", "¶ and more")
    assert texts(read(document, said(None, None, "we lost\n\nthe whole vote\n\nand"))) == [
        "we lost",
        "the whole vote",
        "and",
    ]


def test_separators_alone_are_no_content() -> None:
    assert texts(read(parsed("Ann said , - and left"), said(None, None, ", -"))) == []


@given(
    st.lists(st.tuples(st.integers(0, 19), st.integers(1, 6)), max_size=5),
    st.lists(st.floats(0, 1), min_size=25, max_size=25),
)
def test_pieces_never_overlap_nor_leave_a_paragraph(ranges: list[tuple[int, int]], shares: list[float]) -> None:
    """Roles may even overlap, as no model of this package tags them."""
    base = parsed('a " b c " d , " e f g h .', "¶ \" i j \" k ' l m ' n .")
    count = len(base.tokens)
    roles = tuple(RoleSpan("content", first, min(count, first + size), 0.5) for first, size in ranges)
    document = Document(base.text, base.tokens, base.sentences, (), roles, (), tuple(shares[:count]))
    found = pieces(document)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for piece in found:
        assert any(paragraph.contains(piece.span) for paragraph in paragraphs(base.text))
        assert piece.span.text(base.text).strip()
        assert piece.weakest <= piece.score + 1e-9
        assert set(piece.roles) <= set(range(len(roles)))


def test_a_quotation_of_no_words_does_no_harm() -> None:
    document = parsed("Ann said we lost")
    assert pieces(document, (Quotation((Span(3, 4),)),)) == []
