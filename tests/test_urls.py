"""Inputs behind URLs, through fsspec; what lies in its memory stands for a bucket."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

from quotes.articles import Columns, Inputs, Row, find, read
from quotes.errors import ArticleError, InputError, SetupError


@pytest.fixture
def bucket() -> Iterator[Any]:
    """A store with some files."""
    store = fsspec.filesystem("memory")
    files = {"b.txt": b"B.", "a/2.txt": b"A2.", "a/10.txt.gz": gzip.compress(b"A10."), "t.csv": b"text\nx\n", ".x": b""}
    for name, data in files.items():
        store.pipe_file(f"/news/{name}", data)
    yield store
    store.rm("/news", recursive=True)


def test_a_bucket_is_listed_like_a_folder(bucket: Any) -> None:
    listing = find(["memory://news"])
    assert [file.id for file in listing.files] == ["a/10.txt.gz", "a/2.txt", "b.txt"]
    assert [read(file).text for file in listing.files] == ["A10.", "A2.", "B."]
    assert listing.skipped == {".csv": 1, "hidden": 1}
    assert find(["memory://news", "memory://news/b.txt", "memory:///news/b.txt"]).files == listing.files


def test_a_table_in_a_bucket_is_read(bucket: Any) -> None:
    inputs = Inputs(find(["memory://news/t.csv"]), Columns())
    assert [(item.id, item.text) for item in inputs if isinstance(item, Row)] == [("t.csv/0", "x")]


def test_a_change_is_seen(bucket: Any) -> None:
    before = find(["memory://news"]).files
    assert find(["memory://news"]).files == before
    bucket.pipe_file("/news/b.txt", b"C.")
    after = find(["memory://news"]).files
    assert after[:2] == before[:2] and after[2].size == before[2].size and after[2] != before[2]


def test_what_is_not_there_is_a_failure(bucket: Any) -> None:
    bucket.mkdir("/news/empty")
    listing = find(["memory://news/gone.txt", "memory://news/empty", "memory://news/.x", "memory://news/b.txt"])
    told = [str(failure) for failure in listing.failures]
    assert "memory://news/gone.txt does not exist" in told[0]
    assert "memory://news/empty has no articles" in told[1]
    assert "memory://news/.x is not an article file" in told[2]
    (file,) = listing.files
    bucket.rm("/news/b.txt")
    with pytest.raises(ArticleError, match=r"b\.txt cannot be read"):
        read(file)
    bucket.pipe_file("/news/b.txt", b"")


def test_a_store_with_errors_of_its_own(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (file,) = find(["memory://news/b.txt"]).files

    def denied(*arguments: Any, **options: Any) -> None:
        raise RuntimeError("AccessDenied")

    monkeypatch.setattr(type(bucket), "open", denied)
    with pytest.raises(ArticleError, match=r"b\.txt cannot be read \(RuntimeError: AccessDenied\)"):
        read(file)
    monkeypatch.setattr(type(bucket), "ls", denied)
    assert "cannot be listed (AccessDenied)" in find(["memory://news"]).failures[0].reason
    monkeypatch.setattr(type(bucket), "info", denied)
    assert "cannot be reached (AccessDenied)" in find(["memory://news"]).failures[0].reason


def test_a_url_of_this_machine_is_a_path(tmp_path: Path) -> None:
    (tmp_path / "a b%.txt").write_text("Text.")
    (file,) = find([(tmp_path / "a b%.txt").as_uri()]).files
    assert (file.id, file.place) == ("a b%.txt", str(tmp_path / "a b%.txt")) and read(file).text == "Text."
    assert find([tmp_path.as_uri(), tmp_path]).files == (file,)


def test_a_missing_package_and_an_unknown_protocol_are_named() -> None:
    fsspec.register_implementation("s9", "s9fs.S9", errtxt="Install s9fs", clobber=True)
    with pytest.raises(SetupError, match=r"s9://bucket/x cannot be opened: Install s9fs.*s3fs for s3://"):
        find(["s9://bucket/x"])
    with pytest.raises(InputError, match=r"nope://x.*fsspec knows"):
        find(["nope://x"])
