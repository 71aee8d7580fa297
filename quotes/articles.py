"""Folders and files -> articles: which files, under which ids, in which encoding.

The text is what the file holds, line ends included; only a byte order mark at its start is taken off, so that offset 0
is the first character after it. A file that cannot be read is an ``ArticleError`` of its own and never ends the run.
"""

from __future__ import annotations

import codecs
import os
import stat
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from charset_normalizer import from_bytes

from quotes.errors import ArticleError, ArticleWarning
from quotes.records import Article

SUFFIXES = (".txt", ".md")
"""The files that are articles; any other is skipped and counted."""

HIDDEN = "hidden"
"""Under which files and folders whose name begins with a dot are counted."""

_ACCESS = "See whether it is there and may be read"
_KINDS = " or ".join(SUFFIXES)

# the mark of UTF-32 in little-endian order begins with that of UTF-16: longest first
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# English text in an older encoding is in one of these; among all encodings the detector prefers rarer ones
_LIKELY = ["cp1252", "mac_roman"]


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file to be read, and the id of its article."""

    id: str
    path: Path


@dataclass(frozen=True, slots=True)
class Listing:
    """The articles' files in order, what could not be listed, and how many files were skipped by suffix."""

    files: tuple[ArticleFile, ...]
    failures: tuple[ArticleError, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file or folder on the way through the input ``root``; ``above`` are the folders that lead to it."""

    path: Path
    root: Path
    above: frozenset[tuple[int, int]] = frozenset()


def find(paths: Sequence[str | os.PathLike[str]]) -> Listing:
    """List the articles in folders (recursively, sorted by name) and files, in the order of the arguments.

    An article's id is its path relative to the folder that was given, with ``/`` between the names; for a file that was
    given, its name. Where two inputs lead to the same id, those articles have their path as it was given for an id; a
    file that is reached twice is listed once. Links to folders are followed. Names that are not UTF-8 are written with
    ``\\x`` escapes.
    """
    walk = _Walk()
    for path in map(Path, paths):
        walk.add(path)
    return Listing(_distinct(walk.found), tuple(walk.failures), dict(sorted(walk.skipped.items())))


def read(file: ArticleFile) -> Article:
    """Read one article: UTF-8, or what its byte order mark says, or what its bytes look like (``ArticleWarning``).

    Raises ``ArticleError`` where the file cannot be read, is no text, or has none.
    """
    try:
        text = decode(file.path.read_bytes(), str(file.path))
    except OSError as error:
        raise _failure(file.id, file.path, f"cannot be read ({error.strerror or error})", _ACCESS) from error
    except ValueError as error:
        raise _failure(file.id, file.path, str(error), "Save it as UTF-8 text, or take it away") from error
    if not text.strip():
        raise _failure(file.id, file.path, "has no text", "Put the article into it, or take it away")
    return Article(file.id, text)


def decode(data: bytes, name: str) -> str:
    """The text in ``data``; ``name`` names its origin in the ``ArticleWarning`` about a guessed encoding.

    Raises ``ValueError`` where it is not text.
    """
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    mark = next((mark for mark, _ in _MARKS if data.startswith(mark)), b"")
    try:
        text = data[len(mark) :].decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding or b"\0" in data:
            raise ValueError("is not text: its bytes do not fit any encoding") from error
        text = _guessed(data, name)
    if "\0" in text:
        raise ValueError("is not text: it has NUL characters")
    return text


def _guessed(data: bytes, name: str) -> str:
    best = from_bytes(data, cp_isolation=_LIKELY).best() or from_bytes(data).best()
    if best is None:
        raise ValueError("is not text: no encoding fits its bytes")
    warnings.warn(f"{name} is not UTF-8; read as {best.encoding}", ArticleWarning, stacklevel=2)
    return data.decode(best.encoding)


class _Walk:
    """Gathers files, failures and skipped files on the way through the inputs."""

    def __init__(self) -> None:
        self.found: list[ArticleFile] = []
        self.failures: list[ArticleError] = []
        self.skipped: Counter[str] = Counter()

    def add(self, path: Path) -> None:
        """Take in one input: a folder with all that is below it, or a file."""
        if os.path.isdir(path):  # unlike Path.is_dir, false and no error for what may not be reached
            self._add_folder(path)
        elif path.suffix.lower() in SUFFIXES or not os.path.lexists(path):
            self._visit(_Entry(path, path.parent))
        else:
            self._fail(path, path.parent, "is not an article file", f"Give a folder, or files that end in {_KINDS}")

    def _add_folder(self, folder: Path) -> None:
        before = len(self.found) + len(self.failures)
        waiting = self._entries(_Entry(folder, folder))
        while waiting:
            entry = waiting.pop()
            if entry.path.name.startswith("."):
                self.skipped[HIDDEN] += 1
            else:
                waiting += self._visit(entry)
        if len(self.found) + len(self.failures) == before:
            self._fail(folder, folder.parent, "has no articles", f"Give a folder with files that end in {_KINDS}")

    def _visit(self, entry: _Entry) -> list[_Entry]:
        """Note a file, or hand back what a folder holds (last first)."""
        path, suffix = entry.path, entry.path.suffix.lower()
        try:
            mode = path.stat().st_mode
        except OSError as error:
            if suffix in ("", *SUFFIXES):
                self._fail(path, entry.root, _unreachable(path, error), _ACCESS)
            else:
                self.skipped[_written(suffix)] += 1
            return []
        if stat.S_ISDIR(mode):
            return self._entries(entry)
        if suffix not in SUFFIXES:
            self.skipped[_written(suffix) or "no suffix"] += 1
        elif stat.S_ISREG(mode):
            self.found.append(ArticleFile(_id(path, entry.root), path))
        else:
            self._fail(path, entry.root, "is a device or a pipe", "Give a file")
        return []

    def _entries(self, folder: _Entry) -> list[_Entry]:
        try:
            status = folder.path.stat()
            names = sorted(os.listdir(folder.path), reverse=True)
        except OSError as error:
            self._fail(folder.path, folder.root, f"cannot be listed ({error.strerror or error})", _ACCESS)
            return []
        here = (status.st_dev, status.st_ino)
        if here in folder.above:
            self._fail(folder.path, folder.root, "is a link to a folder that it lies in", "Take the link away")
            return []
        return [_Entry(folder.path / name, folder.root, folder.above | {here}) for name in names]

    def _fail(self, path: Path, root: Path, what: str, advice: str) -> None:
        self.failures.append(_failure(_id(path, root), path, what, advice))


def _unreachable(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "is a link that leads nowhere" if path.is_symlink() else "does not exist"
    return f"cannot be reached ({error.strerror or error})"


def _id(path: Path, root: Path) -> str:
    relative = path.relative_to(root).as_posix() if path != root else path.as_posix()
    return _written(relative)


def _written(name: str) -> str:
    """The file name as text that any file can hold: bytes that are not UTF-8 become ``\\x`` escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _failure(article_id: str, path: Path, what: str, advice: str) -> ArticleError:
    return ArticleError(article_id, "read", f"{_written(str(path))} {what}. {advice}.")


def _distinct(found: Iterable[ArticleFile]) -> tuple[ArticleFile, ...]:
    """Each file once, and each id once: files that share an id have their path as it was given for an id."""
    first: dict[str, ArticleFile] = {}
    for file in found:
        first.setdefault(os.path.abspath(file.path), file)
    files, before = list(first.values()), None
    while files != before:
        count = Counter(file.id for file in files)
        before = files
        files = [replace(f, id=_written(f.path.as_posix())) if count[f.id] > 1 else f for f in files]
    return tuple(files)
