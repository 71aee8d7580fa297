"""Scores on gold data: how well a table of quotes agrees with annotated articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quotes import formats
from quotes.errors import GoldError
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

    Raises ``InputError`` where the table cannot be read, ``GoldError`` where the annotations cannot, or where the table
    has rows, but of none of the annotated articles.
    """
    rows, annotated = rows_by_article(formats.read(table)), list(gold.load(gold_dir))
    if rows and not any(article.id in rows for article in annotated):
        raise GoldError(
            f"No article_id of {table} is that of an article in {gold_dir}: {next(iter(rows))!r} is in the table, "
            f"{annotated[0].id!r} in the folder. Give the folder whose articles the table was made from."
        )
    articles = [match(article, rows.get(article.id, [])) for article in annotated]
    return Evaluation(figures(articles), tuple(examples(articles, errors)))
