"""What several tests need: the shared data where it is, the golden articles, and stages that need no model."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest
from fakes import FakeParser, fake_attributions, fake_quotations, fake_speakers

from quotes.pipeline import Extractor, Stages

CHECKOUT = Path(__file__).resolve().parent.parent


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
