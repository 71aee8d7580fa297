"""The composition of the stages: text -> quotes, one article or very many."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
import pandas as pd

from quotes.errors import ArticleError, ArticleWarning, InputError, SetupError
from quotes.records import Article, Attribution, Document, Quotation, Quote, Speaker
from quotes.table import frame, storable

BATCH_SIZE = 32
"""Articles that are parsed together: enough that sentences of like length meet, few enough to stay small in memory."""

BATCH_CHARACTERS = 1_000_000
"""A batch ends early where its articles reach this length together, so that long articles do not pile up in memory."""

Errors = Literal["raise", "warn"]


class Parser(Protocol):
    """The stage that needs a model: texts -> documents, one for each, in order."""

    def parse(self, texts: Sequence[str]) -> list[Document]:
        """Parse a batch of articles; an exception means that the batch as a whole could not be parsed."""
        ...


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages after parsing; each is a pure function."""

    quotations: Callable[[str], Sequence[Quotation]]
    attributions: Callable[[Document, Sequence[Quotation]], Sequence[Attribution]]
    speakers: Callable[[Document, Sequence[Attribution]], Sequence[Speaker]]


def load(device: str = "auto", threads: int = 1, model_dir: str | os.PathLike[str] | None = None) -> Extractor:
    """Load the model and make an ``Extractor`` to be used again (some seconds; not to be done for every article).

    ``device`` is ``auto`` (a GPU where there is one), ``cpu`` or ``cuda``; ``threads`` is how many processor cores torch may
    use; ``model_dir`` is a folder of weights other than the package's own. Raises ``SetupError`` where the weights or the
    device are not there.
    """
    from quotes.attribution import attributions
    from quotes.contents import quotations
    from quotes.parse import Parser as ModelParser
    from quotes.speakers import speakers

    parser = ModelParser(device=device, threads=threads, model_dir=None if model_dir is None else Path(model_dir))
    return Extractor(parser, Stages(quotations, attributions, speakers))


class Extractor:
    """Finds the quotes of articles with a parser and the stages that follow it; keeps nothing between articles."""

    def __init__(self, parser: Parser, stages: Stages) -> None:
        self._parser = parser
        self._stages = stages

    def quotes(self, text: str) -> list[Quote]:
        """The quotes of one article, in text order. Raises ``ArticleError``."""
        (result,) = self.pipe([text])
        if isinstance(result, ArticleError):
            raise result
        return result

    def pipe(self, texts: Iterable[str], batch_size: int = BATCH_SIZE) -> Iterator[list[Quote] | ArticleError]:
        """One result for each text, in order: its quotes, or the error of that article alone (its id is its position).

        ``texts`` is read as far as the next batch of ``batch_size`` articles, so it may be endless.
        """
        articles = (Article(str(number), text) for number, text in enumerate(texts))
        return (result for _, result in self.articles(articles, batch_size))

    def articles(
        self, articles: Iterable[Article], batch_size: int = BATCH_SIZE
    ) -> Iterator[tuple[Article, list[Quote] | ArticleError]]:
        """Like ``pipe``, for articles with ids; each comes back with its result."""
        for batch in _batches(articles, batch_size):
            documents = self._documents([_stageable(article) for article in batch])
            for article, document in zip(batch, documents, strict=True):
                failed = isinstance(document, ArticleError)
                yield article, document if failed else self._finished(article.id, document)

    def _documents(self, batch: Sequence[Article]) -> list[Document | ArticleError]:
        """The batch parsed; where it fails as a whole, each article by itself, so that only the guilty one fails."""
        try:
            documents = self._parser.parse([article.text for article in batch])
            return [document for _, document in zip(batch, documents, strict=True)]
        except SetupError:
            raise  # no other article would fare better
        except Exception as error:  # the border between one article and all others
            if len(batch) == 1:
                return [_failed(batch[0].id, "parse", error)]
        return [document for article in batch for document in self._documents([article])]

    def _finished(self, article_id: str, document: Document) -> list[Quote] | ArticleError:
        stage = "contents"
        try:
            quotations = self._stages.quotations(document.text)
            stage = "attribution"
            found = self._stages.attributions(document, quotations)
            attributions = sorted(found, key=lambda attribution: attribution.content)
            stage = "speakers"
            speakers = self._stages.speakers(document, attributions)
            pairs = zip(attributions, speakers, strict=True)
            return [Quote(number, attribution, speaker) for number, (attribution, speaker) in enumerate(pairs)]
        except Exception as error:  # the border between one article and all others
            return _failed(article_id, stage, error)


def extract(
    data: str | pd.Series[str] | pd.DataFrame,
    text: str = "text",
    id: str | None = None,
    *,
    extractor: Extractor | None = None,
    errors: Errors = "raise",
    batch_size: int = BATCH_SIZE,
) -> pd.DataFrame:
    """The table of quotes (the columns and dtypes of ``META``) of a text, of a Series of texts, or of a DataFrame.

    A Series gives a row for each quote under the index (caller's index, "quote"), as ``Series.str.extractall`` does. Of a
    DataFrame, ``text`` names the column of the articles and ``id`` the column that becomes ``article_id``. Without ``id``,
    ``article_id`` is the index label (of a single text: ``id`` itself, or "0"). Missing texts have no quotes.

    ``extractor`` is what ``load`` made; without it a model is loaded for this call alone. ``errors`` says whether an article
    that fails raises its ``ArticleError`` or becomes an ``ArticleWarning`` and has no rows. Raises ``InputError`` for data of
    another type or a column that is not there.
    """
    articles = _articles_of(data, text, id)
    results = _collected(articles, extractor or load(), errors, batch_size)
    table = frame(results)
    if isinstance(data, pd.Series):
        table.index = _quote_index(data.index, [len(quotes) for _, quotes in results], table["quote_id"])
    return table
