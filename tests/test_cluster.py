"""A run on a Dask cluster: the same table, whatever happens to its workers and to the processes that they have."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import fakes
import pytest
from test_running import ARTICLES, awaited, same, size, start

import quotes
from quotes.errors import SetupError
from quotes.formats import writing
from quotes.records import Article
from quotes.running.cluster import cluster
from quotes.running.journal import SUFFIX, journal
from quotes.running.run import Run
from quotes.running.work import Outcome, Work

pytest.importorskip("distributed", reason="Dask is not installed: pip install distributed")

WORK = Work(fakes.load_hostile, same)


@contextmanager
def command(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A process of Dask's command line, with the tests importable; stopped at the end."""
    tests = Path(__file__).resolve().parent
    made = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tests), str(tests.parent)])},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield made
    finally:
        made.kill()
        made.communicate()


def told(process: subprocess.Popen[str], pattern: str) -> str:
    """Waits for a line on the process's standard error, and then reads on, so that it never waits for a reader."""
    assert process.stderr is not None
    for line in process.stderr:
        found = re.search(pattern, line)
        if found:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found.group(1)
    raise AssertionError(f"{pattern} was never told")


@contextmanager
def a_scheduler() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A scheduler on loopback, and its address."""
    options = ("--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0")
    with command("dask_scheduler", *options) as process:
        yield process, told(process, r"Scheduler at:\s+(tcp://\S+)")


@contextmanager
def a_worker(address: str, *options: str) -> Iterator[subprocess.Popen[str]]:
    """A worker with one thread."""
    common = ("--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
    with command("dask_worker", address, *common, *options) as process:
        told(process, r"Registered to:\s+(tcp://\S+)")
        yield process


@dataclass(frozen=True, slots=True)
class Dask:
    """A scheduler and its two workers, of which ``lone`` has no nanny to start it again."""

    address: str
    scheduler: subprocess.Popen[str]
    lone: subprocess.Popen[str]


@pytest.fixture(scope="module")
def dask() -> Iterator[Dask]:
    """A cluster on loopback; the tests end one part of it after the other."""
    with a_scheduler() as (scheduler, address), a_worker(address, "--no-nanny") as lone, a_worker(address):
        yield Dask(address, scheduler, lone)


def here(items: list[Article], output: Path) -> bytes:
    """The table that this process makes."""
    Run(items, size, 5).to_file(fakes.InlinePool(WORK), output, {}, partial(writing, output))
    return output.read_bytes()


def test_articles_that_hang_or_die_fail_alone(dask: Dask, tmp_path: Path) -> None:
    bad = [Article("hangs.txt", "HANG"), Article("dies.txt", "OUT OF MEMORY")]
    items, output = [*ARTICLES[:3], bad[0], *ARTICLES[3:], bad[1]], tmp_path / "cluster.csv"
    with cluster(WORK, dask.address, timeout=1.0) as pool:
        assert pool.size == 2
        summary = Run(items, size, 2).to_file(pool, output, {}, partial(writing, output))
    reasons = {failure.article_id: failure.reason for failure in summary.failures}
    assert reasons.keys() == {"hangs.txt", "dies.txt"}
    assert "took too long" in reasons["hangs.txt"] and "SIGKILL" in reasons["dies.txt"]
    assert output.read_bytes() == here(ARTICLES, tmp_path / "here.csv")


@pytest.fixture
def small() -> Iterator[str]:
    """The address of a cluster with one worker, for a test that leaves it busy."""
    with a_scheduler() as (_, address), a_worker(address):
        yield address


def test_a_run_from_another_folder_is_stopped_whatever_is_being_done(small: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(8):
        (tmp_path / "in" / f"{number}.txt").write_text(f'"No {number}," Ann said.', encoding="utf-8")
    options = ("--scheduler", small, "--quiet")
    whole = start(tmp_path, *options)
    assert whole.communicate(timeout=60)[1] == b"" and whole.returncode == 0
    assert len(quotes.read(tmp_path / "out.parquet")) == 8
    (tmp_path / "in" / "8.txt").write_text("HANG", encoding="utf-8")
    stopped = start(tmp_path, *options, "--overwrite")
    awaited(lambda: bool(list((tmp_path / f"out.parquet{SUFFIX}").glob("*.arrow"))))
    stopped.send_signal(signal.SIGINT)
    _, told = stopped.communicate(timeout=10)
    assert stopped.returncode == 130 and b"the same command goes on" in told


def test_killing_a_worker_changes_nothing(dask: Dask, tmp_path: Path) -> None:
    items = [Article(article.id, f"SLOW {article.text}") for article in ARTICLES[:12]]
    output = tmp_path / "cluster.parquet"

    def kill_a_worker(done: Outcome) -> None:
        dask.lone.kill()

    with cluster(WORK, dask.address) as pool:
        summary = Run(items, size, 2, kill_a_worker).to_file(pool, output, {}, partial(writing, output))
        assert pool.size == 1
    assert dask.lone.wait(timeout=10) == -signal.SIGKILL
    assert not summary.failures
    assert output.read_bytes() == here(items, tmp_path / "here.parquet")


def test_a_scheduler_that_ends_is_named_and_the_same_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotes.running.cluster.PATIENCE", 1.0)
    output = tmp_path / "cluster.csv"
    with a_scheduler() as (process, address), a_worker(address), cluster(WORK, address) as pool:
        broken = Run(ARTICLES, size, 2, lambda done: process.kill())
        with pytest.raises(SetupError, match=r"does not answer any more.*it goes on from there"):
            broken.to_file(pool, output, {}, partial(writing, output))
    with journal(output, {}) as kept:
        assert list(kept.outcomes())
    assert here(ARTICLES, output) == here(ARTICLES, tmp_path / "here.csv")


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.running.cluster.PATIENCE", 1.0)
    nobody = cluster(WORK, "tcp://127.0.0.1:9")
    with pytest.raises(SetupError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9"), nobody:
        pass
