"""Files and folders that appear when they are complete, in place of what was there."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from quotes.errors import InputError, OutputError
from quotes.formats.parts import own_parts


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Whether the path ends with a slash, and so asks for a folder of parts."""
    return os.fspath(path).endswith(("/", os.sep))


def check(path: str | os.PathLike[str], overwrite: bool) -> Path:
    """The path, made absolute and free of links, if a file or folder may be written to it.

    Raises ``InputError`` if not; with ``overwrite``, a folder with anything in it that is not a part of a table stays.
    """
    target = Path(path).resolve()
    if not target.parent.is_dir():
        raise InputError(f"The folder {target.parent} does not exist. Make it first, or choose another output.")
    if target.exists() and (not target.is_dir() if is_folder(path) else not target.is_file()):
        kind = "folder" if is_folder(path) else "file"
        raise InputError(f"{path} exists and is not a {kind}. Choose another output (a folder of parts ends with /).")
    if target.exists() and not overwrite:
        raise InputError(
            f"{path} exists. Choose another output, or replace it (--overwrite; in Python overwrite=True)."
        )
    if target.is_dir():
        _require_own(target)
    return target


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
    with _told(target):
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
    with _told(target):
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


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {error}. See whether the disk is full or guarded.") from error
