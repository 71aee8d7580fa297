"""Tables -> items: columns, ids, what is kept, and everything that can be wrong with them."""

from __future__ import annotations

import csv
import datetime
import gzip
import io
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from quotes.articles import Columns, Inputs, Row, find
from quotes.articles import records as reading
from quotes.articles.inputs import EVERYTHING_AS_IT_IS
from quotes.errors import ArticleError, InputError

ROWS = [
    {"url": "u/1", "text": '"No," Ann said.\r\n"Yes, a lot."', "day": "2016-01-02"},
    {"url": "u/2", "text": "“Perhaps,” Bo said.", "day": "2016-01-03"},
    {"url": "u/3", "text": "", "day": ""},
]
KEPT = Columns("text", "url", ("day",))


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    """A table of the kind that the name says, packed where it says so."""
    if path.suffix == ".parquet":
        parquet.write_table(pa.Table.from_pylist(rows), path)
        return path
    stream = io.StringIO(newline="")
    if ".csv" in path.name.lower():
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    else:
        stream.writelines(json.dumps(row) + "\n" for row in rows)
    data = stream.getvalue().encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def items(path: Path, columns: Columns = EVERYTHING_AS_IT_IS, encoding: str | None = None) -> list[Any]:
    inputs = Inputs(find([path]), columns, encoding)
    found = list(inputs)
    assert list(inputs) == found or any(isinstance(item, ArticleError) for item in found)
    assert inputs.total in (None, len(found))
    return found


def failed(found: list[Any]) -> dict[str, str]:
    return {item.article_id: item.reason for item in found if isinstance(item, ArticleError)}


def texts(found: list[Any]) -> dict[str, str]:
    return {item.id: item.text for item in found if isinstance(item, Row)}


@pytest.mark.parametrize("name", ["t.csv", "t.csv.gz", "t.jsonl", "t.jsonl.gz", "t.parquet", "T.CSV"])
def test_each_row_is_an_article(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, ROWS)
    assert texts(items(path)) == {f"{name}/{n}": row["text"] for n, row in enumerate(ROWS)}
    found = items(path, KEPT)
    assert texts(found) == {row["url"]: row["text"] for row in ROWS}
    assert [item.kept for item in found][:2] == [("2016-01-02",), ("2016-01-03",)]
    assert not any(item.note for item in found)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=5))
def test_texts_are_read_to_the_character(tmp_path_factory: pytest.TempPathFactory, found: list[str]) -> None:
    folder = tmp_path_factory.mktemp("tables")
    for name in ("t.csv", "t.jsonl", "t.parquet"):
        path = write(folder / name, [{"id": "x", "text": text} for text in found])
        assert [item.text for item in items(path)] == found


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_the_columns_of_a_csv_may_be_divided_by_what_spreadsheets_write(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "export.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(ROWS[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(ROWS)
    commas = write(tmp_path / "commas.csv", ROWS)
    found = [(item.id, item.text, item.kept) for item in items(path, KEPT)]
    assert found == [(item.id, item.text, item.kept) for item in items(commas, KEPT)]


def test_types_are_kept_where_the_table_has_them(tmp_path: Path) -> None:
    values: dict[str, Any] = {
        "day": datetime.date(2016, 1, 2),
        "at": datetime.datetime(2016, 1, 2, 3, 4, 5, 6, tzinfo=datetime.UTC),
        "price": Decimal("1.20"),
        "count": 2**62 + 1,
        "share": 0.1,
        "read": True,
    }
    path = write(tmp_path / "t.parquet", [{"text": "a", **values}, {"text": "b", **dict.fromkeys(values)}])
    columns = Columns(keep=tuple(values))
    assert [item.kept for item in items(path, columns)] == [tuple(values.values()), (None,) * len(values)]
    assert Inputs(find([path]), columns).kept == pa.schema(list(parquet.read_schema(path))[1:])
    lines = write(tmp_path / "t.jsonl", [{"text": "a", "n": 1, "tags": ["x", "é"], "s": "1"}, {"text": "b", "s": None}])
    assert [item.kept for item in items(lines, Columns(keep=("n", "tags", "s")))] == [
        ("1", '["x", "é"]', "1"),
        (None, None, None),
    ]


def test_types_that_differ_become_text(tmp_path: Path) -> None:
    one = write(tmp_path / "a.parquet", [{"text": "a", "n": 1}])
    two = write(tmp_path / "b.csv", [{"text": "b", "n": 2}])
    inputs = Inputs(find([one, two]), Columns(keep=("n",)))
    assert inputs.kept == pa.schema([("n", pa.string())])
    assert [item.kept for item in inputs if isinstance(item, Row)] == [("1",), ("2",)]
    assert inputs.total is None


def test_dictionaries_are_texts(tmp_path: Path) -> None:
    texts_of = pa.array(["a", "b", "a"]).dictionary_encode()
    parquet.write_table(pa.table({"text": texts_of, "k": texts_of}), tmp_path / "t.parquet")
    found = items(tmp_path / "t.parquet", Columns(keep=("k",)))
    assert [(item.text, item.kept) for item in found] == [("a", ("a",)), ("b", ("b",)), ("a", ("a",))]


def test_a_table_in_a_folder_is_skipped(tmp_path: Path) -> None:
    write(tmp_path / "t.csv", ROWS)
    listing = find([tmp_path])
    assert listing.files == () and listing.skipped == {".csv": 1}
    assert "a table is read where it is given itself" in listing.failures[0].reason


def test_an_id_that_was_there_before_is_told_and_told_apart(tmp_path: Path) -> None:
    rows = [{"id": name, "text": "x"} for name in ("a", "b", "a", "", "a.txt")]
    (tmp_path / "a.txt").write_text("x")
    inputs = Inputs(find([write(tmp_path / "t.csv", rows), tmp_path / "a.txt"]), Columns(id="id"))
    for found in (list(inputs), list(inputs)):
        notes = {item.id: item.note for item in found if isinstance(item, Row)}
        assert list(notes) == ["a", "b", "a (t.csv/2)", "t.csv/3", "a.txt (t.csv/4)"]
        assert re.search(r"t\.csv, row 2 \(line 4\) has the id 'a' of an earlier", notes["a (t.csv/2)"])
        assert [name for name, note in notes.items() if note] == ["a (t.csv/2)", "a.txt (t.csv/4)"]


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.parquet"])
@pytest.mark.parametrize("columns", [Columns("body"), Columns(id="body"), Columns(keep=("body",))])
def test_a_missing_column_is_named_before_any_work(tmp_path: Path, name: str, columns: Columns) -> None:
    path = write(tmp_path / name, ROWS)
    with pytest.raises(InputError, match=rf"{name} has no column 'body'. It has: 'url', 'text', 'day'"):
        Inputs(find([path]), columns)


def test_columns_without_a_table_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(InputError, match="no table"):
        Inputs(find([tmp_path]), Columns(keep=("day",)))


@pytest.mark.parametrize(
    ("table", "columns", "told"),
    [
        ({"text": [1]}, Columns(), "has int64, not text"),
        ({"text": [b"x"]}, Columns(), "has binary, not text"),
        ({"text": ["a"], "k": [["a"]]}, Columns(keep=("k",)), "'k', which cannot be kept"),
    ],
)
def test_parquet_of_wrong_types(tmp_path: Path, table: dict[str, list[Any]], columns: Columns, told: str) -> None:
    parquet.write_table(pa.table(table), tmp_path / "t.parquet")
    with pytest.raises(InputError, match=rf"t\.parquet.*{told}"):
        Inputs(find([tmp_path / "t.parquet"]), columns)


def test_a_column_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("text,a,text\nx,y,z\n")
    with pytest.raises(InputError, match="more than one column 'text'"):
        Inputs(find([tmp_path / "t.csv"]))


def test_broken_quoting_costs_its_own_row_alone(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        'id,text\n1,"good ""x"" one"\n2,"bad "quote" here"\n3,a,b,c\n\n4,"two\nlines"\n5\n6,six\n7,"never closed\n8,x\n'
    )
    found = items(tmp_path / "t.csv", Columns(id="id"))
    assert texts(found) == {"1": 'good "x" one', "4": "two\nlines", "6": "six"}
    told = failed(found)
    assert list(told) == ["t.csv/1", "t.csv/3", "t.csv/5"]
    assert "row 1 (lines 3 to 4) is not well-formed CSV" in told["t.csv/1"] and "double the marks" in told["t.csv/1"]
    assert "row 3 (line 8) has 1 cell where the first line has 2" in told["t.csv/3"]
    assert "row 5 (lines 10 to 11) is not well-formed CSV (unexpected end" in told["t.csv/5"]


def test_a_mark_at_the_wrong_place_is_told_once(tmp_path: Path) -> None:
    more = {"day": "x", "outlet": "y", "place": "z"}
    bodies = [f"First {n},\nand “more”,\n\nand the end, he said, of {n}." for n in range(6)]
    path = write(tmp_path / "t.csv", [{"id": str(n), "text": body, **more} for n, body in enumerate(bodies)])
    path.write_text(path.read_text().replace("First 2,", 'First" 2,'))
    found = items(path, Columns(id="id"))
    assert len(found) == 6 and texts(found).keys() == set("01345")
    assert "row 2 (lines 10 to 13)" in failed(found)["t.csv/2"]


def test_a_cell_without_an_end_does_not_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = csv.field_size_limit()
    monkeypatch.setattr("quotes.articles.csv_table.LONGEST", 2_000)
    (tmp_path / "t.csv").write_text('text\n"' + "x" * 5_000 + "\nlast\n")
    found = items(tmp_path / "t.csv")
    assert "field limit (2000)" in failed(found)["t.csv/0"] and texts(found) == {"t.csv/1": "last"}
    assert csv.field_size_limit() == before
    (tmp_path / "t.csv").write_text("text\n" + "x" * 18_500)
    assert len(failed(items(tmp_path / "t.csv"))) == 1


def test_long_cells_are_read(tmp_path: Path) -> None:
    text = "He said no.\n" * 50_000
    assert texts(items(write(tmp_path / "t.csv", [{"text": text}]))) == {"t.csv/0": text}


def test_lines_that_are_no_objects_are_errors_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.articles.jsonl_table.LONGEST", 300)
    lines = ['{"text": "a"}', "{bad", "[1]", "", '{"text": 3}', '{"other": 1}', "[" * 299, "x" * 900, '{"text": "z"}']
    (tmp_path / "t.jsonl").write_text("\n".join(lines))
    found = items(tmp_path / "t.jsonl")
    assert texts(found) == {"t.jsonl/0": "a", "t.jsonl/4": "", "t.jsonl/7": "z"}
    told = list(failed(found).values())
    assert "row 1 (line 2) is not JSON" in told[0] and "row 2 (line 3) is a list, not an object" in told[1]
    assert "line 5) has an int for 'text', not a text" in told[2]
    assert "is not JSON" in told[3] and "is longer than 300 characters" in told[4]


def test_lone_surrogates_of_json_are_passed_on(tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_text('{"text": "a\\ud800", "id": "\\udc81"}\n')
    assert texts(items(tmp_path / "t.jsonl", Columns(id="id"))) == {"\udc81": "a\ud800"}


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl"])
def test_bytes_of_another_encoding(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / name, [{"text": "He said no. " * 30}, {"text": "A cafe."}, {"text": "End."}])
    path.write_bytes(path.read_bytes().replace(b"cafe", "“café”".encode("cp1252")))
    inputs = Inputs(find([path]))
    assert inputs.warnings == [f"{path} is not UTF-8; read as cp1252"]
    assert "“café”" in texts(items(path, encoding="cp1252"))[f"{name}/1"]
    assert not Inputs(find([path]), encoding="cp1252").warnings
    monkeypatch.setattr(reading, "_START", 100)  # what comes late in the file is not seen beforehand
    found = items(path)
    assert "has bytes that are not UTF-8. Name the encoding" in failed(found)[f"{name}/1"]
    assert list(texts(found)) == [f"{name}/0", f"{name}/2"]


def test_other_encodings_by_their_mark(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        (tmp_path / "t.csv").write_bytes("text\n“café”\n".encode(encoding))
        assert texts(items(tmp_path / "t.csv")) == {"t.csv/0": "“café”"}


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("t.csv", b"", "is empty: it has no line with the names"),
        ("t.csv", b"text\n", "has no rows"),
        ("t.jsonl", b"", "has no rows"),
        ("t.jsonl", b"\n\n", "has no rows"),
        ("t.parquet", b"", "cannot be read"),
        ("t.parquet", b"PAR1 no table PAR1", "cannot be read"),
        ("t.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", "is not text"),
        ("t.csv", b'te"xt\n\0', "is not text"),
        ("t.csv.gz", b"text\nx\n", "is damaged, or no .gz file"),
        ("t.jsonl.gz", b"\x1f\x8b\x08\0", "is damaged, or no .gz file"),
    ],
)
def test_what_is_no_table_is_an_error_of_it(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "a.txt").write_text("x")
    found = list(Inputs(find([tmp_path / name, tmp_path / "a.txt"])))
    assert told in failed(found)[name] and str(tmp_path / name) in failed(found)[name]
    assert [item.id for item in found if not isinstance(item, ArticleError)] == ["a.txt"]


def test_an_empty_parquet_is_an_error_of_it(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "t.parquet")
    assert "has no rows" in failed(items(tmp_path / "t.parquet"))["t.parquet"]


def test_a_table_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "t.csv.gz"
    rows = [{"text": f"{n} " + str(hash(n * 7.7)) * 9} for n in range(30_000)]
    data = write(path, rows).read_bytes()
    path.write_bytes(data[: len(data) - 5_000])
    found = items(path)
    (told,) = failed(found).values()
    assert len(found) > 10_000 and f"its rows from number {len(found) - 1} on are not in the result" in told


def test_broken_text_in_parquet_costs_its_row_alone(tmp_path: Path) -> None:
    bad = pa.Array.from_buffers(pa.string(), 3, pa.array([b"a", b"\xff\xfe", b"c"], pa.binary()).buffers())
    parquet.write_table(pa.table({"text": bad}), tmp_path / "t.parquet")
    found = items(tmp_path / "t.parquet")
    assert texts(found) == {"t.parquet/0": "a", "t.parquet/2": "c"}
    assert "not UTF-8" in failed(found)["t.parquet/1"]


def test_a_table_that_vanishes_is_an_error(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", ROWS)
    inputs = Inputs(find([path]))
    path.unlink()
    assert "No such file" in failed(list(inputs))["t.csv"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=120), st.sampled_from(["t.csv", "t.jsonl", "t.parquet", "t.csv.gz"]), st.booleans())
def test_any_bytes_are_rows_or_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str, head: bool
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    start = {"t.csv": b"text,b\n", "t.jsonl": b'{"text": "a"}\n'}.get(name, b"")
    path.write_bytes((start if head else b"") + data)
    try:
        found = list(Inputs(find([path])))
    except InputError as error:
        assert "has no column 'text'" in str(error) or "more than one" in str(error)
        return
    assert all(isinstance(item, Row | ArticleError) for item in found) and found
