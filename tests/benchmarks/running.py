"""What a run on several processors comes to: `python tests/benchmarks/running.py COMMAND FOLDER`.

`speed`: articles/s and words/s after start-up, on one worker and on several. `memory`: the peak of each worker and its
growth between two numbers of articles. `journal`: what the bookkeeping for resuming costs. `many`: one-paragraph
articles in one run: the memory of the parent and the start of the output. Medians over `--runs`; nothing else should
be at work on the machine.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import click
import psutil

sys.path.append(str(Path(__file__).parents[1]))  # the tests' stand-ins
import fakes

from quotes.formats import writing, writing_csv
from quotes.pipeline import BATCH_SIZE, Extractor, load
from quotes.records import Article
from quotes.running.pools import Pool, processes
from quotes.running.run import Run
from quotes.running.work import Outcome, Work

MB = 1 << 20
PARAGRAPH = 'The council met on Monday. "We will rebuild bridge {}," Ann Hill, its chair, said. "It will take a year."'
LOADERS: dict[str, Callable[[], Extractor]] = {"model": partial(load, device="cpu")}


def itself(article: Article) -> Article:
    """The item is the article."""
    return article


def length(article: Article) -> int:
    """The size of an item."""
    return len(article.text)


def articles(folder: Path, number: int | None) -> list[Article]:
    """The folder's articles, over and over up to the number."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    return [Article(str(n), text) for n, text in enumerate(islice(cycle(texts), number or len(texts)))]


@dataclass(slots=True)
class Watch:
    """Hears of a run's outcomes; ``first`` is when the first one came."""

    first: float | None = None

    def __call__(self, outcome: Outcome) -> None:
        """Note an outcome."""
        self.first = self.first or time.perf_counter()


def holders() -> list[psutil.Process]:
    """The processes of this run that hold a model."""
    return [child for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())]


def peak(process: int | str) -> float:
    """The peak of a process's resident memory in MB, as Linux keeps it."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


@contextmanager
def warm(count: int, loader: Callable[[], Extractor] = LOADERS["model"]) -> Iterator[Pool]:
    """A pool whose workers have loaded their models, read something, and are at rest."""
    items = [Article(str(n), PARAGRAPH.format(n)) for n in range(8 * count)]
    with processes(Work(loader, itself), count) as pool:
        Run(items, length, 1).to_stream(pool, lambda rows: None)
        while busy():
            pass
        Run(items, length, 1).to_stream(pool, lambda rows: None)
        yield pool


def busy(seconds: float = 2.0) -> bool:
    """Whether a worker has used its processor within the next seconds: one that still loads its model does."""
    before = sum(sum(child.cpu_times()[:2]) for child in holders())
    time.sleep(seconds)
    return sum(sum(child.cpu_times()[:2]) for child in holders()) - before > 0.1


def to_stream(pool: Pool, items: Sequence[Article], batch_size: int) -> float:
    """Seconds of a run that keeps nothing: its rows go to a Parquet file as they come."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        with writing(Path(folder) / "out.parquet") as append:
            Run(items, length, batch_size).to_stream(pool, append)
        return time.perf_counter() - began


def to_file(pool: Pool, items: Sequence[Article], batch_size: int) -> float:
    """Seconds of a run that can be resumed."""
    with tempfile.TemporaryDirectory() as folder:
        began, target = time.perf_counter(), Path(folder) / "out.parquet"
        Run(items, length, batch_size).to_file(pool, target, {}, partial(writing, target))
        return time.perf_counter() - began


FOLDER = click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
RUNS = click.option("--runs", default=5, show_default=True)
NUMBER = click.option("-n", "--number", type=int, help="Articles, the folder's over and over.  [default: the folder's]")
WORKERS = click.option("--workers", default=os.cpu_count() or 1, show_default=True)
SIZE = click.option("--batch-size", default=BATCH_SIZE, show_default=True)


def repeated(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a command that measures runs over a folder several times."""
    for option in (SIZE, WORKERS, NUMBER, RUNS, FOLDER):
        command = option(command)
    return command


@click.group()
def main() -> None:
    """Figures of runs with worker processes."""


@main.command()
@repeated
def speed(folder: Path, runs: int, number: int | None, workers: int, batch_size: int) -> None:
    """Articles/s and words/s of runs to a file, on one worker and on several."""
    items = articles(folder, number)
    words = sum(len(item.text.split()) for item in items)
    found: dict[int, float] = {}
    for count in sorted({1, workers}):
        with warm(count) as pool:
            found[count] = statistics.median(to_file(pool, items, batch_size) for _ in range(runs))
        seconds = found[count]
        click.echo(f"{count} workers: {len(items) / seconds:.2f} articles/s, {words / seconds:.0f} words/s")
    click.echo(
        f"{workers} workers against one: {found[1] / found[workers]:.2f} x ({len(items)} articles, {words} words)"
    )


@main.command()
@FOLDER
@WORKERS
@SIZE
@click.option("--early", default=500, show_default=True, help="Articles after which memory is first measured.")
@click.option("-n", "--number", default=5000, show_default=True, help="Articles, the folder's over and over.")
def memory(folder: Path, workers: int, batch_size: int, early: int, number: int) -> None:
    """Peak of each worker after EARLY articles of each and at the end."""
    before: dict[int, float] = {}

    def look(outcome: Outcome) -> None:
        if not before and outcome.last >= early * workers:
            before.update({child.pid: peak(child.pid) for child in holders()})

    with warm(workers) as pool, tempfile.TemporaryDirectory() as out:
        run = Run(articles(folder, number * workers), length, batch_size, look)
        target = Path(out) / "out.parquet"
        run.to_file(pool, target, {}, partial(writing, target))
        for child in holders():
            first, last = before.get(child.pid, float("nan")), peak(child.pid)
            growth = 100 * (last / first - 1)
            click.echo(f"worker: peak {first:.0f} MB after {early}, {last:.0f} MB after {number}: {growth:+.1f} %")
    click.echo(f"parent: peak {peak('self'):.0f} MB")


@main.command()
@repeated
def journal(folder: Path, runs: int, number: int | None, workers: int, batch_size: int) -> None:
    """A run that can be resumed against one that keeps nothing, in turn."""
    items = articles(folder, number)
    with warm(workers) as pool:
        pairs = [(to_stream(pool, items, batch_size), to_file(pool, items, batch_size)) for _ in range(runs)]
    kept = statistics.median(100 * (file / stream - 1) for stream, file in pairs)
    click.echo(f"with journal {statistics.median(f for _, f in pairs):.2f} s, without ", nl=False)
    click.echo(f"{statistics.median(s for s, _ in pairs):.2f} s, median of the ratios {kept:+.2f} %")


@main.command()
@WORKERS
@SIZE
@click.option("-n", "--number", default=100_000, show_default=True)
@click.option("--fake", is_flag=True, help="A stand-in for the model: the parent alone is measured.")
def many(workers: int, batch_size: int, number: int, fake: bool) -> None:
    """One-paragraph articles in one run to a stream and in one to a file: memory of the parent, start of the output."""
    loader = fakes.load if fake else LOADERS["model"]
    items = [Article(f"{n}.txt", PARAGRAPH.format(n)) for n in range(number)]
    with warm(workers, loader) as pool, open(os.devnull, "wb") as sink, writing_csv(sink) as append:
        began, watch = time.perf_counter(), Watch()
        Run(items, length, batch_size, watch).to_stream(pool, append)
        seconds, first = time.perf_counter() - began, (watch.first or began) - began
        click.echo(
            f"stream: {number / seconds:.0f} articles/s, first rows after {first:.2f} s, peak {peak('self'):.0f} MB"
        )
        seconds = to_file(pool, items, batch_size)
        click.echo(f"file: {number / seconds:.0f} articles/s, peak {peak('self'):.0f} MB")


if __name__ == "__main__":
    main()
