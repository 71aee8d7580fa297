from __future__ import annotations

import os
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes import parse
from quotes.errors import SetupError
from quotes.parse import Parser, weights_folder
from quotes.records import ROOT, Document

ARTICLES = Path(__file__).resolve().parent.parent / "fixtures" / "articles"

pytestmark = pytest.mark.skipif(
    not (weights_folder() / "en" / "joint" / "news.safetensors").exists(),
    reason="the weights are not in quotes/model/weights: train them with `python -m quotes.training`",
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(device="cpu")


def sentences(document: Document) -> list[str]:
    return [
        document.text[document.tokens[each.first].start : document.tokens[each.last - 1].end]
        for each in document.sentences
    ]


def check(document: Document) -> None:
    """What holds of every document, whatever the text."""
    text, tokens = document.text, document.tokens
    assert all(text[token.start : token.end] == token.text and token.text.strip() for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    bounds = [(sentence.first, sentence.last) for sentence in document.sentences]
    assert [n for first, last in bounds for n in range(first, last)] == list(range(len(tokens)))
    for first, last in bounds:
        heads = [token.head for token in tokens[first:last]]
        assert heads.count(ROOT) == 1
        assert all(head == ROOT or first <= head < last for head in heads)
    assert len(document.content) == len(tokens)
    for role in document.roles:
        assert 0 <= role.first < role.last <= len(tokens)
    for name in document.entities:
        assert 0 <= name.first < name.last <= len(tokens)
    for link in document.links:
        assert document.roles[link.cue].role == "cue" != document.roles[link.part].role


NEWS = [
    ('"We lost," he said. "We will be back."', ['"We lost," he said.', '"We will be back."']),
    ("“We lost,” he said. “We will be back.”", ["“We lost,” he said.", "“We will be back.”"]),
    ('He left the town. "I am done with this," he said.', ["He left the town.", '"I am done with this," he said.']),
    ("Sen. Ann Hill met Dr. Bo Lee in the U.S. Senate. They spoke.",
     ["Sen. Ann Hill met Dr. Bo Lee in the U.S. Senate.", "They spoke."]),
    ("Acme Inc. lost money on Friday. Mr. Lee left.", ["Acme Inc. lost money on Friday.", "Mr. Lee left."]),
    ("The plan is dead. Nobody knows", ["The plan is dead.", "Nobody knows"]),
    ("Voters go home\n\nThe polls closed on Friday", ["Voters go home", "The polls closed on Friday"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_sentences_of_news(parser: Parser, text: str, expected: list[str]) -> None:
    (document,) = parser.parse([text])
    check(document)
    assert sentences(document) == expected


def test_a_dateline_does_not_end_a_sentence(parser: Parser) -> None:
    (document,) = parser.parse(["WASHINGTON (AP) -- The Senate voted on the bill late on Friday.\n\nIt passed."])
    assert sentences(document)[0].endswith("late on Friday.")
    assert sentences(document)[-1] == "It passed."
    assert len(document.sentences) <= 3


def starts(document: Document) -> set[int]:
    return {document.tokens[each.first].start for each in document.sentences}


def test_no_sentence_begins_behind_an_opening_mark(parser: Parser) -> None:
    texts = [
        'He left. "No. Never. I said no," she told him. "Go. Now!" Then: "Well."',
        "He left. “No. Never. ‘Go!’ he said. I said no,” she told him.",
        "‘I lost. We all lost,’ said Ann. ‘Go.’",
        "«Non. Jamais.» He left. „Nein.“",
        '"A," "B," "C." "D."',
    ]
    for document in parser.parse(texts):
        check(document)
        for place, mark in enumerate(document.text[:-1]):
            opens = mark in '"“‘«„' and not document.text[place + 1].isspace() and document.text[place + 1] not in ".,"
            before = document.text[place - 1] if place else " "
            if opens and before.isspace():
                assert place + 1 not in starts(document), document.text[place : place + 10]


def test_paragraphs_end_sentences(parser: Parser) -> None:
    (document,) = parser.parse(["The title of it\n\nAnn left, and\n\nBo stayed"])
    assert {0, 17, 32} <= starts(document)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \r\n \u2029", "\u00a0"])
def test_texts_without_words_are_empty_documents(parser: Parser, text: str) -> None:
    (document,) = parser.parse([text])
    assert document == Document(text, (), ())


def test_nothing_to_parse(parser: Parser) -> None:
    assert parser.parse([]) == []


def test_documents_come_in_the_order_of_the_texts(parser: Parser) -> None:
    texts = ["Ann left.", "", "Bo stayed. " * 60, "Cy"]
    found = parser.parse(texts)
    assert [document.text for document in found] == texts
    check(found[2])


def test_a_document_is_the_same_to_the_last_bit_whatever_texts_are_beside_it(parser: Parser) -> None:
    articles = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.rglob("*.txt"))]
    paragraphs = [line for line in articles[0].splitlines() if line.strip()]
    texts = [*articles, *paragraphs, "Yes.", "“No”", "a", "Ann Hill", articles[0]]
    together = parser.parse(texts)
    assert [parser.parse([text])[0] for text in texts] == together
    assert parser.parse(texts[::-1]) == together[::-1]


PARTS = [
    "Ann ",
    "said ",
    ". ",
    '"',
    "“",
    "”",
    "'",
    ", ",
    "\n",
    "\n\n",
    "U.S. ",
    "字",
    "e\u0301",
    "🙂",
    "\u200b",
    "\x00",
    "\r\n",
    "-",
    "a.b@c.org ",
]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(st.lists(st.sampled_from(PARTS), max_size=40).map("".join), st.text(max_size=40)), max_size=6)
)
def test_documents_of_anything_are_whole(parser: Parser, texts: list[str]) -> None:
    for document, text in zip(parser.parse(texts), texts, strict=True):
        assert document.text == text
        check(document)


HOSTILE = {
    "no stop": "and so on " * 700,
    "marks": '"' * 2_000,
    "opening marks": "“" * 1_000,
    "one word": "a" * 20_000,
    "stops": "." * 1_500,
    "blank lines": "a\n\n" * 500,
    "address": "http://" + "a." * 1_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read_in_bounded_time(parser: Parser, name: str) -> None:
    began = time.process_time()
    (document,) = parser.parse([HOSTILE[name]])
    took = time.process_time() - began
    check(document)
    assert document.tokens
    assert took < 20


def test_reading_is_repeatable(parser: Parser) -> None:
    texts: Sequence[str] = ['"We lost," said Sen. Ann Hill of Ohio, who left.']
    assert parser.parse(texts) == parser.parse(texts)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=rf"{tmp_path}.*--model-dir; in Python model_dir=") as raised:
        Parser(model_dir=tmp_path)
    assert "Install quotes" not in str(raised.value)


def test_a_package_without_its_model_is_to_be_installed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "weights_folder", lambda: tmp_path)
    with pytest.raises(SetupError, match=rf"{tmp_path}.*Install quotes anew"):
        Parser()


@pytest.mark.parametrize("capacity", ["ONEDNN_PRIMITIVE_CACHE_CAPACITY", "LRU_CACHE_CAPACITY"])
@pytest.mark.parametrize(("told", "kept"), [(None, "16"), ("64", "64")])
def test_few_kernels_are_remembered_unless_somebody_says_otherwise(
    monkeypatch: pytest.MonkeyPatch, capacity: str, told: str | None, kept: str
) -> None:
    monkeypatch.setenv(capacity, told or "")
    if told is None:
        monkeypatch.delenv(capacity)
    parse._bound_primitives()
    assert os.environ[capacity] == kept
