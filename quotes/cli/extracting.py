"""`quotes extract`: articles -> a table."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import click

from quotes.articles import find
from quotes.batch import run
from quotes.cli.progress import progress
from quotes.errors import ArticleError, InputError
from quotes.formats import Append, check_target, write_failures, writing, writing_csv
from quotes.pipeline import BATCH_SIZE, load

STANDARD_OUTPUT = "-"
SHOWN_FAILURES = 20
"""Failures that are named on stderr; the rest is in the file beside the output."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", required=True, metavar="FILE", help="FILE.csv, FILE.parquet, or - for CSV on stdout.")
@click.option("--overwrite", is_flag=True, help="Replace the output if it exists.")
@click.option("--device", default="auto", show_default=True, help="auto, cpu or cuda.")
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True, help="Processor cores to use.")
@click.option(
    "--batch-size", type=click.IntRange(min=1), default=BATCH_SIZE, show_default=True, help="Articles at a time."
)
@click.option(
    "--model-dir", type=click.Path(exists=True, file_okay=False), help="Weights to use instead of the package's."
)
@click.option("--syntax", metavar="PACKAGE", help="A Stanza package on this machine for tokens, trees and names.")
@click.option("--quiet", is_flag=True, help="No progress and no summary; failures and warnings are told all the same.")
def extract(
    paths: tuple[str, ...],
    output: str,
    overwrite: bool,
    device: str,
    threads: int,
    batch_size: int,
    model_dir: str | None,
    syntax: str | None,
    quiet: bool,
) -> None:
    """Write the quotes of the articles under PATH (folders, .txt and .md files) to one table.

    The articles of a folder are read with those of its subfolders, in the order of their names; article_id is the path
    below the folder. Articles that fail are named, and listed in FILE.failures.csv; all others are in the table.

    \b
    Examples:
      quotes extract articles/ -o quotes.parquet
      quotes extract monday.txt tuesday.txt -o - | head
    """
    _check_output(output, overwrite)
    listing = find(paths)
    with progress(len(listing.files), quiet) as report:
        extractor = load(device=device, threads=threads, model_dir=model_dir, syntax=syntax)
        with _opened(output, overwrite) as append:
            summary = run(listing, extractor, append, report, batch_size)
    _tell_failures(summary.failures, output)
    if not quiet:
        click.echo(summary, err=True)
    if summary.failures:
        raise click.exceptions.Exit(1)


def _check_output(output: str, overwrite: bool) -> None:
    """Refuse an output before any work is done."""
    if output == STANDARD_OUTPUT:
        return
    try:
        check_target(output, overwrite=overwrite)
    except InputError as error:
        raise click.BadParameter(str(error), param_hint="-o") from error


def _opened(output: str, overwrite: bool) -> AbstractContextManager[Append]:
    if output == STANDARD_OUTPUT:
        return writing_csv(sys.stdout.buffer)
    return writing(output, overwrite=overwrite)


def _tell_failures(failures: Sequence[ArticleError], output: str) -> None:
    """Name the failures on stderr, and list them all beside the output; a list of an earlier run is taken away."""
    if output == STANDARD_OUTPUT:
        listed, named = None, failures
    else:
        listed, named = Path(f"{output}.failures.csv"), failures[:SHOWN_FAILURES]
    for failure in named:
        click.echo(f"Failed: {failure}", err=True)
    if listed and failures:
        write_failures(failures, listed)
        click.echo(f"{len(failures)} failed; listed in {listed}", err=True)
    elif listed:
        listed.unlink(missing_ok=True)
