"""What a run has done so far, kept beside its output: whoever starts the same run again goes on from there."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
from filelock import FileLock, Timeout
from pyarrow import ipc

from quotes.articles import File
from quotes.errors import ArticleError, InputError, OutputError
from quotes.formats.target import unwritable
from quotes.running.batches import Positions
from quotes.running.inventory import difference, keep
from quotes.running.work import Outcome

SUFFIX = ".unfinished"
"""Behind the output's name: the folder that holds the journal while the run is not complete."""

INPUTS = "inputs.gz"
"""The file in it that lists the inputs."""

_ABOUT = b"outcome"

Manifest = Mapping[str, Any]
"""What a run depends on, by name: JSON values."""


class Journal:
    """A folder with one file for each outcome, named after its positions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.done = Positions()
        for first, last in _ranges(folder):
            self.done.add(first, last)

    def add(self, outcome: Outcome) -> None:
        """Keep an outcome; raises ``OutputError`` where it cannot be written."""
        path = self.folder / f"{outcome.first}-{outcome.last}.arrow"
        partial = path.with_suffix(".part")
        with _writable(path, self.folder):
            table = outcome.rows.replace_schema_metadata({_ABOUT: _packed(outcome)})
            with partial.open("wb") as handle, ipc.new_file(handle, table.schema) as writer:
                writer.write_table(table)
            partial.replace(path)
        self.done.add(outcome.first, outcome.last)

    def outcomes(self) -> Iterator[Outcome]:
        """All outcomes by position."""
        for first, last in sorted(self.done.ranges):
            with (self.folder / f"{first}-{last}.arrow").open("rb") as handle:
                yield _unpacked(first, last, ipc.open_file(handle).read_all())

    def remove(self) -> None:
        """Take the folder away: the run is complete."""
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def journal(output: Path, manifest: Manifest, restart: bool = False, inputs: Sequence[File] = ()) -> Iterator[Journal]:
    """The journal of the run that makes ``output``, locked against other runs for the length of the block.

    With ``restart`` what an earlier run left is thrown away; a folder without any outcome is not left behind. Of
    changed ``inputs`` the first is named.

    Raises ``InputError`` where another run is at work or the earlier one was of other inputs or settings,
    ``OutputError`` where the folder cannot be written.
    """
    folder = output.with_name(output.name + SUFFIX)
    with _writable(folder, folder):
        folder.mkdir(exist_ok=True)
    with _locked(folder, output):
        if restart:
            _emptied(folder)
        _agree(folder, json.loads(json.dumps(manifest)), inputs)
        kept = Journal(folder)
        try:
            yield kept
        finally:
            if not kept.done.ranges:  # nothing to go on from
                kept.remove()


@contextmanager
def _locked(folder: Path, output: Path) -> Iterator[None]:
    lock, owner = FileLock(folder / "lock", blocking=False), folder / "owner"
    with _writable(folder, folder):
        _acquire(lock, owner, output)
    try:
        with _writable(owner, folder):
            owner.write_text(str(os.getpid()))
        yield
    finally:
        lock.release()


def _acquire(lock: FileLock, owner: Path, output: Path) -> None:
    try:
        lock.acquire()
    except Timeout as error:
        holder = owner.read_text() if owner.exists() else "unknown"
        raise InputError(
            f"{output} is being made by another run (process {holder}). Wait for it, or choose another output."
        ) from error


def finished(output: Path) -> int:
    """How many articles an unfinished run that makes ``output`` has kept."""
    return sum(last - first for first, last in _ranges(output.with_name(output.name + SUFFIX)))


def _agree(folder: Path, manifest: dict[str, Any], inputs: Sequence[File]) -> None:
    """Note what the run depends on, or see that the earlier run depended on the same."""
    path = folder / "manifest.json"
    if not path.exists():
        with _writable(path, folder):
            keep(inputs, folder / INPUTS)
            partial = path.with_suffix(".part")
            partial.write_text(json.dumps(manifest, indent=1), encoding="utf-8")
            partial.replace(path)
    before = json.loads(path.read_text(encoding="utf-8"))
    changed = sorted(name for name in {*before, *manifest} if before.get(name) != manifest.get(name))
    if changed:
        told = "; ".join(f"{name}: {before.get(name)!r}, now {manifest.get(name)!r}" for name in changed)
        first = difference(inputs, folder / INPUTS)
        named = f"{first}; {told}" if first else told
        raise InputError(
            f"{folder} holds an unfinished run that differs ({named}). Put back what was changed, or begin anew "
            "(--restart)."
        )


def _emptied(folder: Path) -> None:
    for path in (*folder.glob("*.arrow"), *folder.glob("*.part"), folder / INPUTS, folder / "manifest.json"):
        path.unlink(missing_ok=True)


def _ranges(folder: Path) -> Iterator[tuple[int, int]]:
    for path in folder.glob("*.arrow"):
        first, _, last = path.stem.partition("-")
        yield int(first), int(last)


@contextmanager
def _writable(path: Path, folder: Path) -> Iterator[None]:
    """Says why the path cannot be written, and that the journal in ``folder`` keeps what is finished, if it has any."""
    try:
        yield
    except OSError as error:
        kept = " What is finished is kept, and the same command goes on from there." if any(_ranges(folder)) else ""
        raise OutputError(f"{unwritable(path, error)}{kept}") from error


def _packed(outcome: Outcome) -> bytes:
    failures = [[failure.article_id, failure.stage, failure.reason] for failure in outcome.failures]
    about = {"sizes": outcome.sizes, "counts": outcome.counts, "failures": failures, "warnings": outcome.warnings}
    return json.dumps(about).encode("utf-8", "surrogatepass")


def _unpacked(first: int, last: int, table: pa.Table) -> Outcome:
    about = json.loads(table.schema.metadata[_ABOUT].decode("utf-8", "surrogatepass"))
    return Outcome(
        first=first,
        last=last,
        rows=table.replace_schema_metadata(None),
        sizes=tuple(about["sizes"]),
        counts=Counter(about["counts"]),
        failures=tuple(ArticleError(*failure) for failure in about["failures"]),
        warnings=tuple(about["warnings"]),
    )
