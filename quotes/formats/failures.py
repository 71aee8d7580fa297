"""The list of the articles that failed, as CSV."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
from pyarrow import csv

from quotes.errors import ArticleError
from quotes.formats.target import replacing
from quotes.table import storable

FAILURES = pa.schema([(name, pa.string()) for name in ("article_id", "stage", "reason")])
"""The columns of the list."""


def write_failures(failures: Iterable[ArticleError], path: Path) -> None:
    """Write the failures (article_id, stage, reason) in place of what was there."""
    listed = [dict(zip(FAILURES.names, _cells(failure), strict=True)) for failure in failures]
    with replacing(path) as handle:
        csv.write_csv(pa.Table.from_pylist(listed, FAILURES), handle)


def _cells(failure: ArticleError) -> tuple[str, str, str]:
    return storable(failure.article_id)[0], failure.stage, storable(failure.reason)[0]
