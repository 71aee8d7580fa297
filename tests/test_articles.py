from __future__ import annotations

import os
import pickle
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.articles import Listing, decode, find, read
from quotes.errors import ArticleError, ArticleWarning

Tree = Callable[..., Path]
posix = pytest.mark.skipif(os.name != "posix", reason="links and names of POSIX")


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Makes files with a text each, and hands back their folder."""

    def make(*names: str) -> Path:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"This is {name}.", encoding="utf-8")
        return tmp_path

    return make


def ids(listing: Listing) -> list[str]:
    return [file.id for file in listing.files]


def reasons(listing: Listing) -> dict[str, str]:
    return {failure.article_id: failure.reason for failure in listing.failures}


def article_from(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    (file,) = find([path]).files
    return read(file).text


def test_a_folder_is_listed_with_its_subfolders_in_order_of_names(tree: Tree) -> None:
    folder = tree("b.txt", "a/2.md", "a/10.txt", "c/d/e.TXT", "B.txt")
    listing = find([folder])
    assert ids(listing) == ["B.txt", "a/10.txt", "a/2.md", "b.txt", "c/d/e.TXT"]
    assert read(listing.files[2]).text == "This is a/2.md."
    assert listing.failures == () and listing.skipped == {}


def test_other_files_are_skipped_and_counted(tree: Tree) -> None:
    listing = find([tree("a.txt", "a.json", "b/a.json", "c.PNG", "Makefile", ".hidden.txt", ".git/x.txt", "z.txt~")])
    assert ids(listing) == ["a.txt"]
    assert listing.skipped == {".json": 2, ".png": 1, ".txt~": 1, "hidden": 2, "no suffix": 1}


def test_the_order_of_the_inputs_is_kept(tree: Tree) -> None:
    folder = tree("x/a.txt", "y/b.txt", "c.txt")
    assert ids(find([folder / "y", folder / "c.txt", folder / "x"])) == ["b.txt", "c.txt", "a.txt"]


def test_a_shared_id_gives_way_to_the_path_as_given(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree("2016/a.txt", "2016/b.txt", "2017/a.txt", "x/2016/a.txt"))
    assert ids(find(["2016", "2017"])) == ["2016/a.txt", "b.txt", "2017/a.txt"]
    assert ids(find(["2016", "2017", "x"])) == ["2016/a.txt", "b.txt", "2017/a.txt", "x/2016/a.txt"]


def test_a_file_that_is_reached_twice_is_listed_once(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree("x/a.txt", "x/b.txt"))
    assert ids(find(["x", "./x", "x/a.txt", "x/../x"])) == ["a.txt", "b.txt"]


def test_what_was_given_and_is_no_article_is_a_failure(tree: Tree) -> None:
    folder = tree("a.txt", "page.pdf", "empty/deep/x.json")
    listing = find([folder / "gone", folder / "gone.txt", folder / "page.pdf", folder / "empty", folder / "a.txt"])
    assert ids(listing) == ["a.txt"]
    found = reasons(listing)
    assert "does not exist" in found["gone"] and "does not exist" in found["gone.txt"]
    assert "not an article file" in found["page.pdf"] and ".txt, .md, .html" in found["page.pdf"]
    assert "has no articles" in found["empty"]
    assert listing.skipped == {".json": 1}


@posix
def test_links_are_followed_but_not_in_circles(tree: Tree, tmp_path: Path) -> None:
    folder = tree("in/a.txt", "elsewhere/b.txt") / "in"
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    (folder / "up").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "broken.txt").symlink_to("nowhere.txt")
    (folder / "broken.png").symlink_to("nowhere.png")
    listing = find([folder])
    assert ids(listing) == ["a.txt", "linked/b.txt"]
    found = reasons(listing)
    assert set(found) == {"up", "self.txt", "broken.txt"}
    assert "lies in" in found["up"]
    assert "leads nowhere" in found["broken.txt"]
    assert listing.skipped == {".png": 1}


@posix
def test_a_pipe_is_not_opened(tree: Tree) -> None:
    folder = tree("a.txt")
    os.mkfifo(folder / "pipe.txt")
    listing = find([folder])
    assert ids(listing) == ["a.txt"]
    assert "pipe" in reasons(listing)["pipe.txt"]


@posix
def test_odd_file_names_become_ids_that_can_be_written(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"new\nline.txt", "dæd.txt".encode()):
        (tmp_path / os.fsdecode(name)).write_text("Text.", encoding="utf-8")
    listing = find([tmp_path])
    assert sorted(ids(listing)) == ["caf\\xe9.txt", "dæd.txt", "new\nline.txt"]
    assert all(read(file).text == "Text." for file in listing.files)


def test_a_folder_that_may_not_be_listed_is_a_failure(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, listdir = tree("a.txt", "secret/b.txt"), os.listdir

    def guarded(path: Path) -> list[str]:
        if path.name == "secret":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", guarded)
    listing = find([folder])
    assert ids(listing) == ["a.txt"]
    assert "cannot be listed (Permission denied)" in reasons(listing)["secret"]


def test_a_file_that_vanishes_or_is_guarded_is_named(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tree("a.txt")
    (file,) = find([folder]).files
    (folder / "a.txt").unlink()
    with pytest.raises(ArticleError, match=r"a\.txt \(read\).*No such file"):
        read(file)

    def guarded(place: str, mode: str) -> IO[bytes]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", guarded)
    with pytest.raises(ArticleError, match="Permission denied"):
        read(file)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", ["One.\r\nTwo.\rThree.\n", "“Hé,” 👩‍🚀 said\u2028she.", "\ufeffTwo marks"])
def test_text_is_read_to_the_character(tmp_path: Path, encoding: str, text: str) -> None:
    if encoding == "utf-8":
        text = text.lstrip("\ufeff")
    assert article_from(tmp_path / "a.txt", text.encode(encoding)) == text


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_both_orders_of_utf16(tmp_path: Path, mark: bytes, encoding: str) -> None:
    assert article_from(tmp_path / "a.txt", mark + "“Yes.”".encode(encoding)) == "“Yes.”"


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_older_encodings_are_guessed_with_a_warning(tmp_path: Path, encoding: str) -> None:
    text = "“We won’t go,” said Renée Dubois, the café’s owner — on Tuesday.\r\n" * 3
    with pytest.warns(ArticleWarning, match=rf"a\.txt is not UTF-8; read as {encoding}"):
        assert article_from(tmp_path / "a.txt", text.encode(encoding)) == text


def test_another_script_is_guessed_as_well(tmp_path: Path) -> None:
    text = "Министр сказал журналистам, что решение будет принято на следующей неделе. " * 5
    with pytest.warns(ArticleWarning, match="cp1251"):
        assert article_from(tmp_path / "a.txt", text.encode("cp1251")) == text


@pytest.mark.parametrize(
    "data",
    [
        b"text\0with nul",
        "no mark".encode("utf-16-le"),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe",
        b"\xff\xfea",
        b"\xff\xfe\0\xd8",
        bytes(range(1, 256)) * 8,
    ],
)
def test_what_is_not_text_is_an_error_of_its_file(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"a\.txt is not text.*UTF-8") as caught:
        article_from(tmp_path / "a.txt", data)
    assert (caught.value.article_id, caught.value.stage) == ("a.txt", "read")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", "\u2003\u00a0".encode()])
def test_a_file_without_text_is_an_error(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ArticleError, match="has no text"):
        article_from(tmp_path / "a.txt", data)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_every_text_survives_utf8(text: str) -> None:
    assert decode(text.encode("utf-8-sig"), "x") == text


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_a_value_error(data: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ArticleWarning)
        try:
            text = decode(data, "x")
        except ValueError:
            return
    assert "\0" not in text
    text.encode("utf-8")  # nothing that a file could not hold


def test_errors_survive_pickling() -> None:
    error = pickle.loads(pickle.dumps(ArticleError("a.txt", "read", "is empty.")))
    assert (error.article_id, error.stage, error.reason) == ("a.txt", "read", "is empty.")
    assert str(error) == "a.txt (read): is empty."
