from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import fakes
import pandas as pd
import pytest
from click.testing import CliRunner, Result
from conftest import CHECKOUT
from pandas.testing import assert_frame_equal

import quotes
from quotes import cli, read
from quotes.articles import find
from quotes.articles import read as read_article
from quotes.cli import extracting
from quotes.errors import SetupError
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


@pytest.mark.parametrize("name", ["out.csv", "out.parquet"])
def test_a_folder_becomes_a_table(folder: Path, run: Run, name: str) -> None:
    result = run("extract", "in", "-o", name)
    assert (result.exit_code, result.stdout) == (0, "")
    table = read(name)
    assert table["article_id"].tolist() == ["a.txt", "a.txt", "sub/b.md"]
    assert table["speaker"].tolist() == ["Ann", pd.NA, "Bo"]
    assert result.stderr.startswith("2 articles, 3 quotes, 0 failures, ")
    assert sorted(path.name for path in folder.iterdir()) == ["in", name]


def test_standard_output_holds_the_csv_alone(folder: Path, run: Run) -> None:
    result = run("extract", "in", "-o", "-")
    run("extract", "in", "-o", "out.csv")
    assert result.stdout_bytes == (folder / "out.csv").read_bytes()
    assert result.stdout.splitlines()[0].startswith('"article_id","quote_id"')
    assert "2 articles" in result.stderr


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
    result = run("extract", "gone", "-o", "-")
    assert result.exit_code == 1
    assert "gone does not exist" in result.stderr
    assert result.stdout.count("\n") == 1  # the header
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


def test_an_existing_output_is_refused_before_any_work(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "out.csv").write_text("precious", encoding="utf-8")
    monkeypatch.setattr(extracting, "processes", lambda *options: pytest.fail("worked"))
    result = run("extract", "in", "-o", "out.csv")
    assert result.exit_code == 2
    assert "out.csv exists" in result.stderr and "overwrite" in result.stderr
    assert (folder / "out.csv").read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract", "-o", "out.csv"], "PATH"),
        (["extract", "in"], "--output"),
        (["extract", "in", "-o", "out.doc"], ".csv and .parquet"),
        (["extract", "in", "-o", "gone/out.csv"], "does not exist"),
        (["extract", "in", "-o", "out.csv", "--threads", "0"], "--threads"),
        (["extract", "in", "-o", "out.csv", "--batch-size", "x"], "--batch-size"),
        (["evaluate", "gone.csv", "in"], "gone.csv"),
        (["nonsense"], "nonsense"),
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
    assert result.stdout.splitlines()[0].split() == ["all", "direct", "mixed", "indirect"]
    result = run("evaluate", "out.parquet", golden, "--json", "--errors", 1)
    assert '"content_exact"' in result.stdout and len(result.stdout.splitlines()) == 1
    assert "MISSED" in result.stderr
    assert "MISSED" in run("evaluate", "out.parquet", golden, "--errors", 1).stdout


def test_evaluate_without_gold_exits_with_1(folder: Path, run: Run) -> None:
    run("extract", "in", "-o", "out.csv")
    result = run("evaluate", "out.csv", "in")
    assert result.exit_code == 1
    assert "gold.json" in result.stderr


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
