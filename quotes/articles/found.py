"""What a walk through the inputs has found so far: articles, tables, failures, and what was skipped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from os.path import abspath
from typing import TypeVar

from quotes.articles.items import ArticleFile, File, failure, written
from quotes.articles.places import is_url
from quotes.articles.suffixes import ARTICLES, KINDS, TABLES, suffix
from quotes.errors import ArticleError

HIDDEN = "hidden"
"""Under which files and folders whose name begins with a dot are counted."""

EXPECTED = f"Give a folder, or files that end in {KINDS}; or a table (.csv, .jsonl, .parquet)"
_IN_FOLDER = f"Give a folder with files that end in {KINDS}; a table is read where it is given itself"

F = TypeVar("F", bound=File)


class Found:
    """Gathers files, failures and skipped files."""

    def __init__(self) -> None:
        self.files: list[File] = []
        self.failures: list[ArticleError] = []
        self.skipped: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self.files) + len(self.failures)

    def take(self, article_id: str, place: str, size: int, changed: int) -> None:
        """Note a file in a folder: an article, or one that is skipped."""
        if suffix(place) in ARTICLES:
            self.files.append(ArticleFile(written(article_id), place, size, changed))
        else:
            self.skip(place)

    def skip(self, place: str) -> None:
        """Count a file that is no article."""
        self.skipped[written(suffix(place)) or "no suffix"] += 1

    def fail(self, article_id: str, place: str, what: str, advice: str) -> None:
        """Note what cannot be read."""
        self.failures.append(failure(written(article_id), place, what, advice))

    def fail_empty(self, article_id: str, place: str) -> None:
        """Note a folder in which there was nothing."""
        self.fail(article_id, place, "has no articles", _IN_FOLDER)


def is_input(place: str) -> bool:
    """Whether a file of that name may be given."""
    return suffix(place) in ARTICLES | TABLES


def distinct(found: Iterable[F]) -> list[F]:
    """Each file once, and each id once.

    Files that share an id have their place as it was given for an id; should they still share it (names that differ in
    bytes that cannot be written), they are numbered.
    """
    first: dict[str, F] = {}
    for file in found:
        first.setdefault(file.place if is_url(file.place) else abspath(file.place), file)
    files, before = list(first.values()), None
    while files != before:
        count = Counter(file.id for file in files)
        before = files
        files = [replace(f, id=written(f.place)) if count[f.id] > 1 else f for f in files]
    return _numbered(files)


def _numbered(files: Iterable[F]) -> list[F]:
    seen: Counter[str] = Counter()
    numbered = []
    for file in files:
        seen[file.id] += 1
        numbered.append(replace(file, id=f"{file.id} ({seen[file.id]})") if seen[file.id] > 1 else file)
    return numbered
