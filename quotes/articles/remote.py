"""URLs -> the files behind them, through fsspec."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from quotes.articles.found import EXPECTED, HIDDEN, Found, is_input
from quotes.articles.items import ArticleFile, TableFile, written
from quotes.articles.places import ACCESS, filesystem
from quotes.articles.suffixes import TABLES, suffix

Info = Mapping[str, Any]
"""What fsspec tells of a file: its name, size, type, and whatever else its store knows."""


def add_url(url: str, found: Found) -> None:
    """Take in one URL: a folder with all that is below it, or a file.

    Raises ``SetupError`` or ``InputError`` where fsspec cannot reach such URLs at all.
    """
    system, path = filesystem(url)
    name = path.rstrip("/").rpartition("/")[2] or url
    try:
        info = system.info(path)
    except FileNotFoundError:
        found.fail(name, url, "does not exist", ACCESS)
    except Exception as error:  # every store has errors of its own
        found.fail(name, url, f"cannot be reached ({_said(error)})", ACCESS)
    else:
        if info["type"] == "directory":
            _Walk(system, found, path.rstrip("/")).go(url, name)
        elif is_input(url):
            kind = TableFile if suffix(url) in TABLES else ArticleFile
            place = system.unstrip_protocol(path)  # the same for every way to write it
            found.files.append(kind(written(name), place, info.get("size") or 0, _changed(info)))
        else:
            found.fail(name, url, "is not an article file", EXPECTED)


class _Walk:
    """Goes through the folders below ``root``."""

    def __init__(self, system: Any, found: Found, root: str) -> None:
        self._system = system
        self._found = found
        self._root = root

    def go(self, url: str, name: str) -> None:
        """Note every file below the root."""
        before = len(self._found)
        waiting = self._entries(self._root)
        while waiting:
            info = waiting.pop()
            path = info["name"].rstrip("/")
            if path.rpartition("/")[2].startswith("."):
                self._found.skipped[HIDDEN] += 1
            elif info["type"] == "directory":
                waiting += self._entries(path)
            else:
                place = self._system.unstrip_protocol(path)
                self._found.take(self._id(path), place, info.get("size") or 0, _changed(info))
        if len(self._found) == before:
            self._found.fail_empty(name, url)

    def _entries(self, folder: str) -> list[Info]:
        """What a folder holds, last first."""
        try:
            held = [info for info in self._system.ls(folder, detail=True) if info["name"].rstrip("/") != folder]
        except Exception as error:  # every store has errors of its own
            place = self._system.unstrip_protocol(folder)
            self._found.fail(self._id(folder), place, f"cannot be listed ({_said(error)})", ACCESS)
            return []
        return sorted(held, key=lambda info: str(info["name"]).rstrip("/"), reverse=True)

    def _id(self, path: str) -> str:
        return path.removeprefix(self._root).lstrip("/") or path


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__


def _changed(info: Info) -> int:
    """A number over all that the store tells of the file: its time of change, its version, its checksum."""
    told = "\n".join(_told(info))
    return int.from_bytes(hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()[:8])


def _told(info: Info) -> Iterator[str]:
    for name, value in sorted(info.items()):
        yield f"{name}={value}"
