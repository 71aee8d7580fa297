"""A run from the items of its articles to the file of its table."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.articles import File
from quotes.errors import OutputError
from quotes.formats import Append
from quotes.running.batches import batches
from quotes.running.journal import Journal, Manifest, journal
from quotes.running.pools import Pool
from quotes.running.schedule import in_order, outcomes
from quotes.running.summary import Summary
from quotes.running.work import Outcome, heard

Report = Callable[[Outcome], None]

Write = Callable[[], AbstractContextManager[Append]]
"""Opens the table, which appears when the block ends without an error."""


@dataclass(frozen=True, slots=True)
class Run:
    """The articles of a run and how they are shared out.

    ``items`` can be gone through again and yields the same; ``length`` tells the size of one; a batch has at most
    ``batch_size``; ``report`` hears of every outcome as it is finished, ``resumed`` how many articles an earlier run
    finished; with ``fail_fast`` the first failure ends it.
    """

    items: Iterable[Any]
    length: Callable[[Any], int]
    batch_size: int
    report: Report = lambda outcome: None
    fail_fast: bool = False
    resumed: Callable[[int], None] = lambda articles: None

    def to_stream(self, pool: Pool, append: Append) -> Summary:
        """Append the rows in the order of the articles, as soon as they are there; nothing is kept of a broken run."""
        summary, started = Summary(), time.perf_counter()
        for outcome in in_order(outcomes(batches(self.items, self.batch_size, self.length), pool)):
            self._heard(outcome)
            _append(outcome, append)
            summary.add(outcome)
        summary.seconds = time.perf_counter() - started
        return summary

    def to_file(
        self,
        pool: Pool,
        output: Path,
        manifest: Manifest,
        write: Write,
        restart: bool = False,
        inputs: Sequence[File] = (),
    ) -> Summary:
        """Write the table; what is finished is kept in a journal beside ``output`` until the table is complete."""
        started = time.perf_counter()
        with journal(output, manifest, restart, inputs) as kept:
            if kept.done.count:
                self.resumed(kept.done.count)
            self._finish(pool, kept)
            summary = Summary()
            with _kept(kept), heard() as warned, write() as append:
                for outcome in kept.outcomes():
                    _append(outcome, append)
                    summary.add(outcome)
            kept.remove()
        summary.warnings = warned
        summary.seconds = time.perf_counter() - started
        return summary

    def _finish(self, pool: Pool, kept: Journal) -> None:
        """Do what the journal does not have yet."""
        for earlier in kept.outcomes():
            self._heard(earlier)
        for outcome in outcomes(batches(self.items, self.batch_size, self.length, kept.done), pool):
            kept.add(outcome)
            self._heard(outcome)

    def _heard(self, outcome: Outcome) -> None:
        self.report(outcome)
        if self.fail_fast and outcome.failures:
            raise outcome.failures[0]


def _append(outcome: Outcome, append: Append) -> None:
    if len(outcome.rows):  # where a worker died there are no rows, and nobody knew their further columns
        append(outcome.rows)


@contextmanager
def _kept(journal: Journal) -> Iterator[None]:
    """Says where the finished work is, when the table cannot be written."""
    try:
        yield
    except OutputError as error:
        raise OutputError(
            f"{error} What is finished is kept in {journal.folder}: the same command goes on from there, also with "
            "another output if that folder gets the other output's name before its own ending."
        ) from error
