"""The files of the table: they appear when they are complete and read back as they were written.

A format is a suffix, or for a folder of Parquet parts a slash at the end; each has a module of its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pandas as pd
import pyarrow as pa

from quotes import __version__
from quotes.errors import InputError
from quotes.formats import csv, excel, jsonl, parquet, parts, target
from quotes.formats.columns import unguarded
from quotes.formats.failures import write_failures
from quotes.formats.groups import grouped
from quotes.formats.options import Append, Format, Options
from quotes.table import SCHEMA, from_pandas, in_order, require_columns, to_pandas

__all__ = ["FORMATS", "Append", "check_target", "read", "write", "write_failures", "writing", "writing_csv"]

FORMATS = {
    ".csv": Format(csv.read, csv.writing, formulas="guarded"),
    ".jsonl": Format(jsonl.read, jsonl.writing),
    ".parquet": Format(parquet.read, parquet.writing),
    ".xlsx": Format(excel.read, excel.writing, excel.require, formulas="typed"),
}
"""The formats of files by suffix."""

FOLDER = ".parquet"
"""The suffix of a folder of parts."""


def write(
    frame: pd.DataFrame, path: str | os.PathLike[str], *, overwrite: bool = False, spreadsheet_safe: bool = False
) -> None:
    """Write the frame to ``path``, as its suffix says; the index is not written.

    The suffixes are .csv, .jsonl, .parquet and .xlsx; ``name.parquet/`` (a str with the slash) makes a folder of
    parts. The frame may have further columns. With ``spreadsheet_safe`` (.csv, .xlsx) no cell can be taken for a
    formula: in CSV, an apostrophe is put before texts that begin like one.

    Raises ``InputError`` where the frame is no table of quotes or the path is refused (see ``check_target``),
    ``OutputError`` where the file cannot be written.
    """
    table = from_pandas(frame)
    about = {"version": __version__}
    with writing(
        path, schema=table.schema, overwrite=overwrite, about=about, spreadsheet_safe=spreadsheet_safe
    ) as append:
        append(table)


def read(path: str | os.PathLike[str], *, spreadsheet_safe: bool = False) -> pd.DataFrame:
    """The frame that was written to ``path``, a file or a folder of parts, with the dtypes of ``META``.

    Further columns are behind those of ``META``, with the types that the format has kept. ``spreadsheet_safe`` takes
    the apostrophes from a CSV that was written with it; without it they stay, and such a text is not the article's.

    Raises ``InputError`` where the file cannot be read or is no table of quotes.
    """
    path = Path(path)
    made = None if path.is_dir() else _format(path)
    try:
        table = made.read(path) if made else parts.read(path)
        if made and made.formulas == "guarded" and spreadsheet_safe:
            table = unguarded(table)
        require_columns(table.column_names)
        return to_pandas(in_order(table))
    except FileNotFoundError as error:
        raise InputError(f"{path} does not exist. Give a table that `quotes extract` has made.") from error
    except (OSError, ValueError, pa.ArrowException) as error:
        said = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        raise InputError(f"{path} cannot be read: {said}. Give a table that `quotes extract` has made.") from error


def check_target(path: str | os.PathLike[str], *, overwrite: bool = False, spreadsheet_safe: bool = False) -> Path:
    """The path, made absolute and free of links, if a table may be written to it.

    Raises ``InputError`` if not, ``SetupError`` where the format needs a library that is not there, ``OutputError``
    where no file can be made in its folder.
    """
    made = _format(Path(path))
    if target.is_folder(path) and Path(path).suffix.lower() != FOLDER:
        raise InputError(f"{path} ends with a slash, like a folder of parts. Such a folder ends with {FOLDER}/")
    if spreadsheet_safe and made.formulas == "none":
        safe = " and ".join(suffix for suffix, each in FORMATS.items() if each.formulas != "none")
        raise InputError(f"{path} is not opened as a spreadsheet. Leave out --spreadsheet-safe; it is for {safe}.")
    made.require()
    return target.check(path, overwrite)


@contextmanager
def writing(
    path: str | os.PathLike[str],
    *,
    schema: pa.Schema = SCHEMA,
    overwrite: bool = False,
    about: Mapping[str, Any] | None = None,
    spreadsheet_safe: bool = False,
) -> Iterator[Append]:
    """A function that appends rows to the file or folder, which appears when the block ends without an error.

    ``schema`` is ``SCHEMA``, with further columns behind it if there are any; ``about`` tells what made the table, in
    the formats that have a place for it. Raises ``InputError`` where the path is refused, ``OutputError`` where it
    cannot be written.
    """
    place = check_target(path, overwrite=overwrite, spreadsheet_safe=spreadsheet_safe)
    options = Options(schema, about or {}, spreadsheet_safe)
    with _opened(place, target.is_folder(path), options) as append, grouped(append, options) as add:
        yield add


@contextmanager
def writing_csv(handle: IO[bytes], *, schema: pa.Schema = SCHEMA, spreadsheet_safe: bool = False) -> Iterator[Append]:
    """A function that appends rows of the schema to an open binary stream as CSV, at once."""
    with csv.writing(handle, Options(schema, spreadsheet_safe=spreadsheet_safe)) as append:
        yield append


@contextmanager
def _opened(place: Path, folder: bool, options: Options) -> Iterator[Append]:
    if folder:
        with target.replacing_folder(place) as partial, parts.writing(partial, options) as append:
            yield append
    else:
        with target.replacing(place) as handle, _format(place).write(handle, options) as append:
            yield append


def _format(path: Path) -> Format:
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        allowed = ", ".join(sorted(FORMATS))
        raise InputError(
            f"{path} has no ending that tells its format. Choose a name that ends in {allowed}, or in {FOLDER}/ for a "
            "folder."
        ) from None
