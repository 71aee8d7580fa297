"""Runs with worker processes: the same table however it is shared out, whatever happens to the workers."""

from __future__ import annotations

import itertools
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

import fakes
import psutil
import pyarrow as pa
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from quotes import cli
from quotes.cli import extracting
from quotes.errors import ArticleError, InputError, OutputError, SetupError
from quotes.formats import read as read_table
from quotes.formats import writing
from quotes.pipeline import Extractor
from quotes.records import Article
from quotes.running.batches import CHARACTERS, Positions, batches
from quotes.running.journal import SUFFIX, Journal, journal
from quotes.running.pools import Pool, limit, processes
from quotes.running.run import Run
from quotes.running.schedule import in_order, outcomes
from quotes.running.work import Outcome, Task, Work, outcome


def same(article: Article) -> Article:
    """The item is the article."""
    return article


def size(item: Article | ArticleError) -> int:
    return 0 if isinstance(item, ArticleError) else len(item.text)


def no_model(**options: object) -> Extractor:
    raise SetupError("The weights are missing.")


def no_memory(**options: object) -> Extractor:
    raise MemoryError


def killed(**options: object) -> Extractor:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


WORK = Work(fakes.load_hostile, same)
ARTICLES = [Article(f"{n}.txt", f'"No {n}," Ann said. ' * (n % 3 + 1)) for n in range(23)]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """Two worker processes, which several tests use."""
    with processes(WORK, 2, timeout=1.0) as made:
        yield made


def test_a_word_to_end_that_reaches_nobody_is_said_again() -> None:
    def work() -> None:
        with processes(WORK, 1) as made:
            made.submit(Task(0, (ARTICLES[0],))).result(timeout=60)
            # what a Ctrl-C within Condition.notify leaves: a waiter at the head of the line that was woken already
            woken = threading.Lock()
            woken.acquire()
            made._pool._context.task_queue.not_empty._waiters.appendleft(woken)  # type: ignore[attr-defined]

    ending = threading.Thread(target=work, daemon=True)
    ending.start()
    ending.join(90)
    assert not ending.is_alive()


def run(items: list[Article | ArticleError] | list[Article], batch_size: int = 4) -> Run:
    return Run(items, size, batch_size)


def to_table(items: list[Article], pool: Pool, output: Path, batch_size: int = 4) -> bytes:
    run(items, batch_size).to_file(pool, output, {}, partial(writing, output, overwrite=True))
    return output.read_bytes()


# ---- batches ------------------------------------------------------------------------------------------------------

RANGES = st.lists(st.integers(1, 5), max_size=8).flatmap(
    lambda sizes: st.lists(st.booleans(), min_size=len(sizes), max_size=len(sizes)).map(lambda keep: (sizes, keep))
)


@given(RANGES, st.integers(0, 30), st.integers(1, 6))
def test_batches_cover_what_is_not_done_once(case: tuple[list[int], list[bool]], items: int, count: int) -> None:
    done, position = Positions(), 0
    for length, keep in zip(*case, strict=True):
        if keep and position + length <= items:
            done.add(position, position + length)
        position += length
    tasks = list(batches(range(items), count, lambda item: 1, done))
    assert all(task.items == tuple(range(task.first, task.last)) and len(task.items) <= count for task in tasks)
    covered = [n for task in tasks for n in task.items] + [n for first, last in done.ranges for n in range(first, last)]
    assert sorted(covered) == list(range(items))


def test_long_articles_make_short_batches() -> None:
    tasks = list(batches(range(6), 4, lambda item: CHARACTERS if item == 2 else 1))
    assert [len(task.items) for task in tasks] == [3, 3]


def test_outcomes_are_put_in_order() -> None:
    parts = [Outcome(n, n + 2, pa.table({}), (), outcome(Task(n, ()), []).counts) for n in (0, 2, 4, 6)]
    shuffled = parts[:]
    random.Random(3).shuffle(shuffled)
    assert shuffled != parts
    assert list(in_order(shuffled)) == parts


# ---- workers ------------------------------------------------------------------------------------------------------


def test_the_table_is_the_same_however_it_is_shared_out(pool: Pool, tmp_path: Path) -> None:
    tables = {
        to_table(ARTICLES, worker, tmp_path / f"{name}-{count}.parquet", count)
        for name, worker in (("two", pool), ("inline", fakes.InlinePool(WORK)))
        for count in (1, 4, 100)
    }
    assert len(tables) == 1


@pytest.mark.parametrize(
    ("text", "reason"), [("SEGFAULT", "SIGSEGV"), ("OUT OF MEMORY", "SIGKILL"), ("HANG", "took too long")]
)
def test_one_bad_article_fails_alone(pool: Pool, tmp_path: Path, text: str, reason: str) -> None:
    items = [*ARTICLES[:6], Article("bad.txt", text), *ARTICLES[6:]]
    output = tmp_path / "out.csv"
    summary = run(items).to_file(pool, output, {}, partial(writing, output))
    (failure,) = summary.failures
    assert failure.article_id == "bad.txt" and reason in failure.reason
    assert output.read_bytes() == to_table(ARTICLES, fakes.InlinePool(WORK), tmp_path / "whole.csv")


@pytest.mark.parametrize(
    ("load", "told"), [(no_model, "weights"), (no_memory, "MemoryError"), (killed, "ended while it was starting")]
)
def test_a_model_that_cannot_be_loaded_ends_the_run(load: Callable[..., Extractor], told: str) -> None:
    with processes(Work(load, same), 1) as broken, pytest.raises(SetupError, match=told):
        list(outcomes(batches(ARTICLES, 4, size), broken))


class Slow:
    """A pool in which some articles never end, and a batch with one of them ends at its time."""

    size = 2

    def __init__(self) -> None:
        self.tried: list[int] = []

    def submit(self, task: Task) -> Future[Outcome]:
        self.tried.append(len(task.items))
        future: Future[Outcome] = Future()
        if any("HANG" in item.text for item in task.items):
            future.set_exception(TimeoutError())
        else:
            future.set_result(outcome(task, [(item, []) for item in task.items]))
        return future


def test_a_batch_that_took_too_long_is_halved_until_its_article_is_alone() -> None:
    pool, items = Slow(), [Article(str(n), "HANG" if n == 5 else "") for n in range(8)]
    found = list(in_order(outcomes([Task(0, tuple(items))], pool)))
    assert [failure.article_id for each in found for failure in each.failures] == ["5"]
    assert sum(len(each.sizes) for each in found) == 8
    assert sorted(pool.tried) == [1, 1, 2, 2, 4, 4, 8]


@given(st.integers(1, 100), st.floats(0.1, 1000))
def test_an_article_alone_has_the_time_it_may_take_and_more_articles_have_more(count: int, timeout: float) -> None:
    assert limit(1, timeout) == timeout
    assert limit(count, timeout) < limit(count + 1, timeout) <= (count + 1) * timeout * 1.001


def read_beside(name: str) -> Article:
    return Article(name, Path(name).read_text(encoding="utf-8"))


def test_paths_begin_where_the_command_was_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('"No," Ann said.', encoding="utf-8")
    with processes(Work(fakes.load, read_beside, folder=str(tmp_path)), 1) as made:
        (found,) = outcomes([Task(0, ("a.txt",))], made)
    assert found.sizes == (1,)


def test_failures_pass_and_warnings_come_back(pool: Pool) -> None:
    items = [ArticleError("gone.txt", "read", "does not exist."), Article("odd.txt", '"a\ud800," Ann said.')]
    (found,) = outcomes(batches(items, 4, size), pool)
    assert [failure.article_id for failure in found.failures] == ["gone.txt"]
    assert found.sizes == (0, 1)
    assert "1 lone surrogate read" in found.warnings[0]


# ---- the journal --------------------------------------------------------------------------------------------------


def some_outcome(first: int) -> Outcome:
    articles = (Article(f"{first}", '"a\ud800," Ann said.'), ArticleError("x\ud800", "read", "no."))
    (found,) = outcomes([Task(first, articles)], fakes.InlinePool(WORK))
    return found


def test_the_journal_gives_back_what_it_took(tmp_path: Path) -> None:
    kept = [some_outcome(0), some_outcome(2)]
    with journal(tmp_path / "out.csv", {"model": "a"}) as made:
        for each in kept:
            made.add(each)
    with journal(tmp_path / "out.csv", {"model": "a"}) as again:
        assert again.done.ranges and list(again.done.gaps()) == [(4, None)]
        for ours, theirs in zip(again.outcomes(), kept, strict=True):
            assert ours.rows.equals(theirs.rows)
            assert (ours.sizes, ours.counts, ours.warnings) == (theirs.sizes, theirs.counts, theirs.warnings)
            assert [str(failure) for failure in ours.failures] == [str(failure) for failure in theirs.failures]


def test_changed_settings_are_named_and_restart_begins_anew(tmp_path: Path) -> None:
    with journal(tmp_path / "out.csv", {"model": "a", "inputs": "3 articles"}) as made:
        made.add(some_outcome(0))
    changed = journal(tmp_path / "out.csv", {"model": "a", "inputs": "4 articles"})
    with pytest.raises(InputError, match="'3 articles', now '4 articles'") as raised, changed:
        pass
    assert "model" not in str(raised.value).partition("differs")[2]
    with journal(tmp_path / "out.csv", {"model": "b"}, restart=True) as anew:
        assert not anew.done.ranges


def test_a_second_run_is_refused_with_the_first_ones_process(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\nfrom quotes.running.journal import journal\n"
        "with journal(pathlib.Path(sys.argv[1]), {}):\n print('locked', flush=True)\n sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "out.csv")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout is not None and other.stdout.readline() == b"locked\n"
    try:
        with pytest.raises(InputError, match=f"process {other.pid}"), journal(tmp_path / "out.csv", {}):
            pass
    finally:
        other.communicate()
    with journal(tmp_path / "out.csv", {}):
        pass


def test_a_full_disk_is_told_and_what_is_kept_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with journal(tmp_path / "out.csv", {}) as made:
        made.add(some_outcome(0))

        def full(self: Path, target: Path) -> Path:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", full)
            with pytest.raises(OutputError, match=r"No space left.*goes on"):
                made.add(some_outcome(2))
    assert len(list(Journal(tmp_path / f"out.csv{SUFFIX}").outcomes())) == 1


def test_a_vanished_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with journal(tmp_path / "there" / "out.csv", {}) as made:
        for path in sorted((tmp_path / "there").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        (tmp_path / "there").rmdir()
        with pytest.raises(OutputError, match="See whether its folder is there") as raised:
            made.add(some_outcome(0))
    assert "kept" not in str(raised.value)


@pytest.mark.parametrize("kept", [False, True])
def test_a_journal_that_may_not_be_written_says_what_it_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    with journal(tmp_path / "out.csv", {}) as made:
        made.add(some_outcome(0))
    if not kept:
        made.remove()

    def forbidden(*arguments: Any, **options: Any) -> int:
        raise PermissionError(13, "Permission denied")

    for method in ("mkdir", "write_text"):
        with monkeypatch.context() as patch:
            patch.setattr(Path, method, forbidden)
            with pytest.raises(OutputError, match="no permission") as raised, journal(tmp_path / "out.csv", {}):
                pass
        assert ("is kept, and the same command goes on" in str(raised.value)) == kept


def test_a_lock_that_may_not_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(lock: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("filelock.FileLock.acquire", forbidden)
    refused = pytest.raises(OutputError, match=rf"out\.csv{SUFFIX} cannot be written: Permission denied")
    with refused, journal(tmp_path / "out.csv", {}):
        pass


# ---- a whole run that is ended from outside ------------------------------------------------------------------------

SCRIPT = """
import functools, signal, time, fakes
from quotes.cli import extracting, main
from quotes.running.journal import Journal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job inherits that it is ignored
extracting.load = fakes.{load}
if {write_slowly}:
    outcomes = Journal.outcomes
    def slow(self):
        for each in outcomes(self):
            print("reading back", flush=True)
            yield each
            while True:  # a signal that comes just before a sleep is heard only after it
                time.sleep(0.1)
    Journal.outcomes = slow
main()
"""


def start(
    folder: Path, *options: str, load: str = "load_hostile", write_slowly: bool = False
) -> subprocess.Popen[bytes]:
    """`quotes extract in -o out.parquet` with a fake model, in a process of its own."""
    tests = Path(__file__).resolve().parent
    script = SCRIPT.format(load=load, write_slowly=write_slowly)
    return subprocess.Popen(
        [sys.executable, "-c", script, "extract", "in", "-o", "out.parquet", "--batch-size", "2", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tests), str(tests.parent)])},
        stdout=subprocess.PIPE if write_slowly else None,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def awaited(what: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.02)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for number in range(20):
        (tmp_path / "in" / f"{number:02}.txt").write_text(f'SLOW "No {number}," Ann said.', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("end", "group"), [(signal.SIGKILL, True), (signal.SIGINT, False), (signal.SIGTERM, False)])
def test_a_run_that_is_ended_goes_on(folder: Path, end: signal.Signals, group: bool) -> None:
    broken = start(folder)
    kept = folder / f"out.parquet{SUFFIX}"
    awaited(lambda: len(list(kept.glob("*.arrow"))) >= 2)
    os.killpg(broken.pid, end) if group else broken.send_signal(end)
    _, told = broken.communicate(timeout=10)
    assert not (folder / "out.parquet").exists()
    before = {path.name for path in kept.glob("*.arrow")}
    assert 2 <= len(before) < 10
    if not group:
        assert broken.returncode == 130 and b"the same command goes on" in told
    again = start(folder, "--quiet")
    awaited(lambda: again.poll() is not None)
    assert again.communicate()[1] == b"" and again.returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == ["in", "out.parquet"]
    whole = (folder / "out.parquet").read_bytes()
    assert len(read_table(folder / "out.parquet")) == 20
    once = start(folder, "--overwrite", "--quiet")
    once.communicate(timeout=60)
    assert (folder / "out.parquet").read_bytes() == whole


def test_no_process_outlives_a_run_that_is_killed(folder: Path) -> None:
    (folder / "in" / "00.txt").write_text("HANG", encoding="utf-8")
    broken = start(folder, "--workers", "2")
    awaited(lambda: len(list((folder / f"out.parquet{SUFFIX}").glob("*.arrow"))) >= 2)
    children = psutil.Process(broken.pid).children(recursive=True)
    assert len(children) >= 2
    broken.kill()
    broken.communicate(timeout=10)
    assert psutil.wait_procs(children, timeout=10)[1] == []


def test_a_run_whose_inputs_changed_is_refused(folder: Path) -> None:
    broken = start(folder)
    awaited(lambda: bool(list((folder / f"out.parquet{SUFFIX}").glob("*.arrow"))))
    broken.send_signal(signal.SIGINT)
    broken.communicate(timeout=10)
    (folder / "in" / "07.txt").write_text('"Yes," Ann said at length.', encoding="utf-8")
    again = start(folder)
    _, told = again.communicate(timeout=30)
    assert again.returncode == 1 and b"inputs" in told and b"restart" in told


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("group", [True, False])
def test_a_run_ends_at_once_while_the_model_is_loaded(folder: Path, end: signal.Signals, group: bool) -> None:
    run = start(folder, "--workers", "2", load="load_never")
    awaited(lambda: (folder / f"out.parquet{SUFFIX}" / "manifest.json").exists())
    time.sleep(0.3)
    os.killpg(run.pid, end) if group and end == signal.SIGINT else run.send_signal(end)
    _, told = run.communicate(timeout=10)
    assert run.returncode == 130
    assert told == b"Stopped. Nothing was finished yet: the same command begins anew.\n"
    assert [path.name for path in folder.iterdir()] == ["in"]


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_run_ends_at_once_while_the_table_is_written(folder: Path, end: signal.Signals) -> None:
    run = start(folder, "--quiet", "--workers", "1", "--batch-size", "20", write_slowly=True)
    assert run.stdout is not None and run.stdout.readline() == b"reading back\n"
    run.send_signal(end)
    _, told = run.communicate(timeout=10)
    assert run.returncode == 130 and b"the same command goes on" in told
    assert sorted(path.name for path in folder.iterdir()) == ["in", f"out.parquet{SUFFIX}"]


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_the_command_makes_the_same_file_for_any_workers_and_batches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr(extracting, "load", fakes.load)
    (tmp_path / "in").mkdir()
    for number in range(70):
        (tmp_path / "in" / f"{number}.txt").write_text(
            f'"No {number}," Ann said. ' * (number % 4 + 1), encoding="utf-8"
        )
    made: set[bytes] = set()
    for workers, count in itertools.product((1, 2), (1, 7, 64)):
        output = tmp_path / f"{workers}-{count}{suffix}"
        options = ["extract", tmp_path / "in", "-o", output, "--workers", workers, "--batch-size", count]
        assert CliRunner().invoke(cli.main, list(map(str, options))).exit_code == 0
        made.add(output.read_bytes())
    assert len(made) == 1


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="only Linux's root can mount a small disk"
)
@pytest.mark.parametrize("size", [32, 48])  # too small for the journal; too small for the table behind it
def test_a_disk_that_is_full_is_told_and_the_run_goes_on_when_it_is_not(folder: Path, size: int) -> None:
    disk = folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        full = start(folder, "-o", "disk/out.parquet", "--quiet")
        _, told = full.communicate(timeout=60)
        assert full.returncode == 1 and b"No space left" in told and b"the same command" in told
        assert not (disk / "out.parquet").exists()
        assert list(disk.glob("out.parquet.unfinished/*.arrow"))
        subprocess.run(["mount", "-o", "remount,size=4m", str(disk)], check=True)
        again = start(folder, "-o", "disk/out.parquet", "--quiet")
        _, told = again.communicate(timeout=60)
        assert (again.returncode, told) == (0, b"")
        assert len(read_table(disk / "out.parquet")) == 20
        assert [path.name for path in disk.iterdir()] == ["out.parquet"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)
