"""The composition of the stages: text -> quotes, one article or very many."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeGuard, TypeVar

import pandas as pd

from quotes.errors import ArticleError, ArticleWarning, SetupError
from quotes.records import Article, Attribution, Document, Quotation, Quote, Speaker
from quotes.table import storable
from quotes.wording import counted, kind_of

BATCH_SIZE = 32
"""Articles that are parsed together: enough that sentences of like length meet, few enough to stay small in memory."""

BATCH_CHARACTERS = 1_000_000
"""A batch ends early where its articles reach this length together, so that long articles do not pile up in memory."""

DEVICES = ("auto", "cpu", "cuda")
"""What ``device`` may be: ``auto`` is a GPU where there is one."""

Finished = tuple[Article, list[Quote]]
"""An article and its quotes."""

T = TypeVar("T", bound=Article | ArticleError)


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


def load(
    device: str = "auto",
    threads: int = 1,
    model_dir: str | os.PathLike[str] | None = None,
    syntax: str | None = None,
) -> Extractor:
    """Load the model and make an ``Extractor`` to be used again (some seconds; not to be done for every article).

    ``device`` is ``auto`` (a GPU where there is one), ``cpu`` or ``cuda``; ``threads`` is how many processor cores
    torch may use; ``model_dir`` is a folder of weights other than the package's own; ``syntax`` a package of Stanza's
    own, which is on this machine, for tokens, trees and names ("default_accurate": slower). Raises ``SetupError``
    where the weights or the device are not there.
    """
    # here, not above: torch and stanza come with the parser, and take seconds
    from quotes.attribution import attributions
    from quotes.contents import quotations
    from quotes.speakers import speakers

    parser = _parser(device, threads, None if model_dir is None else Path(model_dir), syntax)
    return Extractor(parser, Stages(quotations, attributions, speakers))


def _parser(device: str, threads: int, model_dir: Path | None, syntax: str | None) -> Parser:
    from quotes import parse

    if syntax is None:
        return parse.Parser(device=device, threads=threads, model_dir=model_dir)
    from quotes.stanza_syntax import StanzaParser

    return StanzaParser(syntax, parse.load_reader(device, threads, model_dir))


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
        """One result for each text, in order: its quotes, or the error of that text alone (its id is its position).

        ``texts`` is read one batch of ``batch_size`` ahead and may be endless; a text without a word has no quotes.
        """
        articles = (article_of(str(number), text) for number, text in enumerate(texts))
        for result in self.articles(articles, batch_size):
            yield result if isinstance(result, ArticleError) else result[1]

    def articles(
        self, articles: Iterable[Article | ArticleError], batch_size: int = BATCH_SIZE
    ) -> Iterator[Finished | ArticleError]:
        """Like ``pipe``, for articles with ids, which come back with their quotes; an error passes in its place."""
        for batch in _batches(articles, batch_size):
            documents = iter(self._documents([_encodable(article) for article in batch if _has_text(article)]))
            for article in batch:
                if isinstance(article, ArticleError):
                    yield article
                else:
                    yield self._finished(article, next(documents)) if _has_text(article) else (article, [])

    def _documents(self, batch: Sequence[Article]) -> list[Document | ArticleError]:
        """The batch parsed; where it fails as a whole, each article by itself, so that only the guilty one fails."""
        if not batch:
            return []
        try:
            documents = self._parser.parse([article.text for article in batch])
            return [document for _, document in zip(batch, documents, strict=True)]
        except SetupError:
            raise  # no other article would fare better
        except Exception as error:  # the border between one article and all others
            if len(batch) == 1:
                return [_failed(batch[0].id, "parse", error)]
        return [document for article in batch for document in self._documents([article])]

    def _finished(self, article: Article, document: Document | ArticleError) -> Finished | ArticleError:
        if isinstance(document, ArticleError):
            return document
        stage = "contents"
        try:
            quotations = self._stages.quotations(document.text)
            stage = "attribution"
            found = self._stages.attributions(document, quotations)
            attributions = sorted(found, key=lambda attribution: attribution.content)
            stage = "speakers"
            speakers = self._stages.speakers(document, attributions)
            pairs = enumerate(zip(attributions, speakers, strict=True))
            return article, [Quote(number, attribution, speaker) for number, (attribution, speaker) in pairs]
        except Exception as error:  # the border between one article and all others
            return _failed(article.id, stage, error)


def article_of(article_id: str, value: object) -> Article | ArticleError:
    """The article whose text is the value: none where it is missing, an error where it is of another type."""
    if isinstance(value, str):
        return Article(article_id, value)
    if value is None or value is pd.NA or value != value:  # NaN and NaT differ from themselves
        return Article(article_id, "")
    return ArticleError(article_id, "read", f"is {kind_of(value)}, not a text. Hand in a str.")


def _has_text(article: Article | ArticleError) -> TypeGuard[Article]:
    return isinstance(article, Article) and not article.text.isspace() and article.text != ""


def _encodable(article: Article) -> Article:
    """The article as the stages can take it: no tokenizer and no file takes a lone surrogate."""
    text, replaced = storable(article.text)
    if replaced:
        message = f"{article.id}: {counted(replaced, 'lone surrogate')} read and written as U+FFFD"
        warnings.warn(message, ArticleWarning, stacklevel=2)
    return replace(article, text=text) if replaced else article


def _failed(article_id: str, stage: str, error: Exception) -> ArticleError:
    failure = ArticleError(
        article_id, stage, f"{type(error).__name__}: {error}. Leave it out, and report it with its text."
    )
    failure.__cause__ = error
    return failure


def _batches(articles: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of at most ``size`` articles, shorter where they reach ``BATCH_CHARACTERS`` together."""
    batch: list[T] = []
    characters = 0
    for article in articles:
        batch.append(article)
        characters += len(article.text) if isinstance(article, Article) else 0
        if len(batch) >= size or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
