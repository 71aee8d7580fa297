"""Files and folders that appear when they are complete, in place of what was there."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from quotes.errors import InputError, OutputError
from quotes.formats.parts import own_parts

_FORBIDDEN = "You have no permission to write there: choose another place, or have it given"
_FULL = "Make room on the disk, or choose another place"
_GONE = "See whether its folder is there and takes files"
_ADVICE = {
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: "Nothing can be written there: choose another place",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
}


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Whether the path ends with a slash, and so asks for a folder of parts."""
    return os.fspath(path).endswith(("/", os.sep))


def check(path: str | os.PathLike[str], overwrite: bool) -> Path:
    """The path, made absolute and free of links, if a file or folder may be written to it.

    Raises ``InputError`` if not; with ``overwrite``, a folder with anything in it that is not a part of a table stays.
    Raises ``OutputError`` where no file can be made beside it.
    """
    target = Path(path).resolve()
    _require_folder(target)
    if target.exists() and (not target.is_dir() if is_folder(path) else not target.is_file()):
        kind = "folder" if is_folder(path) else "file"
        raise InputError(f"{path} exists and is not a {kind}. Choose another output (a folder of parts ends with /).")
    if target.exists() and not overwrite:
        raise InputError(
            f"{path} exists. Choose another output, or replace it (--overwrite; in Python overwrite=True)."
        )
    if target.is_dir():
        _require_own(target)
    _try(target)
    return target


def check_plain(path: Path) -> None:
    """See that a file, new or old, may be written as it comes, without another that takes its place.

    Raises ``InputError`` where its folder is not there, ``OutputError`` where it cannot be written.
    """
    target = path.resolve()
    _require_folder(target)
    if not target.exists():
        _try(target)
    elif not os.access(target, os.W_OK):
        raise unwritable(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def unwritable(place: Path, error: OSError) -> OutputError:
    """The error about a place that cannot be written: the reason, and what to do about it."""
    said = os.strerror(error.errno) if error.errno else error
    advice = _ADVICE.get(error.errno or 0, "See whether it can be written, or choose another place")
    return OutputError(f"{place} cannot be written: {said}. {advice}.")


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Within the block, what the system says against writing there is an ``OutputError``."""
    try:
        yield
    except OSError as error:
        raise unwritable(place, error) from error


def _require_folder(target: Path) -> None:
    if not target.parent.is_dir():
        raise InputError(f"The folder {target.parent} does not exist. Make it first, or choose another place.")


def _try(target: Path) -> None:
    """Make a file beside the target: no list of permissions tells all that may be in the way."""
    probe = _beside(target, "part")
    with told(target):
        probe.open("xb").close()
        probe.unlink()


def _require_own(folder: Path) -> None:
    foreign = sorted(set(folder.iterdir()).difference(own_parts(folder)))
    if foreign:
        raise InputError(
            f"{folder} is not replaced: {foreign[0].name} in it is no part of a table of quotes. Choose another output."
        )


@contextmanager
def replacing(target: Path) -> Iterator[IO[bytes]]:
    """A new file beside the target that takes its place when the block ends without an error."""
    partial = _beside(target, "part")
    with told(target):
        try:
            with partial.open("xb") as handle:
                yield handle
                handle.flush()
                os.fsync(handle.fileno())
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)


@contextmanager
def replacing_folder(target: Path) -> Iterator[Path]:
    """A new folder beside the target that takes its place when the block ends without an error."""
    partial, before = _beside(target, "part"), _beside(target, "old")
    with told(target):
        partial.mkdir()
        try:
            yield partial
            if target.exists():
                _require_own(target)  # it may have changed since the work was begun
                target.rename(before)
            _put(partial, target, before)
        finally:
            _remove(partial)
            _remove(before)


def _put(partial: Path, target: Path, before: Path) -> None:
    try:
        partial.rename(target)
    except OSError:
        if before.exists():
            before.rename(target)
        raise


def _remove(folder: Path) -> None:
    """Take away our own parts, and the folder if nothing else is in it."""
    if folder.exists():
        for path in folder.glob("quotes-*.parquet"):
            path.unlink()
        folder.rmdir()


def _beside(target: Path, suffix: str) -> Path:
    return target.with_name(f".quotes-{secrets.token_hex(8)}.{suffix}")
