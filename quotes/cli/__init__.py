"""The command line: parse the options, call the library, report, exit.

Exit status: 0 every article was read; 1 some article failed (the table is written all the same), or the set-up did;
2 the command was not understood, or may not do what it asks; 130 it was stopped.
"""

from __future__ import annotations

from typing import Any

import click

from quotes import __version__
from quotes.cli.evaluating import evaluate
from quotes.cli.extracting import extract
from quotes.errors import QuotesError


class _Commands(click.Group):
    """A group that tells the package's own errors to the user, without a traceback, and exits with 1."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named; who leaves it out most likely means `extract`."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if args[0].startswith("-"):
                raise
            told = f"{error.message.rstrip('.')}. To read articles: quotes extract {args[0]} -o quotes.csv"
            raise click.UsageError(told, ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except QuotesError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quotes")
def main() -> None:
    """Find the quotations in news articles, and who said them.

    \b
    Example:
      quotes extract articles/ -o quotes.csv
    """


main.add_command(extract)
main.add_command(evaluate)
