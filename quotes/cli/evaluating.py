"""`quotes evaluate`: a table, or the model itself, against gold annotations."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.argument("table", type=click.Path(exists=True, path_type=Path), required=False)
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N", help="Show N errors of each kind.")
@click.option(
    "--model",
    "corpora",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Instead of a table, score the model itself on the corpora in FOLDER (not in the package; see the README).",
)
def evaluate(table: Path | None, gold_dir: Path | None, as_json: bool, errors: int, corpora: Path | None) -> None:
    """Score TABLE, made from the articles in GOLD_DIR, against the gold annotations beside them (*.gold.json).

    TABLE is a file or folder in any format that `quotes extract` writes.

    \b
    Examples:
      quotes extract gold/ -o gold.parquet && quotes evaluate gold.parquet gold/
      quotes evaluate --model corpora/
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
