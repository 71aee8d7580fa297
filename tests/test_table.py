from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from pyarrow import parquet

from quotes import META, SCHEMA, formats, read, write
from quotes.errors import ArticleError, InputError, OutputError
from quotes.formats.options import Format
from quotes.records import Article, Attribution, Quote, Span, Speaker
from quotes.table import frame, rows, storable

SUFFIXES = [".csv", ".jsonl", ".parquet", ".xlsx"]
AWKWARD = [
    None,
    "",
    "NA",
    "null",
    "nan",
    "None",
    "#N/A",
    '"',
    '""',
    ",",
    "a,b",
    "\r",
    "\r\n",
    "\n",
    " x ",
    "\t",
    "\x1b[0m",
]
AWKWARD += ["\u2028", "\ufeff", "é\u0301", "👩\u200d🚀", "=1+1", "\\", "'", "1", "true", "[[0, 1]]"]

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
offsets = st.integers(0, 2**31 - 1)
spans = st.lists(st.tuples(offsets, offsets).map(list), min_size=1, max_size=3)
cells = {
    pa.string(): st.sampled_from([cell for cell in AWKWARD if cell is not None]) | texts,
    pa.int32(): offsets,
    pa.float32(): st.floats(0, 1, width=32),
    SCHEMA.field("spans").type: spans,
}
table_rows = st.lists(
    st.fixed_dictionaries(
        {f.name: cells[f.type] | st.none() if f.nullable else cells[f.type] for f in SCHEMA},
    ),
    max_size=4,
)


# what every row must have
ROW: dict[str, Any] = {
    "article_id": "a",
    "quote_id": 0,
    "type": "mixed",
    "quote": "x",
    "spans": [[0, 1], [2, 3]],
    "rule": "dash",
    "confidence": 0.1,
}


def to_frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=META.columns).astype(META.dtypes.to_dict())


def one_quote(text: str, **fields: Any) -> Quote:
    given = {"content": (Span(0, len(text)),), "type": "direct", "cue": None, "source": None, "rule": "floating"}
    return Quote(0, Attribution(**(given | {"confidence": 0.5} | fields)), Speaker(None, None, None))


def test_columns_are_those_of_the_design() -> None:
    assert SCHEMA.names[:5] == ["article_id", "quote_id", "type", "quote", "spans"]
    assert list(META.columns) == SCHEMA.names
    assert len(META) == 0


def test_a_row_holds_the_words_and_where_they_stand() -> None:
    text = '"No," said Ann Lee, the chair, "never."'
    attribution = Attribution((Span(0, 5), Span(31, 39)), "direct", Span(6, 10), Span(11, 29), "clause", 0.9)
    quote = Quote(3, attribution, Speaker("Ann Lee", "chair", "person", "Lake Club"))
    (row,) = frame([(Article("a.txt", text), [quote])]).to_dict("records")
    assert row.pop("confidence") == pytest.approx(0.9)
    assert row == {
        "article_id": "a.txt",
        "quote_id": 3,
        "type": "direct",
        "quote": '"No," "never."',
        "spans": [[0, 5], [31, 39]],
        "speaker": "Ann Lee",
        "title": "chair",
        "affiliation": "Lake Club",
        "speaker_kind": "person",
        "source": "Ann Lee, the chair",
        "source_start": 11,
        "source_end": 29,
        "cue": "said",
        "cue_start": 6,
        "cue_end": 10,
        "rule": "clause",
    }


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1), st.data())
def test_the_law_of_spans(text: str, data: st.DataObject) -> None:
    text, _ = storable(text)
    cuts = sorted(
        data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6).filter(lambda c: len(c) % 2 == 0))
    )
    content = tuple(map(Span, cuts[::2], cuts[1::2]))
    (row,) = frame([(Article("a", text), [one_quote(text, content=content)])]).to_dict("records")
    assert " ".join(text[start:end] for start, end in row["spans"]) == row["quote"]


def test_what_is_missing_is_na() -> None:
    table = frame([(Article("a", "Yes."), [one_quote("Yes.")])])
    missing = {name for name in table.columns if table[name].isna().all()}
    assert missing == {field.name for field in SCHEMA if field.nullable}
    assert table["speaker"][0] is pd.NA
    assert table.dtypes.equals(META.dtypes)


def test_lone_surrogates_become_replacement_characters_in_their_place() -> None:
    assert storable("a\ud800b\udfff😀") == ("a\ufffdb\ufffd😀", 2)
    text = "\udc80 yes"
    assert rows([(Article("\ud800", text), [one_quote(text)])]).to_pylist()[0]["quote"] == "\ufffd yes"


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=table_rows)
def test_a_written_table_reads_back_the_same(tmp_path: Path, suffix: str, rows: list[dict[str, Any]]) -> None:
    path, table = tmp_path / f"table{suffix}", to_frame(rows)
    write(table, path, overwrite=True)
    assert_frame_equal(read(path), table, check_exact=True)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_awkward_values_read_back_the_same(tmp_path: Path, suffix: str) -> None:
    table = to_frame([ROW | {"speaker": cell, "title": cell, "cue_start": 0} for cell in AWKWARD])
    write(table, tmp_path / f"table{suffix}")
    back = read(tmp_path / f"table{suffix}")
    assert_frame_equal(back, table, check_exact=True)
    assert back.dtypes.equals(META.dtypes)
    assert [None if cell is pd.NA else cell for cell in back["speaker"]] == AWKWARD


def test_pandas_alone_reads_usable_values(tmp_path: Path) -> None:
    write(to_frame([ROW | {"speaker": speaker} for speaker in ("NA", "a\r\nb", None)]), tmp_path / "table.csv")
    write(read(tmp_path / "table.csv"), tmp_path / "table.parquet")
    plain = pd.read_csv(tmp_path / "table.csv", keep_default_na=False, na_values=[""])
    assert plain["speaker"].tolist()[:2] == ["NA", "a\r\nb"] and pd.isna(plain["speaker"][2])
    assert json.loads(plain["spans"][0]) == [[0, 1], [2, 3]]
    plain = pd.read_parquet(tmp_path / "table.parquet")
    assert plain["speaker"].tolist()[:2] == ["NA", "a\r\nb"] and pd.isna(plain["speaker"][2])
    assert plain["cue_start"][0] != plain["cue_start"][0]  # NaN: a plain reader can compare it


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_an_empty_table_and_a_very_long_cell(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"table{suffix.upper()}"
    write(META, path)
    assert_frame_equal(read(path), META)
    long = frame([(Article("a", 'x"\r\n' * 1_000_000), [one_quote('x"\r\n' * 1_000_000)])])
    write(long, path, overwrite=True)
    assert_frame_equal(read(path), long)


def test_parquet_has_the_schema(tmp_path: Path) -> None:
    write(frame([(Article("a", "Yes."), [one_quote("Yes.")])]), tmp_path / "table.parquet")
    assert parquet.read_schema(tmp_path / "table.parquet").remove_metadata().equals(SCHEMA)


def test_many_small_pieces_are_written_in_order(tmp_path: Path) -> None:
    article = Article("a", "Yes.")
    with formats.writing(tmp_path / "table.parquet") as append:
        for number in range(1000):
            quote = one_quote("Yes.")
            append(rows([(Article(str(number), "Yes."), [quote])] if number % 3 else [(article, [])]))
    assert read(tmp_path / "table.parquet")["article_id"].tolist() == [str(n) for n in range(1000) if n % 3]


def test_an_existing_table_is_kept_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("precious", encoding="utf-8")
    with pytest.raises(InputError, match="exists"):
        write(META, path)
    assert path.read_text(encoding="utf-8") == "precious"
    write(META, path, overwrite=True)
    assert len(read(path)) == 0


def test_a_failure_leaves_the_old_table_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("precious", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), formats.writing(path, overwrite=True) as append:
        append(SCHEMA.empty_table())
        raise KeyboardInterrupt
    assert path.read_text(encoding="utf-8") == "precious"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        write(META, tmp_path / "table.csv")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.EACCES, "You have no permission"),
        (errno.EROFS, "Nothing can be written there"),
        (errno.ENOENT, "See whether its folder is there"),
        (errno.EIO, "See whether it can be written"),
    ],
)
def test_why_a_file_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    def refused(self: Path, mode: str) -> None:
        raise OSError(number, "another wording of the same", str(self))

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(OutputError, match=rf"table\.csv cannot be written: {os.strerror(number)}\. {told}"):
        write(META, tmp_path / "table.csv")


@pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")
def test_the_file_has_usual_permissions_and_links_are_kept(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write(META, tmp_path / "table.csv")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "table.csv").stat().st_mode) == 0o644
    (tmp_path / "link.csv").symlink_to("table.csv")
    write(META, tmp_path / "link.csv", overwrite=True)
    assert (tmp_path / "link.csv").is_symlink()


def test_refused_targets_say_what_is_allowed(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.csv, \.jsonl, \.parquet, \.xlsx, or in \.parquet/"):
        write(META, tmp_path / "table.xls")
    with pytest.raises(InputError, match="does not exist"):
        write(META, tmp_path / "nowhere" / "table.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(InputError, match="not a file"):
        write(META, tmp_path / "folder.csv", overwrite=True)


def test_frames_of_another_shape_are_refused(tmp_path: Path) -> None:
    table = to_frame([ROW])
    path = tmp_path / "table.csv"
    with pytest.raises(InputError, match="missing: rule"):
        write(table.drop(columns="rule"), path)
    with pytest.raises(InputError, match="twice: rule"):
        write(pd.concat([table, table[["rule"]]], axis=1), path)
    with pytest.raises(InputError, match=r"quotes\.META"):
        write(table.assign(source_start="first"), path)
    with pytest.raises(InputError, match="non-nullable"):
        write(table.assign(rule=None), path)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"a,b\n1,2\n", b'"article_id\n'])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_files_that_are_no_table_are_refused(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"other{suffix}"
    path.write_bytes(content)
    if suffix == ".jsonl" and not content:
        assert_frame_equal(read(path), META)  # no line is no row
        return
    with pytest.raises(InputError, match=r"other|columns"):
        read(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_missing_file_is_named(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"gone{suffix}"
    with pytest.raises(InputError) as raised:
        read(path)
    assert str(raised.value) == f"{path} does not exist. Give a table that `quotes extract` has made."


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_may_not_be_read_is_named_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    def forbidden(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Failed to open local file. Detail: [errno 13] Permission denied")

    monkeypatch.setitem(formats.FORMATS, suffix, Format(forbidden, formats.FORMATS[suffix].write))
    with pytest.raises(InputError, match=rf"table\{suffix} cannot be read: Permission denied\. Give a table"):
        read(tmp_path / f"table{suffix}")


def test_failures_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "failures.csv"
    formats.write_failures([ArticleError('a "b",\n\ud800.txt', "read", "is empty")], path)
    listed = pd.read_csv(path)
    assert listed.to_dict("records") == [{"article_id": 'a "b",\n\ufffd.txt', "stage": "read", "reason": "is empty"}]
