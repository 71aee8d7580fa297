"""A run on a Dask cluster: the same table, also where one of its workers is killed in the middle."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import fakes
import pytest
from test_running import ARTICLES, same, size

from quotes.errors import SetupError
from quotes.formats import writing
from quotes.records import Article
from quotes.running.pools import cluster
from quotes.running.run import Run
from quotes.running.work import Work

pytest.importorskip("distributed", reason="Dask is not installed: pip install 'quotes[dask]'")

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


@pytest.fixture(scope="module")
def dask() -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    """The address of a scheduler on loopback, and its two workers."""
    with ExitStack() as stack:
        options = ("--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0")
        scheduler = stack.enter_context(command("dask_scheduler", *options))
        address = told(scheduler, r"Scheduler at:\s+(tcp://\S+)")
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        workers = [stack.enter_context(command("dask_worker", address, *options)) for _ in range(2)]
        for worker in workers:
            told(worker, r"Registered to:\s+(tcp://\S+)")
        yield address, workers


def test_killing_a_worker_changes_nothing(dask: tuple[str, list[subprocess.Popen[str]]], tmp_path: Path) -> None:
    address, workers = dask
    items = [Article(article.id, f"SLOW {article.text}") for article in ARTICLES]
    run, output = Run(items, size, 2), tmp_path / "cluster.parquet"
    with cluster(WORK, address) as pool:
        assert pool.size == 2
        killer = threading.Timer(0.8, workers[0].send_signal, (signal.SIGKILL,))
        killer.start()
        summary = run.to_file(pool, output, {}, partial(writing, output))
        killer.join()
    assert workers[0].wait(timeout=10) == -signal.SIGKILL
    assert not summary.failures
    here = tmp_path / "here.parquet"
    Run(items, size, 5).to_file(fakes.InlinePool(WORK), here, {}, partial(writing, here))
    assert output.read_bytes() == here.read_bytes()


def test_a_scheduler_that_does_not_answer_is_named() -> None:
    nobody = cluster(WORK, "tcp://127.0.0.1:9")
    with pytest.raises(SetupError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9"), nobody:
        pass
