"""What is found in the inputs, and how it is named in messages."""

from __future__ import annotations

import os
from dataclasses import dataclass

from quotes.errors import ArticleError


@dataclass(frozen=True, slots=True)
class File:
    """A file at ``place`` (a path or a URL) with its ``size`` in bytes.

    ``changed`` is a number that the same file does not have after a change.
    """

    id: str
    place: str
    size: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class ArticleFile(File):
    """A file that is one article, and the id of that article."""


@dataclass(frozen=True, slots=True)
class TableFile(File):
    """A file with an article in each row; its id stands before their numbers where they have no ids of their own."""


@dataclass(frozen=True, slots=True)
class Piped(File):
    """An article that came through a pipe, as bytes."""

    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Row:
    """An article from the row of a table that is at ``place``, and the values of the columns that are kept.

    ``note`` is what has to be told about it.
    """

    id: str
    place: str
    text: str
    kept: tuple[object, ...] = ()
    note: str = ""

    @property
    def size(self) -> int:
        """Characters of its text."""
        return len(self.text)


Item = File | Row
"""What becomes an article when it is read."""


ESCAPE = "\\x"
"""What stands before a byte of a name that is not UTF-8."""


def written(name: str) -> str:
    """The file name as text that any file can hold: bytes that are not UTF-8 become ``\\x`` escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def failure(article_id: str, place: str, what: str, advice: str) -> ArticleError:
    """The error of an input that could not be read."""
    return ArticleError(article_id, "read", f"{written(place)} {what}. {advice}.")
