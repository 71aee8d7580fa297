"""`quotes extract`: articles -> a table."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import click

from quotes.articles import Inputs, Item, read
from quotes.cli.inputs import Given, input_options
from quotes.cli.progress import progress
from quotes.errors import ArticleError, InputError, OutputError
from quotes.formats import check_target, write_failures, writing, writing_csv
from quotes.formats.target import check_plain, told, unwritable
from quotes.pipeline import BATCH_SIZE, DEVICES, load
from quotes.running.cluster import cluster
from quotes.running.journal import SUFFIX, finished
from quotes.running.manifest import about, manifest
from quotes.running.pools import TIMEOUT, Pool, processes
from quotes.running.run import Run
from quotes.running.stopping import terminable
from quotes.running.summary import Summary
from quotes.running.work import Work
from quotes.table import extended
from quotes.wording import counted

STANDARD_OUTPUT = "-"
SHOWN_FAILURES = 20
"""Failures that are named on stderr; the rest is in the file beside the output."""

STOPPED = 130
"""The exit status of a program that was stopped by Ctrl-C."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@input_options
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    help="FILE.parquet, .csv, .jsonl or .xlsx; NAME.parquet/ for a folder of parts; - for CSV on stdout.",
)
@click.option("--overwrite", is_flag=True, help="Replace the output if it exists.")
@click.option(
    "--spreadsheet-safe",
    is_flag=True,
    help="Let no cell be a formula: in CSV, put ' before texts that begin with = + - @.",
)
@click.option("--workers", type=click.IntRange(min=1), help="Processes at work.  [default: the processor's cores]")
@click.option("--scheduler", metavar="ADDRESS", help="Work on the Dask cluster there, e.g. tcp://host:8786.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=TIMEOUT,
    show_default=True,
    help="Seconds that an article may take.",
)
@click.option("--restart", is_flag=True, help="Throw away what an unfinished run has left, and begin anew.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first article that fails.")
@click.option(
    "--summary",
    "summary_file",
    type=click.Path(dir_okay=False, readable=False, path_type=Path),
    metavar="FILE",
    help="Write the final summary as JSON.",
)
@click.option(
    "--device",
    type=click.Choice(DEVICES),
    default=DEVICES[0],
    show_default=True,
    help="auto: a GPU, if there is one.",
)
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True, help="Cores for each worker.")
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
    given: Given,
    output: str,
    overwrite: bool,
    spreadsheet_safe: bool,
    workers: int | None,
    scheduler: str | None,
    timeout: float,
    restart: bool,
    fail_fast: bool,
    summary_file: Path | None,
    batch_size: int,
    quiet: bool,
    **model: Any,
) -> None:
    """Write the quotes of the articles under PATH to one table.

    PATH is a folder, a file (.txt, .md, .html, also with .gz), a table with an article in each row (.csv, .jsonl,
    .parquet), a URL of one of these (s3://, gs://, ...), or - for one article on the standard input.

    The articles of a folder are read with those of its subfolders, in the order of their names; article_id is the path
    below the folder. Of a table it is the row's number (from 0) below the file's name, or --id-column. Articles that
    fail are named, and listed in FILE.failures.csv; all others are in the table.

    A run that was stopped, or killed, goes on where it was when the same command is given again.

    \b
    Examples:
      quotes extract articles/ -o quotes.parquet
      quotes extract articles/ -o quotes.csv --spreadsheet-safe
      quotes extract monday.txt tuesday.txt -o - | head
      quotes extract export.csv --text-column body --id-column url --keep date -o quotes.parquet
    """
    if scheduler and workers:
        raise click.UsageError("A Dask cluster has its own workers. Leave out --workers, or --scheduler.")
    target = _checked(output, overwrite, spreadsheet_safe)
    _check_summary(summary_file)
    listing = given.find(paths)
    inputs = given.inputs(listing)
    schema = extended(inputs.kept)
    work = Work(partial(load, **model), partial(read, how=given.reading), inputs.kept, os.getcwd())
    with _stoppable(target), progress(inputs.total, quiet) as report:
        run = Run(inputs, _size, batch_size, report, fail_fast, partial(_resumed, quiet=quiet))
        with _pool(work, workers or _workers(inputs, model["device"]), scheduler, timeout) as pool:
            if target is None:
                with writing_csv(sys.stdout.buffer, schema=schema, spreadsheet_safe=spreadsheet_safe) as append:
                    summary = run.to_stream(pool, append)
            else:
                made = _manifest(inputs, given, model)
                write = partial(
                    writing,
                    output,
                    schema=schema,
                    overwrite=overwrite,
                    about=about(made),
                    spreadsheet_safe=spreadsheet_safe,
                )
                summary = run.to_file(pool, target, made, write, restart, inputs.files)
    summary.skipped = listing.skipped
    _tell(summary, output, summary_file, quiet)


def _workers(inputs: Inputs, device: str) -> int:
    """As many processes as there are cores; one where a GPU does the work, or where there is one article."""
    if device == "cuda":
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, cores if inputs.total is None else inputs.total))


def _pool(work: Work, workers: int, scheduler: str | None, timeout: float) -> AbstractContextManager[Pool]:
    return cluster(work, scheduler, timeout) if scheduler else processes(work, workers, timeout)


def _size(item: Item | ArticleError) -> int:
    return 0 if isinstance(item, ArticleError) else item.size


def _manifest(inputs: Inputs, given: Given, model: dict[str, Any]) -> dict[str, Any]:
    settings = {"device": model["device"], "threads": model["threads"], "syntax": model["syntax"]}
    return manifest(inputs.files, settings | given.settings, model["model_dir"])


@contextmanager
def _stoppable(target: Path | None) -> Iterator[None]:
    """Ends with a word on how to go on where the run is told to stop."""
    before = _written(target)
    try:
        with terminable():
            yield
    except KeyboardInterrupt:
        click.echo(f"Stopped. {_left(target, before)}", err=True)
        raise click.exceptions.Exit(STOPPED) from None


def _left(target: Path | None, before: tuple[int, int] | None) -> str:
    """What there is of a run that was stopped; ``before`` tells the output that was there when it began."""
    if target is None:
        return "Nothing is kept of a run to the standard output: the same command begins anew."
    if target.with_name(target.name + SUFFIX).exists():
        kept = counted(finished(target), "article")
        return f"What is finished ({kept}) is in {target}{SUFFIX}: the same command goes on."
    if _written(target) != before:
        return f"{target} is complete."
    return "Nothing was finished yet: the same command begins anew."


def _resumed(articles: int, quiet: bool) -> None:
    if not quiet:
        click.echo(f"Going on from an earlier run, which finished {counted(articles, 'article')}.", err=True)


def _written(target: Path | None) -> tuple[int, int] | None:
    """What another file or folder in the output's place does not have."""
    if target is None or not target.exists():
        return None
    status = target.stat()
    return status.st_ino, status.st_mtime_ns


def _tell(summary: Summary, output: str, summary_file: Path | None, quiet: bool) -> None:
    for warning in summary.warnings:
        click.echo(f"Warning: {warning}", err=True)
    _tell_failures(summary.failures, output)
    if not quiet:
        click.echo(summary, err=True)
    if summary_file:
        _write_summary(summary, summary_file)
    if summary.failures:
        raise click.exceptions.Exit(1)


def _write_summary(summary: Summary, path: Path) -> None:
    try:
        path.write_text(json.dumps(summary.as_json(), indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{unwritable(path, error)} The table is complete.") from error


def _checked(output: str, overwrite: bool, spreadsheet_safe: bool) -> Path | None:
    """The absolute path of the output (none for the standard output); refuses it before any work is done."""
    if output == STANDARD_OUTPUT:
        return None
    with _refused("-o"):
        return check_target(output, overwrite=overwrite, spreadsheet_safe=spreadsheet_safe)


def _check_summary(path: Path | None) -> None:
    if path:
        with _refused("--summary"):
            check_plain(path)


@contextmanager
def _refused(option: str) -> Iterator[None]:
    """Names the option that a place was given with, where it cannot be written."""
    try:
        yield
    except (InputError, OutputError) as error:
        raise click.BadParameter(str(error), param_hint=option) from error


def _tell_failures(failures: Sequence[ArticleError], output: str) -> None:
    """Name the failures on stderr, and list them all beside the output; a list of an earlier run is taken away."""
    if output == STANDARD_OUTPUT:
        listed, named = None, failures
    else:
        listed, named = Path(f"{Path(output)}.failures.csv"), failures[:SHOWN_FAILURES]
    for failure in named:
        click.echo(f"Failed: {failure}", err=True)
    if listed and failures:
        write_failures(failures, listed)
        click.echo(f"{len(failures)} failed; listed in {listed}", err=True)
    elif listed:
        with told(listed):
            listed.unlink(missing_ok=True)
