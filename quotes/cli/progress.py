"""What a run tells on stderr while it goes on."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import click
from tqdm import tqdm

from quotes.running.run import Report
from quotes.running.summary import Summary
from quotes.running.work import Outcome
from quotes.wording import counted

MINUTE = 60.0
"""Seconds between two lines where stderr is not a terminal."""


@contextmanager
def progress(total: int | None, quiet: bool, clock: Callable[[], float] = time.monotonic) -> Iterator[Report]:
    """A bar on stderr where that is a terminal, elsewhere a line a minute; of ``total`` articles, if that is known.

    Warnings about articles go there too, a line each, even where it is ``quiet``.
    """
    summary = Summary()
    with tqdm(total=total, unit="article", disable=True if quiet else None) as bar:
        lines = None if quiet or sys.stderr.isatty() else _Lines(total, clock)

        def report(outcome: Outcome) -> None:
            summary.add(outcome)
            for warning in outcome.warnings:
                tqdm.write(f"Warning: {warning}", file=sys.stderr)
            bar.set_postfix(quotes=summary.quotes, failures=len(summary.failures), refresh=False)
            bar.update(outcome.last - outcome.first)
            if lines:
                lines.tell(summary, outcome.last - outcome.first)

        yield report


@dataclass(slots=True)
class _Lines:
    total: int | None
    clock: Callable[[], float]
    done: int = 0
    began: float = field(init=False)
    told: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.told = self.clock()

    def tell(self, summary: Summary, articles: int) -> None:
        """A line, if the last one was a minute ago."""
        self.done += articles
        now = self.clock()
        if now - self.told < MINUTE:
            return
        self.told = now
        meter = tqdm.format_meter(self.done, self.total or 0, now - self.began, ncols=0, unit="article")
        said = f"{counted(summary.quotes, 'quote')}, {counted(len(summary.failures), 'failure')}"
        click.echo(f"{meter}, {said}", err=True)
