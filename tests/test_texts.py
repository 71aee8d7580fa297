"""Files -> text: packed files, web pages, named encodings, mojibake, lengths."""

from __future__ import annotations

import gzip
import sys
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.articles import Piped, Reading, Row, find, read
from quotes.articles.decoding import decode, is_encoding, sniff
from quotes.articles.mojibake import repair
from quotes.articles.reading import AS_IT_STANDS
from quotes.errors import ArticleError, ArticleWarning
from quotes.records import Article

PAGE = """<html><head><title>Dam</title>{head}<script>document.write('"Evil," the script said.')</script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Dam threatens the town</h1>
<p>“It will hold,” said Renée <a href="/dubois">Dubois</a>, the <b>governor</b>, to all who had come to the café.</p>
<p>More than 4,000 people were ordered from their homes along the river on Tuesday, officials said.</p>
<p>Water had begun to seep through the face of the dam by noon, according to its engineer.<br>Nobody was hurt.</p>
</article><footer>All rights reserved</footer></body></html>"""
TEXT = "“We won’t go,” said Renée Dubois.\r\nShe stayed."


def article(path: Path, data: bytes, how: Reading = AS_IT_STANDS) -> Article:
    path.write_bytes(data)
    (file,) = find([path]).files
    return read(file, how)


@pytest.mark.parametrize("name", ["a.txt.gz", "a.md.GZ", "A.TXT.gz"])
def test_packed_files_are_unpacked(tmp_path: Path, name: str) -> None:
    assert article(tmp_path / name, gzip.compress(TEXT.encode())) == Article(name, TEXT)


def test_packed_files_are_found_in_folders(tmp_path: Path) -> None:
    for name in ("a.txt.gz", "b.html.gz", "c.htm", "d.tar.gz", "e.gz", "f.csv"):
        (tmp_path / name).touch()
    listing = find([tmp_path])
    assert [file.id for file in listing.files] == ["a.txt.gz", "b.html.gz", "c.htm"]
    assert listing.skipped == {".csv": 1, ".gz": 1, ".tar.gz": 1}


@pytest.mark.parametrize(
    "data",
    [b"plain", gzip.compress(TEXT.encode())[:-9], gzip.compress(TEXT.encode())[:-9] + b"\1" * 9, b"\x1f\x8b\x08\0junk"],
)
def test_damaged_packed_files_are_errors(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"a\.txt\.gz is damaged, or no \.gz file.*Pack it anew"):
        article(tmp_path / "a.txt.gz", data)


def test_a_bomb_is_unpacked_no_further_than_the_limit(tmp_path: Path) -> None:
    bomb = gzip.compress(b"a" * 50_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(ArticleError, match="longer than 1,000 characters"):
            article(tmp_path / "a.txt.gz", bomb, Reading(max_chars=1_000))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize(("extra", "fits"), [(0, True), (1, False)])
@pytest.mark.parametrize("letter", ["a", "é", "’", "👩"])
def test_the_longest_article(tmp_path: Path, letter: str, extra: int, fits: bool) -> None:
    text = letter * (100 + extra)
    if fits:
        assert article(tmp_path / "a.txt", text.encode(), Reading(max_chars=100)).text == text
    else:
        with pytest.raises(ArticleError, match=r"longer than 100 characters\. Allow more \(--max-chars\)"):
            article(tmp_path / "a.txt", text.encode(), Reading(max_chars=100))


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-16"),
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-15">', "cp1252"),
    ],
)
def test_the_article_of_a_page(tmp_path: Path, head: str, encoding: str) -> None:
    pytest.importorskip("trafilatura")
    found = article(tmp_path / "a.html", PAGE.format(head=head).encode(encoding)).text
    lines = found.splitlines()
    assert lines[0] == "Dam threatens the town"
    assert lines[1].endswith("said Renée Dubois, the governor, to all who had come to the café.")
    assert not {"Evil", "script", "Home", "rights"} & set(found.replace(",", " ").split())


def test_what_a_page_says_of_itself_may_be_wrong(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    for told in ("klingon", "hex", "utf-16", "ascii"):
        page = PAGE.format(head=f"<meta charset={told}>")
        assert "Renée" in article(tmp_path / "a.html", page.encode()).text
    with pytest.warns(ArticleWarning, match="cp1252"):
        assert "Renée" in article(tmp_path / "a.html", page.encode("cp1252")).text


@pytest.mark.parametrize("page", ["<html><script>x</script></html>", "just words", "<p>" * 5_000, "<!-- x"])
def test_a_page_without_an_article_is_an_error(tmp_path: Path, page: str) -> None:
    pytest.importorskip("trafilatura")
    with pytest.raises(ArticleError, match="has no article in it"):
        article(tmp_path / "a.html", page.encode())


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ArticleError, match=r"a\.html is a web page.*pip install trafilatura lxml_html_clean"):
        article(tmp_path / "a.html", PAGE.encode())


@pytest.mark.parametrize("encoding", ["cp1250", "utf-16-le", "mac_roman"])
def test_a_named_encoding_is_used_instead_of_a_guess(tmp_path: Path, encoding: str) -> None:
    how = Reading(encoding=encoding)
    assert article(tmp_path / "a.txt", TEXT.encode(encoding), how).text == TEXT
    assert article(tmp_path / "b.txt", TEXT.encode(), how).text == TEXT
    assert article(tmp_path / "c.txt", TEXT.encode("utf-16"), how).text == TEXT


def test_bytes_that_do_not_fit_the_named_encoding_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"is not text in UTF-8 or ascii.*name its encoding"):
        article(tmp_path / "a.txt", TEXT.encode("cp1252"), Reading(encoding="ascii"))
    with pytest.raises(ArticleError, match="NUL"):
        article(tmp_path / "a.txt", b"\x89PNG\0\xff", Reading(encoding="latin-1"))


@pytest.mark.parametrize(("name", "there"), [("cp1252", True), ("UTF-16", True), ("hex", False), ("klingon", False)])
def test_names_of_encodings(name: str, there: bool) -> None:
    assert is_encoding(name) is there


def test_mojibake_is_repaired_on_request_and_counted(tmp_path: Path) -> None:
    damaged = TEXT.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d").encode()
    assert article(tmp_path / "a.txt", damaged).text != TEXT
    assert article(tmp_path / "a.txt", damaged, Reading(fix_mojibake=True)) == Article("a.txt", TEXT, repaired=True)
    assert not article(tmp_path / "b.txt", TEXT.encode(), Reading(fix_mojibake=True)).repaired


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "one\rtwo\r\nthree\u2028four\x85",
        "ﬁne ｆｕｌｌ width",
        "&quot;Yes&quot; e\u0301 \x1b[1m \ud800",
        "‘’“”\ufeff\0",
    ],
)
def test_nothing_but_damage_is_repaired(text: str) -> None:
    if "\x85" in text:  # a control character of old, an ellipsis in a misread file
        assert repair(text) == text.replace("\x85", "…")
    else:
        assert repair(text) == text


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_has_no_mojibake(text: str) -> None:
    assert repair(text) == text


def test_a_pipe_and_a_row_are_read_like_a_file(tmp_path: Path) -> None:
    (piped,) = find(["-"], TEXT.encode("utf-16")).files
    assert isinstance(piped, Piped) and read(piped) == Article("stdin", TEXT)
    (empty,) = find(["-"]).files
    with pytest.raises(ArticleError, match=r"stdin \(read\): - has no text"):
        read(empty)
    assert read(Row("x", "t.csv, row 0", "", (1,))) == Article("x", "", (1,))
    with pytest.raises(ArticleError, match=r"t\.csv, row 7 is longer"):
        read(Row("x", "t.csv, row 7", "long"), Reading(max_chars=3))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), st.integers(0, 40))
def test_the_start_of_a_file_tells_its_encoding(text: str, cut: int) -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        data = text.encode(encoding)
        found, guessed = sniff(data[: max(4, len(data) - cut)])
        assert not guessed and data.decode(found) == text
    data = text.lstrip("\ufeff").encode()
    assert sniff(data[: len(data) - cut % 4]) == ("utf-8", False)


def test_the_encoding_of_a_table_is_guessed_or_named() -> None:
    data = (TEXT * 5).encode("cp1252")
    assert sniff(data) == ("cp1252", True)
    assert sniff(data, "cp1250") == ("cp1250", False)
    for bad in (b"\0\xff", b"a\0b", b"\xff\xfe\0\xd8\0\xd8"):
        with pytest.raises(ValueError, match="not text"):
            sniff(bad)


@given(st.binary(max_size=200))
def test_damaged_bytes_are_told_or_read(data: bytes) -> None:
    for packed in (data, b"\x1f\x8b" + data, zlib.compress(data)):
        try:
            decode(packed, "x", "cp1252")
        except ValueError as error:
            assert "text" in str(error)


@settings(max_examples=50, deadline=None)
@given(st.text(st.sampled_from("<>/&;!-pbdiv\"'= x“”\0é\n"), max_size=200))
def test_any_page_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, page: str) -> None:
    pytest.importorskip("trafilatura")
    try:
        found = article(tmp_path_factory.mktemp("pages") / "a.html", page.encode())
    except ArticleError as error:
        assert error.stage == "read"
    else:
        assert found.text.strip()
