from __future__ import annotations

import re
from itertools import pairwise

import pytest
import tiny
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.model import reading
from quotes.model.decode import LabelledSpan
from quotes.model.layout import CLOSING, OPENED, Layout, layout
from quotes.model.reading import FoundLink, FoundRole, Reader, Reading
from quotes.records import Span

TEXTS = (
    "Ann said she left.",
    'The man: "he said that," said Ann Hill. "She is in Paris," he said.\n\n“That is the end,” she said.',
    "",
    "a " * 400,
    "he said " * 15 + "the end.\n\n" + '"she said that he said" ' * 30,
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Random weights in full precision."""
    folder = tmp_path_factory.mktemp("weights")
    tiny.write_model(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_fast_bf16", lambda: False)
        return Reader(folder, torch.device("cpu"))


def laid_out(text: str) -> Layout:
    words = [Span(*match.span()) for match in re.finditer(r"\w+|[^\w\s]", text)]
    starts = [n == 0 or text[word.start].isupper() for n, word in enumerate(words)]
    return layout(text, words, starts)


def check(found: Reading, laid: Layout) -> None:
    """What has to hold of every reading."""
    words = len(laid.words)
    parts = (found.sentence_starts, found.upos, found.lemmas, found.heads, found.deprels, found.content)
    assert {len(part) for part in parts} == {words}
    assert all(0 <= share <= 1 + 1e-5 for share in found.content)
    check_trees(found)
    check_spans(found, words)
    for n, bound in enumerate(laid.bound[1:], start=1):
        if bound in (OPENED, CLOSING) and not laid.paragraph_starts[n] and words < 200:
            assert not found.sentence_starts[n]
    assert all(found.sentence_starts[n] for n, start in enumerate(laid.paragraph_starts) if start)


def check_trees(found: Reading) -> None:
    bounds = [n for n, start in enumerate(found.sentence_starts) if start] + [len(found.upos)]
    for first, last in pairwise(bounds):
        heads = found.heads[first:last]
        assert heads.count(-1) == 1
        assert all(head == -1 or first <= head < last for head in heads)
        for word in range(first, last):
            seen, at = set(), word
            while at != -1:
                assert at not in seen
                seen.add(at)
                at = found.heads[at]


def check_spans(found: Reading, words: int) -> None:
    for spans in (found.roles, found.entities):
        edges = [edge for span in spans for edge in (span.first, span.last + 1)]
        assert edges == sorted(edges)
        assert not edges or (edges[0] >= 0 and edges[-1] <= words)
    for role in found.roles:
        assert 0 <= role.score <= 1 + 1e-5
    for link in found.links:
        assert found.roles[link.cue].role == "cue"
        assert found.roles[link.part].role in ("source", "content")
        assert 0 <= link.score <= 1 + 1e-5


def test_readings_are_whole(reader: Reader) -> None:
    laid = [laid_out(text) for text in TEXTS]
    found = reader.read(laid)
    for each, its in zip(found, laid, strict=True):
        check(each, its)
    assert sum(len(each.links) for each in found) > 10, "the random weights link nothing: the checks above say nothing"
    assert len({link.part for link in found[4].links}) > 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(st.sampled_from("ab.,: \n\"“”'"), max_size=150), max_size=3))
def test_readings_of_any_texts_are_whole(reader: Reader, texts: list[str]) -> None:
    laid = [laid_out(text) for text in texts]
    for each, its in zip(reader.read(laid), laid, strict=True):
        check(each, its)


def test_the_company_in_a_batch_changes_nothing(reader: Reader) -> None:
    together = reader.read([laid_out(text) for text in TEXTS])
    assert [reader.read([laid_out(text)])[0] for text in TEXTS] == together


def test_small_batches_read_the_same(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = reader.read([laid_out(text) for text in TEXTS])
    monkeypatch.setattr(reading, "BATCH_PIECES", 1)
    assert reader.read([laid_out(text) for text in TEXTS]) == expected


def test_nothing_to_read(reader: Reader) -> None:
    assert reader.read([]) == []
    assert reader.read([laid_out(" \n ")]) == [Reading()]


def test_what_follows_is_counted_on() -> None:
    one = Reading([True, False], ["X", "Y"], ["a", "b"], [1, -1], ["d", "root"], [0.5, 0.6])
    one.roles = [FoundRole("cue", 0, 0, 0.9)]
    two = Reading([True, False], ["Z", "Z"], ["c", "d"], [-1, 0], ["root", "d"], [0.1, 0.2])
    two.entities = [LabelledSpan("person", 0, 1)]
    two.roles = [FoundRole("content", 0, 0, 0.8), FoundRole("cue", 1, 1, 0.7)]
    two.links = [FoundLink(0, 1, 0.6)]
    one.append(two)
    assert one.heads == [1, -1, -1, 2]
    assert one.sentence_starts == [True, False, True, False]
    assert one.entities == [LabelledSpan("person", 2, 3)]
    assert [(r.role, r.first, r.last) for r in one.roles] == [("cue", 0, 0), ("content", 2, 2), ("cue", 3, 3)]
    assert one.links == [FoundLink(1, 2, 0.6)]
    assert (one.upos, one.lemmas, one.deprels) == (["X", "Y", "Z", "Z"], list("abcd"), ["d", "root", "root", "d"])
    assert one.content == [0.5, 0.6, 0.1, 0.2]
