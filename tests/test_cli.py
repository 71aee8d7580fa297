from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import fakes
import pandas as pd
import pytest
from click.testing import CliRunner, Result
from conftest import CHECKOUT
from pandas.testing import assert_frame_equal
from pyarrow import parquet

import quotes
from quotes import cli, read
from quotes.articles import find
from quotes.articles import read as read_article
from quotes.cli import extracting
from quotes.errors import SetupError
from quotes.formats import excel
from quotes.pipeline import Extractor
from quotes.running.pools import Pool
from quotes.running.work import Work

Run = Callable[..., Result]


def broken(**options: Any) -> Extractor:
    raise SetupError("The weights are missing. Install the package again.")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a folder ``in`` of two articles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text('"No," Ann said.\r\n"Yes."', encoding="utf-8", newline="")
    (tmp_path / "in" / "sub" / "b.md").write_text('"Maybe," Bo said.', encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command with stages that need no model, in this process."""
    monkeypatch.setattr(extracting, "load", fakes.load)
    monkeypatch.setattr(extracting, "processes", fakes.inline)
    return lambda *arguments: CliRunner().invoke(cli.main, list(map(str, arguments)))


@pytest.mark.parametrize("name", ["out.csv", "out.jsonl", "out.parquet", "out.parquet/", "out.xlsx"])
def test_a_folder_becomes_a_table(folder: Path, run: Run, name: str) -> None:
    result = run("extract", "in", "-o", name)
    assert (result.exit_code, result.stdout) == (0, "")
    table = read(name)
    assert table["article_id"].tolist() == ["a.txt", "a.txt", "sub/b.md"]
    assert table["speaker"].tolist() == ["Ann", pd.NA, "Bo"]
    assert result.stderr.startswith("2 articles, 3 quotes, 0 failures, ")
    assert sorted(path.name for path in folder.iterdir()) == ["in", name.removesuffix("/")]


def test_standard_output_holds_the_csv_alone(folder: Path, run: Run) -> None:
    result = run("extract", "in", "-o", "-")
    run("extract", "in", "-o", "out.csv")
    assert result.stdout_bytes == (folder / "out.csv").read_bytes()
    assert result.stdout.splitlines()[0].startswith('"article_id","quote_id"')
    assert "2 articles" in result.stderr


def test_formulas_are_kept_from_spreadsheets(folder: Path, run: Run) -> None:
    (folder / "in" / "=1+1.txt").write_text('"=2+2," Ann said.', encoding="utf-8")
    for name in ("out.csv", "out.xlsx"):
        assert run("extract", "in", "-o", name, "--spreadsheet-safe").exit_code == 0
    piped = run("extract", "in", "-o", "-", "--spreadsheet-safe")
    assert piped.stdout_bytes == (folder / "out.csv").read_bytes()
    assert read("out.csv")["article_id"][0] == "'=1+1.txt"
    assert read("out.csv", spreadsheet_safe=True)["article_id"][0] == "=1+1.txt"
    assert read("out.xlsx")["article_id"][0] == "=1+1.txt"


def test_a_folder_of_parts_has_its_failures_beside_it(folder: Path, run: Run) -> None:
    (folder / "in" / "empty.txt").write_text("", encoding="utf-8")
    assert run("extract", "in", "-o", "out.parquet/").exit_code == 1
    names = ["in", "out.parquet", "out.parquet.failures.csv"]
    assert sorted(path.name for path in folder.iterdir()) == names
    (folder / "in" / "empty.txt").unlink()
    refused = run("extract", "in", "-o", "out.parquet/")
    assert refused.exit_code == 2 and "exists" in refused.stderr
    assert run("extract", "in", "-o", "out.parquet/", "--overwrite").exit_code == 0
    (folder / "out.parquet" / "precious").write_text("", encoding="utf-8")
    refused = run("extract", "in", "-o", "out.parquet/", "--overwrite")
    assert refused.exit_code == 2 and "precious in it is no part" in refused.stderr


def test_the_table_says_what_made_it_whatever_the_batches(folder: Path, run: Run) -> None:
    for name, size in (("a.parquet", 1), ("b.parquet", 32)):
        assert run("extract", "in", "-o", name, "--batch-size", size, "--device", "cpu").exit_code == 0
    assert (folder / "a.parquet").read_bytes() == (folder / "b.parquet").read_bytes()
    about = json.loads(parquet.read_schema("a.parquet").metadata[b"quotes"])
    assert about["version"] == quotes.__version__ and about["device"] == "cpu"
    assert len(about["model"]) == 16 and "inputs" not in about


def test_a_table_too_large_for_excel_goes_on_in_another_format(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel, "ROWS", 2)
    result = run("extract", "in", "-o", "out.xlsx")
    assert result.exit_code == 1
    assert "more rows than an Excel sheet" in result.stderr and "out.xlsx.unfinished" in result.stderr
    assert not (folder / "out.xlsx").exists()
    (folder / "out.xlsx.unfinished").rename("out.parquet.unfinished")
    monkeypatch.setattr(fakes.InlinePool, "submit", lambda *task: pytest.fail("read anew"))
    assert run("extract", "in", "-o", "out.parquet").exit_code == 0
    assert len(read("out.parquet")) == 3


def test_cells_that_excel_cuts_are_told_in_quiet_runs_too(folder: Path, run: Run) -> None:
    (folder / "in" / "long.txt").write_text('"' + "no " * 20_000 + '" Ann said.', encoding="utf-8")
    result = run("extract", "in", "-o", "out.xlsx", "--quiet")
    assert result.exit_code == 0
    assert result.stderr.startswith("Warning: 1 cell cut to Excel's") and "long.txt" in result.stderr


def test_bad_files_are_named_and_the_others_finished(folder: Path, run: Run) -> None:
    (folder / "in" / "bad.txt").write_bytes(b"\0\1")
    (folder / "in" / "crash.txt").write_text("CRASH", encoding="utf-8")
    (folder / "in" / "empty.txt").write_text("", encoding="utf-8")
    (folder / "in" / "photo.jpg").write_bytes(b"")
    result = run("extract", "in", "gone", "-o", "out.csv", "--batch-size", 2)
    assert result.exit_code == 1
    assert read("out.csv")["article_id"].tolist() == ["a.txt", "a.txt", "sub/b.md"]
    failures = pd.read_csv("out.csv.failures.csv")
    assert dict(zip(failures["article_id"], failures["stage"], strict=True)) == {
        "gone": "read",
        "bad.txt": "read",
        "crash.txt": "parse",
        "empty.txt": "read",
    }
    for name in ("gone", "bad.txt", "crash.txt", "empty.txt", "out.csv.failures.csv"):
        assert name in result.stderr
    assert "2 articles, 3 quotes, 4 failures" in result.stderr
    assert "skipped files: .jpg 1" in result.stderr


def test_failures_with_standard_output_are_on_stderr_only(folder: Path, run: Run) -> None:
    result = run("extract", "gone", "in", "-o", "-")
    assert result.exit_code == 1
    assert "gone does not exist" in result.stderr
    assert "gone" not in result.stdout and result.stdout.count("\n") > 1
    assert [path.name for path in folder.iterdir()] == ["in"]


def test_many_failures_are_not_all_told(folder: Path, run: Run) -> None:
    for number in range(extracting.SHOWN_FAILURES + 5):
        (folder / "in" / f"{number}.txt").write_text("", encoding="utf-8")
    result = run("extract", "in", "-o", "out.csv")
    assert result.stderr.count("Failed: ") == extracting.SHOWN_FAILURES
    assert len(pd.read_csv("out.csv.failures.csv")) == extracting.SHOWN_FAILURES + 5


def test_a_list_of_failures_does_not_outlive_them(folder: Path, run: Run) -> None:
    bad = folder / "in" / "bad.txt"
    bad.write_text("", encoding="utf-8")
    assert run("extract", "in", "-o", "out.csv").exit_code == 1
    bad.unlink()
    assert run("extract", "in", "-o", "out.csv", "--overwrite").exit_code == 0
    assert not (folder / "out.csv.failures.csv").exists()


def test_a_guessed_encoding_is_told(folder: Path, run: Run) -> None:
    (folder / "in" / "old.txt").write_bytes("“No,” Renée said.".encode("cp1252"))
    result = run("extract", "in", "-o", "out.csv", "--quiet")
    assert result.exit_code == 0
    assert result.stderr == f"Warning: {Path('in/old.txt')} is not UTF-8; read as cp1252\n"


def test_quiet_says_nothing_when_all_is_well(folder: Path, run: Run) -> None:
    result = run("extract", "in", "-o", "out.csv", "--quiet")
    assert result.output == ""


def test_a_cluster_takes_no_number_of_workers(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "cluster", lambda *options: pytest.fail("worked"))
    result = run("extract", "in", "-o", "out.csv", "--scheduler", "tcp://host:8786", "--workers", "3")
    assert result.exit_code == 2 and "Leave out --workers, or --scheduler" in result.stderr


def test_an_existing_output_is_refused_before_any_work(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "out.csv").write_text("precious", encoding="utf-8")
    monkeypatch.setattr(extracting, "processes", lambda *options: pytest.fail("worked"))
    result = run("extract", "in", "-o", "out.csv")
    assert result.exit_code == 2
    assert "out.csv exists" in result.stderr and "overwrite" in result.stderr
    assert (folder / "out.csv").read_text(encoding="utf-8") == "precious"


def forbidden(self: Path, mode: str = "r", **options: Any) -> Any:
    """In place of `Path.open`: a folder that takes no files."""
    raise PermissionError(13, "Permission denied", str(self))


def test_a_folder_that_takes_no_files_is_told_before_any_work(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extracting, "processes", lambda *options: pytest.fail("worked"))
    monkeypatch.setattr(Path, "open", forbidden)
    for arguments in (("-o", "out.csv"), ("-o", "out.parquet/"), ("-o", "-", "--summary", "s.json")):
        result = run("extract", "in", *arguments)
        assert result.exit_code == 2 and f"Invalid value for {arguments[-2]}: " in result.stderr
        assert "cannot be written: Permission denied. You have no permission" in result.stderr
        assert "kept" not in result.stderr
    assert [path.name for path in folder.iterdir()] == ["in"]


def test_a_summary_is_written_or_refused_before_any_work(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in ("s.json", "s.json", os.devnull):  # new, there, and no file at all
        assert run("extract", "in", "-o", "out.csv", "--overwrite", "--summary", path).exit_code == 0
    assert json.loads((folder / "s.json").read_text(encoding="utf-8"))["articles"] == 2
    assert not Path(os.devnull).is_file()
    monkeypatch.setattr(extracting, "processes", lambda *options: pytest.fail("worked"))
    result = run("extract", "in", "-o", "new.csv", "--summary", "gone/s.json")
    assert result.exit_code == 2 and "--summary: The folder" in result.stderr and "does not exist" in result.stderr
    monkeypatch.setattr(os, "access", lambda *arguments: False)
    result = run("extract", "in", "-o", "new.csv", "--summary", "s.json")
    assert result.exit_code == 2 and "s.json cannot be written: Permission denied" in result.stderr


def test_a_summary_that_cannot_be_written_leaves_the_table(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, *arguments: Any, **options: Any) -> int:
        if self.name == "s.json":
            raise OSError(28, "No space left on device")
        return write_text(self, *arguments, **options)

    write_text = Path.write_text
    monkeypatch.setattr(Path, "write_text", full)
    result = run("extract", "in", "-o", "out.csv", "--summary", "s.json")
    assert result.exit_code == 1 and isinstance(result.exception, SystemExit)
    told = result.stderr.splitlines()
    assert told[0].startswith("2 articles, 3 quotes")
    assert told[1].startswith("Error: s.json cannot be written: No space left on device. Make room")
    assert told[1].endswith("The table is complete.")
    assert len(read("out.csv")) == 3


def test_a_list_of_failures_that_cannot_be_taken_away_is_told(folder: Path, run: Run) -> None:
    (folder / "out.csv.failures.csv").mkdir()
    result = run("extract", "in", "-o", "out.csv")
    assert result.exit_code == 1 and "out.csv.failures.csv cannot be written" in result.stderr
    assert len(read("out.csv")) == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract", "-o", "out.csv"], "PATH"),
        (["extract", "in"], "--output"),
        (["extract", "in", "-o", "out.doc"], ".csv, .jsonl, .parquet, .xlsx, or in .parquet/"),
        (["extract", "in", "-o", "out/"], "no ending that tells its format"),
        (["extract", "in", "-o", "out.csv/"], "ends with .parquet/"),
        (["extract", "in", "-o", "out.jsonl", "--spreadsheet-safe"], "it is for .csv and .xlsx"),
        (["extract", "in", "-o", "gone/out.csv"], "does not exist"),
        (["extract", "in", "-o", "out.csv", "--threads", "0"], "--threads"),
        (["extract", "in", "-o", "out.csv", "--device", "gpu"], "'gpu' is not one of 'auto', 'cpu', 'cuda'"),
        (["extract", "in", "-o", "out.csv", "--batch-size", "x"], "--batch-size"),
        (["evaluate", "gone.csv", "in"], "gone.csv"),
        (["nonsense"], "nonsense"),
        (["in"], "quotes extract in -o quotes.csv"),
        (["extract", "gone", "-o", "out.csv"], "There is nothing to read. gone does not exist."),
        (["extract", "gone", "-o", "-"], "There is nothing to read. gone does not exist."),
    ],
)
def test_usage_errors_exit_with_2(folder: Path, run: Run, arguments: list[str], told: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert [path.name for path in folder.iterdir()] == ["in"]


def test_a_set_up_that_fails_exits_with_1(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "load", broken)
    result = run("extract", "in", "-o", "out.csv")
    assert (result.exit_code, result.stderr) == (1, "Error: The weights are missing. Install the package again.\n")
    assert not (folder / "out.csv").exists()


def test_a_folder_without_weights_is_named_with_its_option(folder: Path, run: Run) -> None:
    result = run("extract", "in", "-o", "out.csv", "--model-dir", "in")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: The model in in cannot be read") and "--model-dir" in result.stderr
    assert "Install quotes" not in result.stderr


@pytest.mark.parametrize(
    ("output", "left"),
    [
        ("-", "Nothing is kept of a run to the standard output: the same command begins anew."),
        ("new.csv", "new.csv is complete."),
        ("old.csv", "old.csv is complete."),
    ],
)
def test_what_a_stopped_run_leaves_is_told(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, output: str, left: str
) -> None:
    @contextmanager
    def stopped(*arguments: Any) -> Iterator[Pool]:
        with fakes.inline(*arguments) as pool:
            yield pool
        raise KeyboardInterrupt  # while the workers are ended, with the table in its place

    assert run("extract", "in", "-o", "old.csv").exit_code == 0
    monkeypatch.setattr(extracting, "processes", stopped)
    result = run("extract", "in", "-o", output, "--overwrite")
    assert result.exit_code == 130
    last = result.stderr.splitlines()[-1]
    assert last.startswith("Stopped. ") and last.endswith(left)


def test_options_reach_the_model(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Any] = []

    def pool(work: Work, workers: int, timeout: float) -> AbstractContextManager[Pool]:
        given.extend([work.load, workers, timeout])
        return fakes.inline(Work(fakes.load, work.read))

    monkeypatch.setattr(extracting, "processes", pool)
    arguments = ["extract", "in", "-o", "out.csv", "--device", "cpu", "--threads", "3", "--syntax", "default_fast"]
    assert CliRunner().invoke(cli.main, [*arguments, "--workers", "7", "--timeout", "9"]).exit_code == 0
    load, workers, timeout = given
    assert load.keywords == {"device": "cpu", "threads": 3, "model_dir": None, "syntax": "default_fast"}
    assert (workers, timeout) == (7, 9.0)


def test_evaluate_prints_figures(folder: Path, run: Run, golden: Path) -> None:
    run("extract", golden, "-o", "out.parquet")
    result = run("evaluate", "out.parquet", golden)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split() == [
        "precision,",
        "recall,",
        "F1",
        "all",
        "direct",
        "mixed",
        "indirect",
    ]
    result = run("evaluate", "out.parquet", golden, "--json", "--errors", 1)
    assert '"content_exact"' in result.stdout and len(result.stdout.splitlines()) == 1
    assert "MISSED" in result.stderr
    assert "MISSED" in run("evaluate", "out.parquet", golden, "--errors", 1).stdout


@pytest.mark.parametrize("name", ["out.csv", "out.jsonl", "out.parquet/", "out.xlsx"])
def test_evaluate_takes_every_format(folder: Path, run: Run, golden: Path, name: str) -> None:
    for path in ("out.parquet.d/same.parquet", name):
        (folder / "out.parquet.d").mkdir(exist_ok=True)
        run("extract", golden, "-o", path)
    figures = [run("evaluate", path, golden, "--json").stdout for path in ("out.parquet.d/same.parquet", name)]
    assert figures[0] == figures[1] and "content_exact" in figures[0]


def test_evaluate_without_gold_exits_with_1(folder: Path, run: Run) -> None:
    run("extract", "in", "-o", "out.csv")
    result = run("evaluate", "out.csv", "in")
    assert result.exit_code == 1
    assert "gold.json" in result.stderr


def test_evaluate_of_other_articles_exits_with_1(folder: Path, run: Run, golden: Path) -> None:
    run("extract", "in", "-o", "out.csv")
    result = run("evaluate", "out.csv", golden)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: No article_id of out.csv is that of an article in ")
    assert "'a' is in the table" in result.stderr


def test_both_doors_give_the_same_table(folder: Path, run: Run, extractor: Extractor, golden: Path) -> None:
    assert run("extract", golden, "-o", "out.parquet").exit_code == 0
    articles = [read_article(file) for file in find([golden]).files]
    data = pd.DataFrame({"id": [a.id for a in articles], "text": [a.text for a in articles]})
    table = quotes.extract(data, id="id", extractor=extractor)
    assert len(table) > 50
    assert_frame_equal(read("out.parquet"), table)
    texts = {article.id: article.text for article in articles}
    for row in table.to_dict("records"):
        text = texts[row["article_id"]]
        assert " ".join(text[start:end] for start, end in row["spans"]) == row["quote"]


def test_every_command_explains_itself() -> None:
    for arguments in ([], *([name] for name in cli.main.commands)):
        result = CliRunner().invoke(cli.main, [*arguments, "--help"])
        assert result.exit_code == 0
        assert "Example" in result.stdout
        assert "quotes " in result.stdout.split("Example")[1]
    for command in cli.main.commands.values():
        for parameter in command.params:
            assert parameter.param_type_name == "argument" or getattr(parameter, "help", None)


def test_the_module_runs_as_a_command() -> None:
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    command = [sys.executable, "-m", "quotes", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == f"quotes, version {quotes.__version__}\n"
