"""What a run tells on stderr while it goes on."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tqdm import tqdm

from quotes.batch import Report
from quotes.errors import ArticleError, ArticleWarning
from quotes.pipeline import Finished


@contextmanager
def progress(articles: int, quiet: bool) -> Iterator[Report]:
    """A bar on stderr where that is a terminal; warnings about articles go there too, a line each."""
    shown = True if quiet else None
    with warnings.catch_warnings(), tqdm(total=articles, unit="article", disable=shown) as bar:
        warnings.simplefilter("always", ArticleWarning)
        warnings.showwarning = _warning_teller(warnings.showwarning)
        quotes = failures = 0

        def report(result: Finished | ArticleError) -> None:
            nonlocal quotes, failures
            failures += isinstance(result, ArticleError)
            quotes += 0 if isinstance(result, ArticleError) else len(result[1])
            bar.set_postfix(quotes=quotes, failures=failures, refresh=False)
            bar.update()

        yield report


def _warning_teller(otherwise: Callable[..., None]) -> Callable[..., None]:
    def tell(message: Warning | str, category: type[Warning], *rest: Any, **options: Any) -> None:
        if issubclass(category, ArticleWarning):
            tqdm.write(f"Warning: {message}", file=sys.stderr)
        else:
            otherwise(message, category, *rest, **options)

    return tell
