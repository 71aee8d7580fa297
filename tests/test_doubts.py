"""Names of files and folders that were handed in as texts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.doubts import LONGEST_PATH, doubt

STRANGE = [
    "",
    " ",
    ".",
    "..",
    "/",
    "no\0name",
    "\ud800.txt",
    "\udcff.txt",
    "a" * 5000,
    f"{'a/' * 499}a",
    '"No," Ann said.',
    "a.txt\nb.txt",
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a b.txt").write_text("x", encoding="utf-8")
    return tmp_path


def test_names_of_files_and_folders_are_doubted(here: Path) -> None:
    assert doubt("articles/a b.txt") == "'articles/a b.txt' is read as an article, and is a file's name"
    assert doubt("articles") == "'articles' is read as an article, and is a folder's name"
    assert doubt(str(here)).endswith("is a folder's name")


@pytest.mark.parametrize("text", [*STRANGE, "gone.txt", "articles/gone.txt"])
def test_other_texts_are_not_doubted(here: Path, text: str) -> None:
    assert doubt(text) == ""


@given(st.text(st.characters(), max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(doubt(text), str)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX")
def test_a_pipe_is_no_file(here: Path) -> None:
    os.mkfifo("pipe")
    assert doubt("pipe") == ""


@pytest.mark.parametrize("text", ["He said no. " * 100, "He said no.\nShe said yes.", "..."])
def test_articles_are_not_looked_for_on_the_disk(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(os, "stat", lambda name: pytest.fail("looked for"))
    assert len(text) > LONGEST_PATH or len(text.splitlines()) > 1 or not any(map(str.isalnum, text))
    assert doubt(text) == ""
