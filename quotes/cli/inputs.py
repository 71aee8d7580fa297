"""The options of `quotes extract` about its inputs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import wraps
from typing import Any

import click

from quotes.articles import MAX_CHARS, TEXT_COLUMN, Columns, Inputs, Listing, Reading, find
from quotes.articles.decoding import is_encoding
from quotes.articles.listing import PIPE
from quotes.errors import InputError
from quotes.table import SCHEMA

SHOWN_REASONS = 5
"""Of many inputs that are not there."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the options say about the inputs."""

    columns: Columns
    reading: Reading

    @property
    def settings(self) -> dict[str, Any]:
        """By what a run is seen to be the same as an earlier one."""
        columns = self.columns
        named = {"text_column": columns.text, "id_column": columns.id, "keep": list(columns.keep)}
        return named | asdict(self.reading)

    def find(self, paths: Sequence[str]) -> Listing:
        """The files that are meant, and what comes through a pipe; where there are none, the command was a mistake."""
        piped = sys.stdin.buffer.read(self.reading.most_bytes() + 1) if PIPE in paths else b""
        listing = find(paths, piped)
        if not listing.files:
            raise click.UsageError(" ".join(["There is nothing to read.", *_reasons(listing)]))
        return listing

    def inputs(self, listing: Listing) -> Inputs:
        """What a run goes through; a guessed encoding is told at once."""
        try:
            made = Inputs(listing, self.columns, self.reading.encoding)
        except InputError as error:
            raise click.UsageError(str(error)) from error
        for warning in made.warnings:
            click.echo(f"Warning: {warning}", err=True)
        return made


def _reasons(listing: Listing) -> list[str]:
    return [failure.reason for failure in listing.failures[:SHOWN_REASONS]]


def _keep(ctx: click.Context, parameter: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if name in SCHEMA.names:
            raise click.BadParameter(f"The table has a column {name!r} of its own. Rename yours, or do not keep it.")
    return tuple(dict.fromkeys(names))


def _encoding(ctx: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    if name is not None and not is_encoding(name):
        raise click.BadParameter(f"There is no encoding {name!r}. Use a name that Python knows, e.g. cp1252.")
    return name


_OPTIONS = (
    click.option("--text-column", metavar="COLUMN", help=f"A table's texts.  [default: {TEXT_COLUMN}]"),
    click.option("--id-column", metavar="COLUMN", help="A table's article ids.  [default: the rows' numbers]"),
    click.option(
        "--keep", multiple=True, callback=_keep, metavar="COLUMN", help="Carry a table's column along (repeatable)."
    ),
    click.option("--encoding", callback=_encoding, help="Of files that are not UTF-8, instead of a guess."),
    click.option("--fix-mojibake", is_flag=True, help="Undo damage by wrong encodings in the texts (donâ€™t)."),
    click.option(
        "--max-chars",
        type=click.IntRange(min=1),
        default=MAX_CHARS,
        show_default=True,
        help="A longer article is an error.",
    ),
)


def input_options(command: Callable[..., None]) -> Callable[..., None]:
    """Adds the options to a command, which gets them together as ``given``."""

    @wraps(command)
    def with_given(
        *,
        text_column: str | None,
        id_column: str | None,
        keep: tuple[str, ...],
        encoding: str | None,
        fix_mojibake: bool,
        max_chars: int,
        **others: Any,
    ) -> None:
        columns = Columns(text_column, id_column, keep)
        command(given=Given(columns, Reading(encoding, fix_mojibake, max_chars)), **others)

    for option in reversed(_OPTIONS):
        with_given = option(with_given)
    return with_given
