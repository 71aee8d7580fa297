"""The command line: parse the options, call the library, report, exit.

Exit status: 0 every article was read; 1 some article failed (the table is written all the same), or the set-up did;
2 the command was not understood, or may not do what it asks.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import click
from tqdm import tqdm

from quotes import __version__
from quotes.articles import find
from quotes.batch import Report, run
from quotes.errors import ArticleError, ArticleWarning, InputError, QuotesError
from quotes.formats import Append, check_target, write_failures, writing, writing_csv
from quotes.pipeline import BATCH_SIZE, Finished, load

STANDARD_OUTPUT = "-"
SHOWN_FAILURES = 20
"""Failures that are named on stderr; the rest is in the file beside the output."""


class _Commands(click.Group):
    """A group that tells the package's own errors to the user, without a traceback, and exits with 1."""

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


@main.command()
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
    with _progress(len(listing.files), quiet) as report:
        extractor = load(device=device, threads=threads, model_dir=model_dir, syntax=syntax)
        with _opened(output, overwrite) as append:
            summary = run(listing, extractor, append, report, batch_size)
    _tell_failures(summary.failures, output)
    if not quiet:
        click.echo(summary, err=True)
    if summary.failures:
        raise click.exceptions.Exit(1)


@main.command()
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N", help="Show N errors of each kind.")
@click.option(
    "--model",
    "corpora",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Instead of a table, score the model itself on the development corpora in FOLDER.",
)
def evaluate(table: Path | None, gold_dir: Path | None, as_json: bool, errors: int, corpora: Path | None) -> None:
    """Score TABLE, made from the articles in GOLD_DIR, against the gold annotations beside them (*.gold.json).

    \b
    Examples:
      quotes extract gold/ -o gold.parquet && quotes evaluate gold.parquet gold/
      quotes evaluate --model ../shared
    """
    if corpora is not None and table is None:
        _evaluate_model(corpora, as_json)
    elif table is not None and gold_dir is not None and corpora is None:
        _evaluate_table(table, gold_dir, as_json, errors)
    else:
        raise click.UsageError("Give TABLE and GOLD_DIR, or --model FOLDER alone.")


def _evaluate_table(table: Path, gold_dir: Path, as_json: bool, errors: int) -> None:
    from quotes.evaluation import as_text, evaluate_table  # only here: no other command needs it

    result = evaluate_table(table, gold_dir, errors)
    click.echo(json.dumps(result.figures) if as_json else as_text(result.figures))
    for example in result.examples:
        click.echo(example, err=as_json)


def _evaluate_model(corpora: Path, as_json: bool) -> None:
    from quotes.evaluation.model import model_figures  # torch and the corpus readers: only here

    figures = model_figures(corpora)
    if as_json:
        click.echo(json.dumps({name: round(value, 2) for name, value in figures.items()}))
    else:
        click.echo("\n".join(f"{name:28} {value:6.2f}" for name, value in figures.items()))


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


@contextmanager
def _progress(articles: int, quiet: bool) -> Iterator[Report]:
    """A bar on stderr where that is a terminal; warnings about articles go there too, a line each."""
    shown = True if quiet else None
    with warnings.catch_warnings(), tqdm(total=articles, unit="article", disable=shown) as bar:
        warnings.simplefilter("always", ArticleWarning)
        warnings.showwarning = _warning_teller(warnings.showwarning)
        quotes = failures = 0

        def report(result: Finished | ArticleError) -> None:
            nonlocal quotes, failures
            failures += isinstance(result, ArticleError)
            quotes += 0 if isinstance(result, ArticleError) else len(result[1])
            bar.set_postfix(quotes=quotes, failures=failures, refresh=False)
            bar.update()

        yield report


def _warning_teller(otherwise: Callable[..., None]) -> Callable[..., None]:
    def tell(message: Warning | str, category: type[Warning], *rest: Any, **options: Any) -> None:
        if issubclass(category, ArticleWarning):
            tqdm.write(f"Warning: {message}", file=sys.stderr)
        else:
            otherwise(message, category, *rest, **options)

    return tell


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
