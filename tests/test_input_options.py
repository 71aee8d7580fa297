"""`quotes extract` and its options about inputs: what comes out, what is refused, what a resumed run notices."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import fakes
import pandas as pd
import pyarrow as pa
import pytest
from click.testing import CliRunner, Result
from pyarrow import parquet

from quotes import SCHEMA, cli
from quotes.articles import MAX_CHARS, Columns, Inputs, Reading, find, read
from quotes.cli import extracting
from quotes.cli.inputs import Given
from quotes.errors import ArticleError
from quotes.formats import writing
from quotes.pipeline import Extractor
from quotes.records import Article
from quotes.running.journal import SUFFIX
from quotes.running.manifest import manifest
from quotes.running.pools import processes
from quotes.running.run import Run
from quotes.running.work import Work
from quotes.table import extended, rows

Command = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a table in three forms and an article beside it."""
    monkeypatch.chdir(tmp_path)
    table = pa.table({"url": ["u1", "u2"], "body": ['"No," Ann said.', '"Yes," Bo said. "Or no."'], "n": [7, None]})
    parquet.write_table(table, "t.parquet")
    Path("t.csv").write_text(table.to_pandas(types_mapper=pd.ArrowDtype).to_csv(index=False))
    Path("t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in table.to_pylist()))
    Path("a.txt").write_text('"Perhaps," Cy said.')
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs `quotes extract` with stages that need no model, in this process."""
    monkeypatch.setattr(extracting, "load", fakes.load)
    monkeypatch.setattr(extracting, "processes", fakes.inline)
    return lambda *given, **more: CliRunner().invoke(cli.main, ["extract", *map(str, given)], **more)


TABLE = ("--text-column", "body", "--id-column", "url", "--keep", "n", "--keep", "body", "--keep", "n")


@pytest.mark.parametrize(
    ("name", "kind"), [("t.csv", pa.string()), ("t.jsonl", pa.string()), ("t.parquet", pa.int64())]
)
def test_columns_of_a_table_are_carried_along(folder: Path, run: Command, name: str, kind: pa.DataType) -> None:
    result = run(name, "a.txt", *TABLE, "-o", "out.parquet")
    assert result.exit_code == 0, result.output
    made = parquet.read_table("out.parquet")
    assert [field.remove_metadata() for field in made.schema][-2:] == [
        pa.field("n", kind),
        pa.field("body", pa.string()),
    ]
    assert made.column_names == [*SCHEMA.names, "n", "body"]
    assert made["article_id"].to_pylist() == ["u1", "u2", "u2", "a.txt"]
    assert made["n"].cast(pa.string()).to_pylist() == ["7", None, None, None]
    for row in made.slice(0, 3).to_pylist():
        assert " ".join(row["body"][start:end] for start, end in row["spans"]) == row["quote"]


def test_columns_are_carried_into_csv(folder: Path, run: Command) -> None:
    assert run("t.parquet", *TABLE, "-o", "out.csv").exit_code == 0
    streamed = run("t.parquet", *TABLE, "-o", "-")
    assert Path("out.csv").read_bytes() == streamed.stdout_bytes
    assert pd.read_csv("out.csv")["n"].tolist()[:1] == [7]


def test_a_guilty_article_does_not_disturb_the_columns(folder: Path) -> None:
    listed = [Article(str(n), "SEGFAULT" if n == 2 else '"No," Ann said.', (n,)) for n in range(5)]
    kept = pa.schema([("n", pa.int64())])
    work = Work(fakes.load_hostile, _same, kept)
    with processes(work, 1) as pool:
        run, target = Run(listed, lambda article: len(article.text), 2), folder / "out.parquet"
        summary = run.to_file(pool, target, {}, partial(writing, target, schema=extended(kept)))
    assert [failure.article_id for failure in summary.failures] == ["2"]
    assert parquet.read_table("out.parquet")["n"].to_pylist() == [0, 1, 3, 4]


def _same(article: Article) -> Article:
    return article


def test_kept_texts_can_be_written(extractor: Extractor) -> None:
    (result,) = extractor.articles([Article("x", '"No," Ann said.', ("a\ud800",))])
    assert not isinstance(result, ArticleError)
    assert rows([result], pa.schema([("k", pa.string())]))["k"].to_pylist() == ["a\ufffd"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["t.csv"], "t.csv has no column 'text'. It has: 'url', 'body', 'n'"),
        (["t.csv", "--text-column", "body", "--keep", "day"], "no column 'day'"),
        (["t.csv", "--text-column", "body", "--keep", "title"], "has a column 'title' of its own"),
        (["t.parquet", "--text-column", "n"], "has int64, not text"),
        (["a.txt", "--keep", "n"], "Error: --keep: there is no table"),
        (["a.txt", "--id-column", "url"], "Error: --id-column: there is no table"),
        (["a.txt", "--text-column", "body"], "Error: --text-column: there is no table"),
        ([".", "--text-column", "text"], "in a folder tables are skipped"),
        (["a.txt", "--text-column", "body", "--keep", "n"], "Error: --text-column and --keep: there is no table"),
        (["a.txt", "--encoding", "klingon"], "no encoding 'klingon'"),
        (["a.txt", "--encoding", "hex"], "no encoding 'hex'"),
        (["a.txt", "--max-chars", "0"], "--max-chars"),
    ],
)
def test_what_cannot_be_done_is_refused_before_any_work(
    folder: Path, run: Command, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.setattr(extracting, "processes", lambda *options: pytest.fail("worked"))
    result = run(*arguments, "-o", "out.csv")
    assert result.exit_code == 2 and told in result.stderr
    assert not Path("out.csv").exists()


def test_an_article_comes_through_a_pipe(folder: Path, run: Command) -> None:
    result = run("-", "a.txt", "-o", "out.csv", input='"Never," Di said.'.encode("utf-16"))
    assert result.exit_code == 0
    assert pd.read_csv("out.csv")["article_id"].tolist() == ["stdin", "a.txt"]
    result = run("-", "-o", "-", "--max-chars", 5, input="x" * 100)
    assert result.exit_code == 1 and "longer than 5 characters" in result.stderr


def test_bad_rows_are_named_and_the_others_finished(folder: Path, run: Command) -> None:
    Path("bad.csv").write_text('text\n"No," Ann said.\n"""Yes,"" Bo said."\n\n""\nCRASH\n' + "x" * 99 + "\n")
    result = run("bad.csv", "gone.csv", "-o", "out.csv", "--max-chars", 90, "--summary", "run.json")
    assert result.exit_code == 1
    assert pd.read_csv("out.csv")["article_id"].tolist() == ["bad.csv/1"]
    failures = pd.read_csv("out.csv.failures.csv").set_index("article_id")["stage"].to_dict()
    assert failures == {"gone.csv": "read", "bad.csv/0": "read", "bad.csv/3": "parse", "bad.csv/4": "read"}
    assert "2 articles, 1 quote, 4 failures, 1 empty" in result.stderr
    assert json.loads(Path("run.json").read_text())["empty"] == 1


def test_a_column_of_paths_is_doubted_once(folder: Path, run: Command) -> None:
    rows = [{"id": name, "text": name} for name in ("gone.txt", "a.txt", "t.csv", "a.txt")]
    Path("paths.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = run("paths.jsonl", "--id-column", "id", "-o", "out.csv", "--batch-size", 1)
    assert result.exit_code == 0
    told = [line for line in result.stderr.splitlines() if "a file's name" in line]
    assert len(told) == 1
    assert told[0].startswith(
        "Warning: paths.jsonl, row 1 (line 2): 'a.txt' is read as an article, and is a file's name"
    )
    assert "--text-column" in told[0]
    assert "row 3 (line 4) has the id 'a.txt' of an earlier" in result.stderr


def test_a_row_is_told_of_its_id_and_of_its_text(folder: Path, run: Command) -> None:
    Path("paths.jsonl").write_text('{"id": "x", "text": "gone"}\n{"id": "x", "text": "a.txt"}\n')
    told = run("paths.jsonl", "--id-column", "id", "-o", "out.csv").stderr
    assert "has the id 'x' of an earlier" in told and "'a.txt' is read as an article" in told


def test_repaired_articles_are_counted(folder: Path, run: Command) -> None:
    Path("b.txt").write_text('"Donâ€™t," Di said.')
    result = run("a.txt", "b.txt", "-o", "out.csv", "--fix-mojibake", "--summary", "run.json")
    assert "2 articles, 2 quotes, 0 failures, 1 repaired" in result.stderr
    assert json.loads(Path("run.json").read_text())["repaired"] == 1
    assert pd.read_csv("out.csv")["quote"].tolist() == ['"Perhaps,"', '"Don’t,"']


def test_what_is_told_about_tables_is_told_once(folder: Path, run: Command) -> None:
    Path("old.csv").write_bytes(("id,text\n" + "1,“No” said Ann at the café.\n" * 2).encode("cp1252"))
    result = run("old.csv", "--id-column", "id", "-o", "out.csv", "--quiet")
    assert result.exit_code == 0
    first, second = result.stderr.splitlines()
    assert first == "Warning: old.csv is not UTF-8; read as cp1252"
    assert second.startswith("Warning: old.csv, row 1 (line 3) has the id '1' of an earlier article")


CHANGES: list[dict[str, Any]] = [
    {"encoding": "cp1252"},
    {"fix_mojibake": True},
    {"max_chars": 7},
    {"named": "body"},
    {"id": "url"},
    {"keep": ("n",)},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
def test_every_setting_is_in_the_manifest(change: dict[str, Any]) -> None:
    columns = {name: value for name, value in change.items() if name in ("named", "id", "keep")}
    reading = {name: value for name, value in change.items() if name not in columns}
    changed = Given(Columns(**columns), Reading(**reading)).settings
    plain = Given(Columns(), Reading()).settings
    assert plain["max_chars"] == MAX_CHARS and plain.keys() == changed.keys()
    assert len([name for name in plain if plain[name] != changed[name]]) == 1


@pytest.mark.parametrize("name", ["t.csv", "t.parquet", "a.txt"])
def test_a_changed_input_is_noticed(folder: Path, name: str) -> None:
    before = manifest(find(["t.csv", "t.parquet", "a.txt"]).files, {}, None)
    assert manifest(find(["t.csv", "t.parquet", "a.txt"]).files, {}, None) == before
    Path(name).write_bytes(Path(name).read_bytes())  # its time alone
    after = manifest(find(["t.csv", "t.parquet", "a.txt"]).files, {}, None)
    assert [key for key in before if before[key] != after[key]] == ["inputs"]
    assert manifest(find(["-"], b"a").files, {}, None) != manifest(find(["-"], b"b").files, {}, None)


def test_a_run_over_a_table_goes_on(folder: Path, run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("t.csv").write_text("text,n\n" + "".join(f'"""No {n},"" Ann said.",{n}\n' for n in range(10)))
    assert run("t.csv", "--keep", "n", "-o", "whole.parquet").exit_code == 0
    with monkeypatch.context() as patch:
        patch.setattr(extracting, "progress", _stops_after_two)
        assert run("t.csv", "--keep", "n", "-o", "out.parquet", "--batch-size", 3).exit_code == 130
    assert len(list(Path(f"out.parquet{SUFFIX}").glob("*.arrow"))) == 2
    other = run("t.csv", "--keep", "n", "-o", "out.parquet", "--max-chars", 99)
    assert other.exit_code == 1 and "max_chars: 1000000, now 99" in other.stderr
    assert run("t.csv", "--keep", "n", "-o", "out.parquet", "--batch-size", 4).exit_code == 0
    assert Path("out.parquet").read_bytes() == Path("whole.parquet").read_bytes()


class _stops_after_two:  # noqa: N801  (in place of a function)
    def __init__(self, total: int | None, quiet: bool) -> None:
        self.heard = 0

    def __enter__(self) -> Callable[[Any], None]:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def __call__(self, outcome: Any) -> None:
        self.heard += 1
        if self.heard == 2:
            raise KeyboardInterrupt


def test_both_doors_read_the_same(folder: Path, run: Command) -> None:
    assert run("t.jsonl", "a.txt", "--text-column", "body", "-o", "out.parquet").exit_code == 0
    inputs = Inputs(find(["t.jsonl", "a.txt"]), Columns("body"))
    articles = [read(item) for item in inputs if not isinstance(item, ArticleError)]
    assert [article.id for article in articles] == ["t.jsonl/0", "t.jsonl/1", "a.txt"]
    results = fakes.load().articles(articles)
    assert rows(result for result in results if not isinstance(result, ArticleError)).equals(
        parquet.read_table("out.parquet").replace_schema_metadata(None)
    )
