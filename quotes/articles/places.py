"""Files on this machine or behind a URL -> bytes, unpacked; memory is bounded whatever they hold."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, cast
from urllib.parse import unquote, urlsplit

from quotes.articles.suffixes import PACKED, suffix
from quotes.errors import InputError, SetupError

FAULTS = (OSError, EOFError, zlib.error)
"""What can go wrong while a file is read; `reason` says it to a person."""

ACCESS = "See whether it is there and may be read"
"""What to do about a file that cannot be reached."""

_INSTALL = "Install the package that fsspec names for it: s3fs for s3://, gcsfs for gs://, aiohttp for http://"


def is_url(place: str) -> bool:
    """Whether the place is a URL, not a path."""
    return "://" in place


def local(place: str) -> str:
    """The path that a URL of this machine (``file://``) stands for; any other place as it is."""
    parts = urlsplit(place) if place.startswith("file://") else None
    return place if parts is None else unquote(parts.path, errors="surrogateescape")


def filesystem(url: str) -> tuple[Any, str]:
    """What fsspec reaches the URL with, and the path there.

    Raises ``SetupError`` where a package for it is missing, ``InputError`` where nobody knows such URLs.
    """
    from fsspec.core import url_to_fs  # only here: most runs have no URL

    try:
        made: tuple[Any, str] = url_to_fs(url)
    except ImportError as error:
        raise SetupError(f"{url} cannot be opened: {error}. {_INSTALL}.") from error
    except ValueError as error:
        raise InputError(f"{url} cannot be opened: {error}. Give a path, or a URL that fsspec knows.") from error
    return made


@contextmanager
def opened(place: str) -> Iterator[IO[bytes]]:
    """The bytes of the file, unpacked where its name ends in ``.gz``."""
    with _raw(place) as handle:
        if suffix(place).endswith(PACKED):
            with gzip.open(handle) as unpacked:
                yield cast(IO[bytes], unpacked)
        else:
            yield handle


def read_bytes(place: str, limit: int) -> bytes:
    """At most ``limit`` bytes of the file; raises one of ``FAULTS``."""
    with opened(place) as handle:
        return handle.read(limit)


def reason(error: Exception) -> tuple[str, str]:
    """What went wrong with a file, and what to do about it."""
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        return f"is damaged, or no {PACKED} file: {error}", "Pack it anew, or give it another name"
    said = error.strerror if isinstance(error, OSError) else None
    return f"cannot be read ({said or error or type(error).__name__})", ACCESS


def _raw(place: str) -> IO[bytes]:
    if not is_url(place):
        return open(place, "rb")
    system, path = filesystem(place)
    try:
        handle: IO[bytes] = system.open(path, "rb")
    except OSError:
        raise
    except Exception as error:  # every store has errors of its own
        raise OSError(f"{type(error).__name__}: {error}") from error
    return handle
