"""Stages that need no model, also for the worker processes of a run, which import this module."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

from quotes.pipeline import Extractor, Stages
from quotes.records import ROOT, Attribution, Document, Quotation, Sentence, Span, Speaker, Token
from quotes.running.pools import Pool
from quotes.running.work import Outcome, Task, Work, packed, perform


class FakeParser:
    """Words between spaces, one sentence an article; fails on batches with the word CRASH, and remembers batches."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def parse(self, texts: Sequence[str]) -> list[Document]:
        self.batches.append(list(texts))
        if any("CRASH" in text for text in texts):
            raise RuntimeError("no memory left")
        return [_document(text) for text in texts]


def _document(text: str) -> Document:
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    tokens = tuple(Token(start, end, text[start:end], text[start:end], "X", ROOT, "dep") for start, end in words)
    return Document(text, tokens, (Sentence(0, len(tokens)),))


def fake_quotations(text: str) -> tuple[Quotation, ...]:
    """What stands between two straight marks."""
    if "BAD MARKS" in text:
        raise ValueError("marks")
    return tuple(Quotation((Span(match.start(), match.end()),)) for match in re.finditer('"[^"]*"', text))


def fake_attributions(document: Document, quotations: Sequence[Quotation]) -> list[Attribution]:
    """Each quotation said by the first word after it, if that word begins with a capital; last one first."""
    found = []
    for quotation in reversed(quotations):
        after = re.compile(r"\s*([A-Z]\w*)\s+(\w+)").match(document.text, quotation.span.end)
        source, cue = (Span(*after.span(1)), Span(*after.span(2))) if after else (None, None)
        rule = "quote" if after else "floating"
        found.append(Attribution(quotation.pieces, "direct", cue, source, rule, 0.75 if after else 0.5))
    return found


def fake_speakers(document: Document, attributions: Sequence[Attribution]) -> list[Speaker]:
    """The source as it stands."""
    return [
        Speaker(a.source.text(document.text), None, "person") if a.source else Speaker(None, None, None)
        for a in attributions
    ]


def load(**options: Any) -> Extractor:
    """An extractor of the fake stages."""
    return Extractor(FakeParser(), Stages(fake_quotations, fake_attributions, fake_speakers))


class HostileParser(FakeParser):
    """Ends or stops its process where a text says so."""

    def parse(self, texts: Sequence[str]) -> list[Document]:
        for text in texts:
            if "SEGFAULT" in text:
                os.kill(os.getpid(), signal.SIGSEGV)
            if "OUT OF MEMORY" in text:
                os.kill(os.getpid(), signal.SIGKILL)
            if "HANG" in text:
                time.sleep(3600)
            if "SLOW" in text:
                time.sleep(0.2)
        return super().parse(texts)


def load_hostile(**options: Any) -> Extractor:
    """An extractor whose parser dies of some texts."""
    return Extractor(HostileParser(), Stages(fake_quotations, fake_attributions, fake_speakers))


def load_never(**options: Any) -> Extractor:
    """An extractor that is not made within anybody's patience."""
    time.sleep(3600)
    raise AssertionError


class InlinePool:
    """Does each task at once, in this process."""

    size = 1

    def __init__(self, work: Work) -> None:
        self._work = packed(work)

    def submit(self, task: Task) -> Future[Outcome]:
        future: Future[Outcome] = Future()
        try:
            future.set_result(perform(self._work, task))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def inline(work: Work, *ignored: Any) -> Iterator[Pool]:
    """In place of `quotes.running.pools.processes`, which takes a second to start."""
    yield InlinePool(work)
