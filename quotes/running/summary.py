"""What a run came to."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any, get_args

from quotes import __version__
from quotes.errors import ArticleError
from quotes.records import QuoteType
from quotes.running.work import Outcome
from quotes.wording import counted

VERSIONS = ("torch", "stanza", "pyarrow", "pandas")
"""The libraries that a table may depend on."""


@dataclass(slots=True)
class Summary:
    """Counts over the outcomes of a run (see `Outcome.counts`), its failures, files skipped by suffix, and seconds.

    ``warnings`` are those about the table as a whole.
    """

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[ArticleError] = field(default_factory=list)
    skipped: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    warnings: Sequence[str] = ()

    @property
    def articles(self) -> int:
        """Articles that were finished."""
        return self.counts["articles"]

    @property
    def quotes(self) -> int:
        """Rows of the table."""
        return sum(self.counts[kind] for kind in get_args(QuoteType))

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        self.counts.update(outcome.counts)
        self.failures.extend(outcome.failures)

    def __str__(self) -> str:
        """One line for a person."""
        counts = [(self.articles, "article"), (self.quotes, "quote"), (len(self.failures), "failure")]
        said = ", ".join(counted(number, noun) for number, noun in counts)
        skipped = ", ".join(f"{suffix} {number}" for suffix, number in self.skipped.items())
        noted = "".join(f", {self.counts[what]} {what}" for what in ("empty", "repaired") if self.counts[what])
        return f"{said}{noted}, {self.seconds:.1f} seconds" + (f"; skipped files: {skipped}" if skipped else "")

    def as_json(self) -> dict[str, Any]:
        """The same for a program."""
        return {
            "articles": self.articles,
            "empty": self.counts["empty"],
            "repaired": self.counts["repaired"],
            "failed": len(self.failures),
            "skipped": dict(self.skipped),
            "quotes": {kind: self.counts[kind] for kind in get_args(QuoteType)},
            "without_speaker": self.counts["without_speaker"],
            "seconds": round(self.seconds, 1),
            "versions": {
                "quotes": __version__,
                "python": platform.python_version(),
                **{name: version(name) for name in VERSIONS},
            },
        }
