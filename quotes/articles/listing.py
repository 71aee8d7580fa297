"""Folders, files and URLs -> the files that are articles or tables, in order."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quotes.articles.found import EXPECTED, HIDDEN, Found, distinct, is_input
from quotes.articles.items import ESCAPE, File, Piped, TableFile
from quotes.articles.places import ACCESS, is_url, local
from quotes.articles.remote import add_url
from quotes.articles.suffixes import ARTICLES, TABLES, suffix
from quotes.errors import ArticleError

PIPE = "-"
"""The input that stands for one article on the standard input."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The files in order, what could not be listed, and how many files in folders were skipped, by suffix."""

    files: tuple[File, ...]
    failures: tuple[ArticleError, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file or folder on the way through the input ``root``; ``above`` are the folders that lead to it."""

    path: Path
    root: Path
    above: frozenset[tuple[int, int]] = frozenset()


def find(paths: Sequence[str | os.PathLike[str]], piped: bytes = b"") -> Listing:
    """List the articles in folders (recursively, sorted by name) and files, in the order of the arguments.

    A path may be a URL that fsspec knows, a table (which is skipped in a folder), or ``-`` for the article in
    ``piped``. An article's id is its path relative to the folder that was given, with ``/`` between the names; for a
    file that was given, its name. Where two inputs lead to the same id, those articles have their path as it was given
    for an id; a file that is reached twice is listed once. Links to folders are followed. Names that are not UTF-8 are
    written with ``\\x`` escapes.
    """
    found = Found()
    for path in paths:
        place = local(os.fspath(path))
        if place == PIPE:
            found.files.append(_piped(piped))
        elif is_url(place):
            add_url(place, found)
        else:
            _Walk(found).add(Path(place))
    files = found.files
    if len(paths) > 1 or any(ESCAPE in file.id for file in files):  # in one folder nothing else can be there twice
        files = distinct(files)
    return Listing(tuple(files), tuple(found.failures), dict(sorted(found.skipped.items())))


def _piped(data: bytes) -> Piped:
    return Piped("stdin", PIPE, len(data), int.from_bytes(hashlib.sha256(data).digest()[:8]), data)


class _Walk:
    """Goes through the folders of this machine."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def add(self, path: Path) -> None:
        """Take in one input: a folder with all that is below it, or a file."""
        if os.path.isdir(path):  # unlike Path.is_dir, false and no error for what may not be reached
            self._add_folder(path)
        elif is_input(str(path)) or not os.path.lexists(path):
            self._visit(_Entry(path, path.parent))
        else:
            self._fail(path, path.parent, "is not an article file", EXPECTED)

    def _add_folder(self, folder: Path) -> None:
        before = len(self._found)
        waiting = self._entries(_Entry(folder, folder))
        while waiting:
            entry = waiting.pop()
            if entry.path.name.startswith("."):
                self._found.skipped[HIDDEN] += 1
            else:
                waiting += self._visit(entry)
        if len(self._found) == before:
            self._found.fail_empty(_id(folder, folder.parent), str(folder))

    def _visit(self, entry: _Entry) -> list[_Entry]:
        """Note a file, or hand back what a folder holds (last first)."""
        path, end = entry.path, suffix(str(entry.path))
        given = not entry.above
        try:
            status = path.stat()
        except OSError as error:
            if given or end in {"", *ARTICLES}:
                self._fail(path, entry.root, _unreachable(path, error), ACCESS)
            else:
                self._found.skip(str(path))
            return []
        if stat.S_ISDIR(status.st_mode):
            return self._entries(entry)
        self._note(entry, status, given and end in TABLES)
        return []

    def _note(self, entry: _Entry, status: os.stat_result, table: bool) -> None:
        path, article_id = str(entry.path), _id(entry.path, entry.root)
        if not (table or suffix(path) in ARTICLES):
            self._found.skip(path)
        elif not stat.S_ISREG(status.st_mode):
            self._fail(entry.path, entry.root, "is a device or a pipe", "Give a file, or - for the standard input")
        elif table:
            self._found.files.append(TableFile(article_id, path, status.st_size, status.st_mtime_ns))
        else:
            self._found.take(article_id, path, status.st_size, status.st_mtime_ns)

    def _entries(self, folder: _Entry) -> list[_Entry]:
        try:
            status = folder.path.stat()
            names = sorted(os.listdir(folder.path), reverse=True)
        except OSError as error:
            self._fail(folder.path, folder.root, f"cannot be listed ({error.strerror or error})", ACCESS)
            return []
        here = (status.st_dev, status.st_ino)
        if here in folder.above:
            self._fail(folder.path, folder.root, "is a link to a folder that it lies in", "Take the link away")
            return []
        return [_Entry(folder.path / name, folder.root, folder.above | {here}) for name in names]

    def _fail(self, path: Path, root: Path, what: str, advice: str) -> None:
        self._found.fail(_id(path, root), str(path), what, advice)


def _unreachable(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "is a link that leads nowhere" if path.is_symlink() else "does not exist"
    return f"cannot be reached ({error.strerror or error})"


def _id(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path != root else path.as_posix()
