"""Scores on gold data: how well a table of quotes agrees with annotated articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quotes import formats
from quotes.evaluation import gold
from quotes.evaluation.figures import Figures, figures
from quotes.evaluation.matching import match, rows_by_article
from quotes.evaluation.report import as_text, examples

__all__ = ["Evaluation", "Figures", "as_text", "evaluate_table"]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures under ``all`` and each type, and some errors, a line each."""

    figures: dict[str, Figures]
    examples: tuple[str, ...]


def evaluate_table(table: Path, gold_dir: Path, errors: int = 0) -> Evaluation:
    """Score the table against the annotations in the folder, with the first ``errors`` errors of each kind.

    Raises ``InputError`` where the table cannot be read, ``GoldError`` where the annotations cannot.
    """
    rows = rows_by_article(formats.read(table))
    articles = [match(article, rows.get(article.id, [])) for article in gold.load(gold_dir)]
    return Evaluation(figures(articles), tuple(examples(articles, errors)))
