"""What several tests need: the shared data where it is, the golden articles, and stages that need no model."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from quotes.pipeline import Extractor, Stages
from quotes.records import ROOT, Attribution, Document, Quotation, Sentence, Span, Speaker, Token

CHECKOUT = Path(__file__).resolve().parent.parent


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


@pytest.fixture
def parser() -> FakeParser:
    return FakeParser()


@pytest.fixture
def extractor(parser: FakeParser) -> Extractor:
    return Extractor(parser, Stages(fake_quotations, fake_attributions, fake_speakers))


@pytest.fixture
def golden() -> Path:
    """The folder of the articles written for this project, with their annotations."""
    return CHECKOUT / "fixtures" / "articles"


@pytest.fixture
def shared() -> Path:
    """The folder of shared data; the test is skipped where it is missing."""
    folder = Path(os.environ.get("QUOTES_SHARED", CHECKOUT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"the shared data is not at {folder}; set QUOTES_SHARED to its folder")
    return folder


@pytest.fixture
def yardstick(shared: Path) -> ModuleType:
    """The independent scorer, as a module."""
    script = shared / "tools" / "score.py"
    if not script.exists():
        pytest.skip(f"the independent scorer is not at {script}")
    spec = importlib.util.spec_from_file_location("yardstick", script)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
