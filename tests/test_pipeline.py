from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import count, islice
from typing import Any

import pytest
from conftest import CHECKOUT
from fakes import FakeParser, fake_attributions, fake_quotations, fake_speakers
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes import pipeline
from quotes.errors import ArticleError, SetupError
from quotes.pipeline import Extractor, Stages
from quotes.records import Attribution, Document, Quote, Speaker

TEXT = '"No," Ann said. "Why not?" Bo asked. "Because."'


def speakers_of(result: list[Quote] | ArticleError) -> list[str | None]:
    assert not isinstance(result, ArticleError)
    return [quote.speaker.name for quote in result]


def test_quotes_are_numbered_in_text_order(extractor: Extractor) -> None:
    quotes = extractor.quotes(TEXT)
    assert [quote.id for quote in quotes] == [0, 1, 2]
    assert [quote.attribution.content[0].text(TEXT) for quote in quotes] == ['"No,"', '"Why not?"', '"Because."']
    assert speakers_of(quotes) == ["Ann", "Bo", None]


def test_pipe_gives_one_result_for_each_text_in_order(extractor: Extractor, parser: FakeParser) -> None:
    texts = [f'"No," {name} said.' for name in ("Ann", "Bo", "Cy", "Di", "Ed")]
    assert [speakers_of(result) for result in extractor.pipe(texts, batch_size=2)] == [
        ["Ann"],
        ["Bo"],
        ["Cy"],
        ["Di"],
        ["Ed"],
    ]
    assert [len(batch) for batch in parser.batches] == [2, 2, 1]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([TEXT, "", "CRASH", "BAD MARKS", "Nothing."])), st.integers(1, 4))
def test_batches_make_no_difference(texts: list[str], batch_size: int) -> None:
    stages = Stages(fake_quotations, fake_attributions, fake_speakers)
    results = list(Extractor(FakeParser(), stages).pipe(texts, batch_size))
    alone = [next(Extractor(FakeParser(), stages).pipe([text])) for text in texts]
    assert [None if isinstance(r, ArticleError) else r for r in results] == [
        None if isinstance(r, ArticleError) else r for r in alone
    ]
    failed = [number for number, result in enumerate(results) if isinstance(result, ArticleError)]
    assert failed == [number for number, text in enumerate(texts) if text in ("CRASH", "BAD MARKS")]


def test_pipe_reads_no_further_than_the_next_batch(extractor: Extractor) -> None:
    taken: list[int] = []

    def endless() -> Iterator[str]:
        for number in count():
            taken.append(number)
            yield TEXT

    assert len(list(islice(extractor.pipe(endless(), batch_size=3), 4))) == 4
    assert len(taken) == 6


def test_long_articles_make_smaller_batches(
    extractor: Extractor, parser: FakeParser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "BATCH_CHARACTERS", 10)
    list(extractor.pipe(["aaaa", "bbbbbbbbbbbb", "cccccccc", "dddd", "e"]))
    assert [len(batch) for batch in parser.batches] == [2, 2, 1]


def test_only_the_guilty_article_fails(extractor: Extractor) -> None:
    first, crashed, marks, last = extractor.pipe([TEXT, "CRASH", "BAD MARKS", TEXT])
    assert speakers_of(first) == speakers_of(last) == ["Ann", "Bo", None]
    assert isinstance(crashed, ArticleError) and isinstance(marks, ArticleError)
    assert (crashed.article_id, crashed.stage) == ("1", "parse")
    assert "RuntimeError: no memory left" in crashed.reason and isinstance(crashed.__cause__, RuntimeError)
    assert (marks.article_id, marks.stage) == ("2", "contents")
    with pytest.raises(ArticleError, match="no memory left"):
        extractor.quotes("CRASH")


def test_a_stage_that_fails_is_named(parser: FakeParser) -> None:
    def failing(document: Document, _: Sequence[Any]) -> list[Any]:
        raise KeyError("x")

    def too_few(document: Document, attributions: Sequence[Attribution]) -> list[Speaker]:
        return []

    for stages, name in (
        (Stages(fake_quotations, failing, fake_speakers), "attribution"),
        (Stages(fake_quotations, fake_attributions, failing), "speakers"),
        (Stages(fake_quotations, fake_attributions, too_few), "speakers"),
    ):
        (result,) = Extractor(parser, stages).pipe([TEXT])
        assert isinstance(result, ArticleError) and result.stage == name


def test_a_parser_that_loses_an_article_fails_and_nothing_is_shifted(extractor: Extractor) -> None:
    class Losing(FakeParser):
        def parse(self, texts: Sequence[str]) -> list[Document]:
            return super().parse(texts)[: max(1, len(texts) - 1)]

    stages = Stages(fake_quotations, fake_attributions, fake_speakers)
    results = list(Extractor(Losing(), stages).pipe(['"A," Ann said.', '"B," Bo said.']))
    assert [speakers_of(result) for result in results] == [["Ann"], ["Bo"]]


def test_a_set_up_that_fails_ends_the_run() -> None:
    class Broken(FakeParser):
        def parse(self, texts: Sequence[str]) -> list[Document]:
            raise SetupError("no weights")

    with pytest.raises(SetupError):
        Extractor(Broken(), Stages(fake_quotations, fake_attributions, fake_speakers)).quotes(TEXT)


def test_texts_without_a_word_are_not_parsed(extractor: Extractor, parser: FakeParser) -> None:
    assert list(extractor.pipe(["", " \n\u2003"])) == [[], []]
    assert parser.batches == []


def test_what_is_no_text_fails_alone(extractor: Extractor) -> None:
    number, nothing, text = extractor.pipe([5, None, TEXT])  # type: ignore[list-item]
    assert isinstance(number, ArticleError) and "is an int, not a text" in number.reason
    assert nothing == []
    assert speakers_of(text) == ["Ann", "Bo", None]


def test_importing_the_package_loads_no_model_library() -> None:
    code = "import sys, quotes.cli, quotes.evaluation; print(*{'torch', 'stanza'}.intersection(sys.modules))"
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == ""
