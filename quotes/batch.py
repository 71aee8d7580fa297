"""Many articles: from their files to the rows of the table, one batch at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from quotes.articles import Listing, read
from quotes.errors import ArticleError
from quotes.formats import Append
from quotes.pipeline import BATCH_SIZE, Extractor, Finished
from quotes.records import Article
from quotes.table import rows

Report = Callable[[Finished | ArticleError], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to: finished articles, their quotes, seconds, and what was not read and why."""

    articles: int
    quotes: int
    seconds: float
    failures: tuple[ArticleError, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        """One line for a person."""
        counts = [(self.articles, "article"), (self.quotes, "quote"), (len(self.failures), "failure")]
        said = ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counts)
        skipped = ", ".join(f"{suffix} {number}" for suffix, number in self.skipped.items())
        return f"{said}, {self.seconds:.1f} seconds" + (f"; skipped files: {skipped}" if skipped else "")


def run(
    listing: Listing,
    extractor: Extractor,
    append: Append,
    report: Report = lambda result: None,
    batch_size: int = BATCH_SIZE,
) -> Summary:
    """Extract the quotes of the listed articles and append their rows, in the order of the listing.

    ``report`` hears of every article as it is finished or fails. Only one batch of articles is held in memory.
    """
    started = time.perf_counter()
    failures = list(listing.failures)
    articles = quotes = 0
    for result in extractor.articles(_read(listing), batch_size):
        if isinstance(result, ArticleError):
            failures.append(result)
        else:
            articles += 1
            quotes += len(result[1])
            append(rows([result]))
        report(result)
    seconds = time.perf_counter() - started
    return Summary(articles, quotes, seconds, tuple(failures), listing.skipped)


def _read(listing: Listing) -> Iterator[Article | ArticleError]:
    for file in listing.files:
        try:
            yield read(file)
        except ArticleError as error:
            yield error
