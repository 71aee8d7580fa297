"""`python -m quotes.training`: makes the weights in quotes/model/weights and quotes/data."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import click

from quotes.model.weights import CONFIG, VOCABULARY, WEIGHTS
from quotes.parse import weights_folder
from quotes.training.confidence import calibrate
from quotes.training.first_names import write
from quotes.training.joint import Recipe, train
from quotes.training.pronouns import fit_pronouns
from quotes.training.start import starting_folder
from quotes.training.tokenizer import main as make_tokenizer

DEFAULTS = Recipe()


@click.group()
def main() -> None:
    """Makes the weights of quotes from the corpora."""


@main.command()
@click.option("--shared", type=click.Path(path_type=Path, exists=True), required=True, help="Folder of the corpora.")
@click.option("--work", type=click.Path(path_type=Path), required=True, help="Checkpoints, log and weights.")
@click.option("--epochs", default=DEFAULTS.epochs, show_default=True)
@click.option("--seed", default=DEFAULTS.seed, show_default=True)
@click.option("--threads", default=DEFAULTS.threads, show_default=True)
def joint(shared: Path, work: Path, epochs: int, seed: int, threads: int) -> None:
    """Trains the joint model; started again, it goes on from its last checkpoint."""
    work.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(message)s",
        handlers=[logging.StreamHandler(), logging.FileHandler(work / "joint.log")],
    )
    train(shared, work, Recipe(epochs=epochs, seed=seed, threads=threads))


@main.command()
@click.option("--shared", type=click.Path(path_type=Path, exists=True), required=True, help="Folder of the corpora.")
@click.option("--work", type=click.Path(path_type=Path), required=True, help="Checkpoints and log.")
def tokenizer(shared: Path, work: Path) -> None:
    """Trains the tokenizer with Stanza's own trainer: news.pt and figures.json."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    make_tokenizer(shared, work)


@main.command()
@click.option("--tokenizer", type=click.Path(path_type=Path, exists=True), help="Where `tokenizer` has worked.")
@click.option("--joint", type=click.Path(path_type=Path, exists=True), help="Where `joint` has worked.")
def install(tokenizer: Path | None, joint: Path | None) -> None:
    """Copies weights, configuration and vocabulary into the package."""
    folder = weights_folder() / "en"
    if tokenizer is not None:
        shutil.copyfile(tokenizer / "news.pt", folder / "tokenize" / "news.pt")
    for source in (joint / WEIGHTS, joint / CONFIG, starting_folder() / VOCABULARY) if joint is not None else ():
        shutil.copyfile(source, folder / "joint" / source.name)


@main.command()
@click.option("--shared", type=click.Path(path_type=Path, exists=True), required=True, help="Folder of the corpora.")
@click.option("--target", type=click.Path(path_type=Path), required=True, help="Where to write the weights (JSON).")
def confidence(shared: Path, target: Path) -> None:
    """Calibrates the rows' confidence with the model in the package; prints the reliability table."""
    click.echo(" rows   mean  right")
    for tenth in calibrate(shared, target):
        click.echo(f"{tenth.rows:5} {tenth.mean:6.2f} {tenth.right:6.2f}")


@main.command()
@click.option("--target", type=click.Path(path_type=Path), required=True, help="Folder of the lists.")
def first_names(target: Path) -> None:
    """Writes the lists of first names that tell a gender, or make one likely (quotes/data)."""
    write(target)


@main.command()
@click.option("--shared", type=click.Path(path_type=Path, exists=True), required=True, help="Folder of the corpora.")
@click.option("--work", type=click.Path(path_type=Path), required=True, help="Keeps the parsed corpora.")
@click.option("--target", type=click.Path(path_type=Path), required=True, help="Where to write the weights (JSON).")
def pronouns(shared: Path, work: Path, target: Path) -> None:
    """Fits the choice of a pronoun's antecedent on GUM; prints the figures on its dev part."""
    click.echo("number  cases  right  answerable  named  named rightly")
    for share in fit_pronouns(shared, work, target):
        counts = f"{share.cases:6} {share.right:6} {share.answerable:11} {share.named:6} {share.named_right:14}"
        click.echo(f"{share.number:7}{counts}")


if __name__ == "__main__":
    main()
