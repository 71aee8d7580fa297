"""What each format adds to the table: further columns, formulas, limits, folders of parts, and who made it."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from pyarrow import parquet
from test_table import AWKWARD, ROW, table_rows, texts, to_frame

from quotes import META, SCHEMA, formats, read, write
from quotes.errors import ArticleWarning, InputError, OutputError, SetupError
from quotes.formats import excel, parts
from quotes.formats.groups import grouped
from quotes.formats.options import Append, Options
from quotes.formats.parquet import writing as writing_parquet
from quotes.table import from_pandas

FILES = ["t.csv", "t.jsonl", "t.parquet", "t.xlsx"]
ANY = [*FILES, "t.parquet/"]
FURTHER = {
    "outlet": pa.array(["=cmd()", None, ""], pa.string()),
    "-url": pa.array(["007", "2024-01-02", "NA"], pa.large_string()),
    "words": pa.array([1, None, 2**62], pa.int64()),
    "share": pa.array([0.25, None, 1.5], pa.float64()),
    "paid": pa.array([True, None, False]),
    "day": pa.array([date(2024, 1, 2), None, date(1899, 1, 1)]),
    "at": pa.array([datetime(2024, 1, 2, 3, 4), None, None], pa.timestamp("us")),
    "price": pa.array([Decimal("1.10"), None, None], pa.decimal128(5, 2)),
    "tags": pa.array([["a", "é"], None, []], pa.list_(pa.string())),
    "desk": pa.array(["x", None, "x"]).dictionary_encode(),
    "nothing": pa.nulls(3),
}
# cells whose first characters a spreadsheet might take for a formula
FORMULAS = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "'=1", "''-", "'", "'x", "x=1"]


@pytest.fixture
def rich() -> pa.Table:
    """Three rows with further columns of many types."""
    table = from_pandas(to_frame([ROW | {"quote_id": number} for number in range(3)]))
    for name, column in FURTHER.items():
        table = table.append_column(name, column)
    return table


def written(table: pa.Table, path: str, **options: Any) -> None:
    with formats.writing(path, schema=table.schema, **options) as append:
        append(table)


# ---- further columns -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["t.parquet", "t.parquet/"])
def test_parquet_keeps_further_columns_as_they_are(tmp_path: Path, rich: pa.Table, name: str) -> None:
    written(rich, f"{tmp_path}/{name}")
    assert parquet.read_table(tmp_path / "t.parquet").equals(rich)
    write(read(tmp_path / "t.parquet"), f"{tmp_path}/again.parquet")
    again = read(tmp_path / "again.parquet")
    assert_frame_equal(again, read(tmp_path / "t.parquet"))
    assert list(again.columns) == [*SCHEMA.names, *FURTHER]
    assert again["words"].tolist() == [1, pd.NA, 2**62] and again["paid"].dtype == pd.BooleanDtype()


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.xlsx"])
def test_text_formats_keep_the_values_of_further_columns(tmp_path: Path, rich: pa.Table, name: str) -> None:
    written(rich, f"{tmp_path}/{name}")
    back = read(tmp_path / name)
    assert_frame_equal(back[SCHEMA.names], read_parquet(rich, tmp_path)[SCHEMA.names])
    assert list(back.columns) == [*SCHEMA.names, *FURTHER]
    first, second, third = ([None if part is pd.NA else part for part in back[column]] for column in list(FURTHER)[:3])
    assert first == ["=cmd()", None, ""]
    assert second == ["007", "2024-01-02", "NA"]
    assert [None if value is None else int(value) for value in third] == [1, None, 2**62]
    assert [str(day) for day in back["day"]] == ["2024-01-02", "<NA>", "1899-01-01"]
    assert str(back["price"][0]) == "1.10" and str(back["desk"][2]) == "x"
    tags = back["tags"][0]
    assert (json.loads(tags) if isinstance(tags, str) else list(tags)) == ["a", "é"]
    assert back["nothing"].isna().all()


def read_parquet(table: pa.Table, folder: Path) -> pd.DataFrame:
    written(table, f"{folder}/same.parquet")
    return read(folder / "same.parquet")


@pytest.mark.parametrize("name", ANY)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=table_rows, further=st.lists(texts | st.sampled_from(AWKWARD) | st.none(), min_size=4, max_size=4))
def test_further_texts_read_back_the_same(
    tmp_path: Path, name: str, rows: list[dict[str, Any]], further: list[str | None]
) -> None:
    outlet = pd.array(further[: len(rows)], dtype=pd.StringDtype("pyarrow"))
    table = to_frame(rows).assign(outlet=outlet, url=outlet)
    write(table, f"{tmp_path}/{name}", overwrite=True)
    kept = list(table.columns) if rows else SCHEMA.names  # a file of objects has no columns where it has no row
    assert_frame_equal(read(f"{tmp_path}/{name}")[kept], table[kept])


def test_a_column_that_no_text_stands_for_is_named(tmp_path: Path) -> None:
    table = from_pandas(to_frame([ROW])).append_column("photo", pa.array([b"\xff"]))
    written(table, f"{tmp_path}/t.parquet")
    with pytest.raises(InputError, match=r"'photo' \(binary\).*\.parquet"):
        written(table, f"{tmp_path}/t.csv")
    assert not (tmp_path / "t.csv").exists()


# ---- the same bytes ------------------------------------------------------------------------------------------------


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.integers(0, 40), max_size=12), st.integers(1, 30))
def test_groups_are_of_one_size_however_the_rows_come(sizes: list[int], size: int) -> None:
    whole = from_pandas(to_frame([ROW | {"quote_id": number} for number in range(sum(sizes))]))
    passed: list[pa.Table] = []
    with grouped(passed.append, Options(row_group=size)) as append:
        for number, length in enumerate(sizes):
            append(whole.slice(sum(sizes[:number]), length))
    assert all(len(group) == size for group in passed[:-1]) and all(0 < len(group) <= size for group in passed)
    assert pa.concat_tables([SCHEMA.empty_table(), *passed]).equals(whole)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_the_same_to_the_byte_however_its_rows_come(tmp_path: Path, name: str) -> None:
    whole = from_pandas(to_frame([ROW | {"quote_id": number, "speaker": f"A{number % 7}"} for number in range(900)]))
    for place, step in (("a", 900), ("b", 1), ("c", 7)):
        (tmp_path / place).mkdir()
        with formats.writing(tmp_path / place / name, about={"model": "m"}) as append:
            for start in range(0, 900, step):
                append(whole.slice(start, step))
    a, b, c = ((tmp_path / place / name).read_bytes() for place in "abc")
    assert a == b == c


def test_parquet_says_what_made_it_and_counts_what_comes_again(tmp_path: Path, rich: pa.Table) -> None:
    written(rich, f"{tmp_path}/t.parquet", about={"model": "abc", "syntax": None})
    file = parquet.ParquetFile(tmp_path / "t.parquet")
    assert json.loads(file.schema_arrow.metadata[b"quotes"]) == {"model": "abc", "syntax": None}
    ids, words = (file.metadata.row_group(0).column(number) for number in (0, 3))
    assert ids.compression == "ZSTD"
    assert "RLE_DICTIONARY" in ids.encodings and "RLE_DICTIONARY" not in words.encodings


# ---- JSON lines ----------------------------------------------------------------------------------------------------


def test_a_line_is_an_object_with_the_article_s_own_characters(tmp_path: Path) -> None:
    write(to_frame([ROW | {"quote": "“Né\u2028e”", "speaker": "Zoë"}, ROW]), tmp_path / "t.jsonl")
    first, _ = (tmp_path / "t.jsonl").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    assert '"quote": "“Né\u2028e”", "spans": [[0, 1], [2, 3]], "speaker": "Zoë", "title": null' in first
    assert json.loads(first)["confidence"] == 0.1
    assert pd.read_json(tmp_path / "t.jsonl", lines=True)["speaker"].tolist()[0] == "Zoë"


@pytest.mark.parametrize(("line", "told"), [("[1]", "line 2 is not an object"), ("{", "line 2 is not JSON")])
def test_a_broken_line_is_named(tmp_path: Path, line: str, told: str) -> None:
    write(to_frame([ROW]), tmp_path / "t.jsonl")
    with (tmp_path / "t.jsonl").open("a", encoding="utf-8") as handle:
        handle.write(line)
    with pytest.raises(InputError, match=told):
        read(tmp_path / "t.jsonl")


# ---- spreadsheets --------------------------------------------------------------------------------------------------


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cells=st.lists(texts | st.sampled_from(FORMULAS), max_size=4))
def test_no_cell_of_a_safe_csv_is_a_formula_and_it_reads_back(tmp_path: Path, cells: list[str]) -> None:
    table = to_frame([ROW | {"quote": cell, "speaker": cell} for cell in cells]).assign(**{"=x": "-"})
    write(table, tmp_path / "t.csv", overwrite=True, spreadsheet_safe=True)
    plain = pd.read_csv(tmp_path / "t.csv", dtype=str, keep_default_na=False)
    for cell in [*plain.columns, *plain["quote"], *plain["speaker"]]:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    back = read(tmp_path / "t.csv", spreadsheet_safe=True)
    assert_frame_equal(back[SCHEMA.names], table[SCHEMA.names])
    assert back.columns[-1] == "=x" and back["=x"].tolist() == ["-"] * len(cells)


def test_only_what_begins_like_a_formula_is_changed(tmp_path: Path) -> None:
    table = to_frame([ROW | {"speaker": cell} for cell in FORMULAS])
    write(table, tmp_path / "t.csv", spreadsheet_safe=True)
    as_it_stands = read(tmp_path / "t.csv")["speaker"].tolist()
    assert as_it_stands == [f"'{cell}" for cell in FORMULAS[:-3]] + FORMULAS[-3:]


@pytest.mark.parametrize("safe", [True, False])
def test_in_excel_every_text_is_typed_as_text(tmp_path: Path, safe: bool) -> None:
    table = to_frame([ROW | {"speaker": cell} for cell in FORMULAS])
    write(table, tmp_path / "t.xlsx", spreadsheet_safe=safe)
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["quotes"]
    column = SCHEMA.names.index("speaker") + 1
    assert {sheet.cell(row, column).data_type for row in range(2, len(FORMULAS) + 2)} <= {"s", "inlineStr"}
    assert sheet.cell(2, column).value == "=1+1" and sheet.cell(2, 2).data_type == "n"
    assert sheet.freeze_panes == "A2"
    assert_frame_equal(read(tmp_path / "t.xlsx"), table)


def test_a_text_longer_than_a_cell_of_excel_is_cut_with_a_warning(tmp_path: Path) -> None:
    rows = [ROW, ROW | {"article_id": "b.txt", "quote_id": 4, "quote": "😀" * 20_000}]
    with pytest.warns(ArticleWarning, match=r"1 cell cut .*32,767.*: b\.txt 'quote' of quote 4"):
        write(to_frame(rows), tmp_path / "t.xlsx")
    assert read(tmp_path / "t.xlsx")["quote"].str.len().tolist() == [1, 16_383]


def test_what_excel_has_no_room_for_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OutputError, match=r"a: 'spans' of quote 0 .*\.parquet"):
        write(to_frame([ROW | {"spans": [[0, 1]] * 5_000}]), tmp_path / "t.xlsx")
    monkeypatch.setattr(excel, "ROWS", 2)
    with pytest.raises(OutputError, match=r"more rows.*\.parquet"):
        write(to_frame([ROW] * 3), tmp_path / "t.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("library", ["openpyxl", "xlsxwriter"])
def test_a_missing_library_is_named_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    write(META, tmp_path / "t.xlsx")
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SetupError, match=rf"{library}: pip install {library}"):
        read(tmp_path / "t.xlsx") if library == "openpyxl" else formats.check_target(tmp_path / "new.xlsx")


# ---- a folder of parts ---------------------------------------------------------------------------------------------


def in_parts(folder: Path, rows: int) -> pa.Table:
    """A folder of parts of four rows."""
    table = from_pandas(to_frame([ROW | {"quote_id": number} for number in range(rows)]))
    options = Options(row_group=2, part_rows=4)
    folder.mkdir()
    with parts.writing(folder, options) as append, grouped(append, options) as add:
        add(table)
    return table


def test_a_part_begins_after_so_many_rows(tmp_path: Path) -> None:
    table = in_parts(tmp_path / "t.parquet", 9)
    paths = sorted((tmp_path / "t.parquet").iterdir())
    assert [path.name for path in paths] == [f"quotes-0000{number}.parquet" for number in range(3)]
    assert [parquet.ParquetFile(path).metadata.num_rows for path in paths] == [4, 4, 1]
    assert read(tmp_path / "t.parquet")["quote_id"].tolist() == list(range(9))
    assert pd.read_parquet(tmp_path / "t.parquet")["quote_id"].tolist() == list(range(9))
    assert parquet.read_table(tmp_path / "t.parquet").equals(table)


def test_dask_reads_a_folder_of_parts(tmp_path: Path) -> None:
    frames = pytest.importorskip("dask.dataframe", reason="Dask's frames are not installed")
    in_parts(tmp_path / "t.parquet", 9)
    assert frames.read_parquet(tmp_path / "t.parquet")["quote_id"].compute().tolist() == list(range(9))


def test_an_empty_folder_of_parts_has_the_schema(tmp_path: Path) -> None:
    write(META, f"{tmp_path}/t.parquet/")
    assert_frame_equal(read(tmp_path / "t.parquet"), META)


def test_only_a_folder_of_ours_is_replaced(tmp_path: Path) -> None:
    path, folder = f"{tmp_path}/t.parquet/", tmp_path / "t.parquet"
    in_parts(folder, 9)
    with pytest.raises(InputError, match="exists"):
        write(META, path)
    write(META, path, overwrite=True)
    assert len(read(folder)) == 0 and len(list(folder.iterdir())) == 1
    for name in ("notes.txt", "quotes-00007.parquet"):  # the second is named like ours
        pd.DataFrame({"a": [1]}).to_parquet(folder / name)
        with pytest.raises(InputError, match=f"not replaced: {name}"):
            write(META, path, overwrite=True)
        (folder / name).unlink()
    assert [path.name for path in tmp_path.iterdir()] == ["t.parquet"]


def test_a_failure_leaves_the_old_folder_and_nothing_else(tmp_path: Path) -> None:
    in_parts(tmp_path / "t.parquet", 9)

    def broken(append: Append) -> None:
        append(SCHEMA.empty_table())
        raise KeyboardInterrupt

    with (
        pytest.raises(KeyboardInterrupt),
        formats.writing(f"{tmp_path}/t.parquet/", overwrite=True) as append,
    ):
        broken(append)
    assert [path.name for path in tmp_path.iterdir()] == ["t.parquet"]
    assert len(read(tmp_path / "t.parquet")) == 9


def test_a_folder_that_cannot_be_put_in_place_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_parts(tmp_path / "t.parquet", 9)
    rename = Path.rename

    def guarded(self: Path, target: Path) -> Path:
        if self.suffix == ".part":
            raise OSError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", guarded)
    with pytest.raises(OutputError, match="Permission denied"):
        write(META, f"{tmp_path}/t.parquet/", overwrite=True)
    assert [path.name for path in tmp_path.iterdir()] == ["t.parquet"]
    assert len(read(tmp_path / "t.parquet")) == 9


def test_a_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    write(META, tmp_path / "file.parquet")
    with pytest.raises(InputError, match="not a folder"):
        write(META, f"{tmp_path}/file.parquet/", overwrite=True)
    (tmp_path / "other").mkdir()
    with pytest.raises(InputError, match="no Parquet files"):
        read(tmp_path / "other")


def test_parquet_rows_stand_in_groups(tmp_path: Path) -> None:
    table = from_pandas(to_frame([ROW] * 5))
    options = Options(row_group=2)
    with (
        (tmp_path / "t.parquet").open("wb") as handle,
        writing_parquet(handle, options) as append,
        grouped(append, options) as add,
    ):
        add(table)
    assert parquet.ParquetFile(tmp_path / "t.parquet").metadata.num_row_groups == 3
