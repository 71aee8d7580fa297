"""What a worker does with a batch of articles; everything here travels between processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import threading
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing.process import BaseProcess
from typing import Any

import pyarrow as pa

from quotes.errors import ArticleError, ArticleWarning, QuotesError, SetupError
from quotes.pipeline import Extractor, Finished
from quotes.records import Article
from quotes.running.memory import give_back
from quotes.table import NOTHING, rows


@dataclass(frozen=True, slots=True)
class Work:
    """How an extractor is made, once in each worker, and how it gets the article of an item.

    Both functions must be importable from a module, and raise `QuotesError` alone for what is not their fault. ``kept``
    has the fields of what articles carry along; ``folder`` is where paths begin: workers of a cluster were started
    anywhere.
    """

    load: Callable[[], Extractor]
    read: Callable[[Any], Article]
    kept: pa.Schema = NOTHING
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Some articles that stand one behind the other in the input, from the position ``first`` on."""

    first: int
    items: tuple[Any, ...]

    @property
    def last(self) -> int:
        """The position behind the last article."""
        return self.first + len(self.items)

    def halves(self) -> tuple[Task, Task]:
        """The task as two."""
        middle = len(self.items) // 2
        return Task(self.first, self.items[:middle]), Task(self.first + middle, self.items[middle:])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the articles at the positions ``first`` to ``last`` (exclusive).

    ``rows`` of the table; ``sizes``, the number of rows of each article; ``counts`` of ``articles`` that were read,
    those of them that were ``empty``, or ``repaired``, quotes of each type, and quotes ``without_speaker``.
    """

    first: int
    last: int
    rows: pa.Table
    sizes: tuple[int, ...]
    counts: Counter[str]
    failures: tuple[ArticleError, ...] = ()
    warnings: tuple[str, ...] = ()


def packed(work: Work) -> bytes:
    """The work as it is sent to a worker, which knows by it whether it has done the same work before."""
    return pickle.dumps(work)


def unpacked(work: bytes) -> Work:
    """The work that was packed."""
    made: Work = pickle.loads(work)
    return made


def prepare(work: bytes) -> None:
    """Load what the work needs, ahead of the first task; an error is left to that task, which can report it.

    The process ends when its parent does, however busy it is, or stuck.
    """
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()
    try:
        _prepared(work)
    except Exception:
        _prepared.cache_clear()
    # What was loaded lives as long as the process: looking through it again and again took a fiftieth of all reading.
    gc.freeze()


def _end_with(parent: BaseProcess | None) -> None:
    if parent:
        parent.join()
        os._exit(1)


def perform(work: bytes, task: Task) -> Outcome:
    """Extract the quotes of a task's articles. Raises ``SetupError`` where the worker cannot work at all."""
    made, extractor = _prepared(work)
    with heard() as warned:
        results = list(extractor.articles(_read(made.read, task.items), max(1, len(task.items))))
    give_back()
    return outcome(task, results, tuple(warned), made.kept)


def outcome(
    task: Task,
    results: Sequence[Finished | ArticleError],
    warned: tuple[str, ...] = (),
    kept: pa.Schema = NOTHING,
) -> Outcome:
    """The results of a task's articles, counted and as rows, with the columns that are ``kept`` behind."""
    finished = [result for result in results if not isinstance(result, ArticleError)]
    return Outcome(
        first=task.first,
        last=task.last,
        rows=rows(finished, kept),
        sizes=tuple(0 if isinstance(result, ArticleError) else len(result[1]) for result in results),
        counts=sum(map(_counted, finished), Counter()),
        failures=tuple(result for result in results if isinstance(result, ArticleError)),
        warnings=warned,
    )


def _counted(result: Finished) -> Counter[str]:
    article, found = result
    types = Counter[str](quote.attribution.type for quote in found)
    silent = sum(quote.speaker.name is None for quote in found)
    empty = not article.text.strip()
    return types + Counter(articles=1, empty=int(empty), repaired=int(article.repaired), without_speaker=silent)


@lru_cache(maxsize=1)
def _prepared(work: bytes) -> tuple[Work, Extractor]:
    made = unpacked(work)
    if made.folder:
        with suppress(OSError):  # not there on this machine: then paths without a beginning lead nowhere, and tell so
            os.chdir(made.folder)
    try:
        return made, made.load()
    except QuotesError:
        raise
    except Exception as error:  # no article is to blame for it
        reason = f"{type(error).__name__}: {error}"
        raise SetupError(f"A worker cannot load the model ({reason}). See whether it has the memory.") from error


def _read(read: Callable[[Any], Article], items: Iterable[Any]) -> Iterator[Article | ArticleError]:
    for item in items:
        try:
            yield item if isinstance(item, ArticleError) else read(item)
        except ArticleError as error:
            yield error


@contextmanager
def heard() -> Iterator[list[str]]:
    """The warnings about articles as texts, because a worker's standard error is nobody's."""
    told: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", ArticleWarning)
        yield told
    told += [str(warning.message) for warning in caught if issubclass(warning.category, ArticleWarning)]
