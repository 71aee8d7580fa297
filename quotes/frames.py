"""Texts in pandas -> the table of quotes in pandas, in this process or in several."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd
import pyarrow as pa
from tqdm import tqdm

from quotes.doubts import doubt
from quotes.errors import ArticleError, ArticleWarning, InputError
from quotes.pipeline import BATCH_SIZE, Extractor, article_of, load
from quotes.records import Article
from quotes.running.batches import batches
from quotes.running.pools import TIMEOUT, processes
from quotes.running.schedule import in_order, outcomes
from quotes.running.work import Outcome, Task, Work, outcome
from quotes.table import SCHEMA, to_pandas
from quotes.wording import counted, kind_of

Item = Article | ArticleError
Loader = Callable[[], Extractor]
Errors = Literal["raise", "warn"]


def extract(
    data: str | pd.Series[Any] | pd.DataFrame,
    text: str = "text",
    id: str | None = None,
    *,
    extractor: Extractor | Loader | None = None,
    errors: Errors = "raise",
    batch_size: int = BATCH_SIZE,
    workers: int = 1,
    progress: bool = False,
) -> pd.DataFrame:
    """The table of quotes (the columns and dtypes of ``META``) of a text, of a Series of texts, or of a DataFrame.

    A Series gives a row for each quote under the index (caller's index, "match"), as ``Series.str.extractall`` does. Of
    a DataFrame, ``text`` names the column with the articles and ``id`` the column that becomes ``article_id``. Without
    ``id``, ``article_id`` is the index label (for a single text: ``id`` itself, or "0"). Missing texts have no quotes.
    Ids are kept as they are; an id that several rows of a DataFrame have, and texts that are names of files, are told
    (``ArticleWarning``).

    ``extractor`` is what ``load`` made, or a function that makes one; without it the model is loaded for this call
    alone. ``errors`` says whether an article that fails raises its ``ArticleError``, or becomes an ``ArticleWarning``
    and has no rows. ``progress`` shows a bar on the standard error.

    With ``workers`` above one that many processes share the articles, each with a model of its own (so ``extractor``
    can only be a function there, which they can import); the table is the same. They are spawned, and import the script
    that calls: what it does belongs under ``if __name__ == "__main__":``.

    Raises ``InputError`` for data of another type or a column that is not there, ``SetupError`` where the model or the
    processes cannot work.
    """
    _check(extractor, errors, workers)
    ids, texts = _columns(data, text, id)
    labels = [str(label) for label in ids]
    items = [article_of(label, value) for label, value in zip(labels, texts, strict=True)]
    _tell([*_doubts(items), *(_shared(labels) if isinstance(data, pd.DataFrame) else ())])
    tables, sizes = [SCHEMA.empty_table()], list[int]()
    with closing(_outcomes(items, extractor, batch_size, workers)) as found:
        for each in _shown(found, len(items), progress):
            _settle(each, errors)
            tables.append(each.rows)
            sizes.extend(each.sizes)
    table = to_pandas(pa.concat_tables(tables).combine_chunks())
    if isinstance(data, pd.Series):
        table.index = _quote_index(data.index, sizes, table["quote_id"])
    return table


def _check(extractor: object, errors: str, workers: int) -> None:
    if workers < 1:
        raise InputError(f"workers is {workers}. Ask for one or more.")
    if errors not in get_args(Errors):
        raise InputError(f"errors is {errors!r}. Use {' or '.join(map(repr, get_args(Errors)))}.")
    if not (extractor is None or isinstance(extractor, Extractor) or callable(extractor)):
        raise InputError(f"extractor is {kind_of(extractor)}. Hand in what quotes.load() makes, or nothing.")


def _columns(
    data: str | pd.Series[Any] | pd.DataFrame, text: str, id: str | None
) -> tuple[Iterable[object], Iterable[object]]:
    """The ids and the texts of the data, of the same length."""
    if isinstance(data, str):
        return ["0" if id is None else id], [data]
    if isinstance(data, pd.Series):
        return data.index, data
    if not isinstance(data, pd.DataFrame):
        raise InputError(f"extract takes a str, a Series or a DataFrame, not {kind_of(data)}. Use pd.Series(texts).")
    missing = [name for name in (text, id) if name is not None and name not in data.columns]
    if missing:
        columns = ", ".join(map(str, data.columns))
        raise InputError(
            f"The frame has no column {missing[0]!r}. Name its columns with text= and id=; it has: {columns}."
        )
    return data.index if id is None else data[id], data[text]


def _doubts(items: Iterable[Item]) -> Iterator[str]:
    """What has to be told of texts that are names of files or folders: the first of them, and how many there are."""
    doubts = [said for item in items if isinstance(item, Article) and (said := doubt(item.text))]
    if doubts:
        more = f" (as {counted(len(doubts) - 1, 'further text')})" if len(doubts) > 1 else ""
        yield f"{doubts[0]}{more}. Hand in the text itself: Path(...).read_text(); `quotes extract` reads folders"


def _shared(ids: Iterable[str]) -> Iterator[str]:
    """What has to be told of ids that several articles have: their quotes cannot be told apart, nor merged."""
    shared = [(label, count) for label, count in Counter(ids).items() if count > 1]
    if shared:
        (label, count), *others = shared
        more = f" ({counted(len(others), 'further id')} alike)" if others else ""
        yield (
            f"{count} articles have the id {label!r}{more}: a merge on article_id multiplies their rows. Take out what "
            "is there twice (drop_duplicates), or give each row an id of its own (another id=; without it "
            "df.reset_index(drop=True))"
        )


def _tell(messages: Iterable[str]) -> None:
    for message in messages:
        warnings.warn(message, ArticleWarning, stacklevel=3)


def _outcomes(
    items: Sequence[Item], extractor: Extractor | Loader | None, batch_size: int, workers: int
) -> Generator[Outcome, None, None]:
    """The outcomes of all batches, in the order of the articles."""
    tasks = batches(items, batch_size, _length)
    if workers == 1:
        made = extractor if isinstance(extractor, Extractor) else (extractor or load)()
        yield from (_done(task, made, batch_size) for task in tasks)
        return
    if isinstance(extractor, Extractor):
        raise InputError(
            "An extractor cannot go to other processes. Hand in a function that makes one, such as quotes.load."
        )
    with processes(Work(extractor or load, _itself), workers, TIMEOUT) as pool:
        yield from in_order(outcomes(tasks, pool))


def _done(task: Task, extractor: Extractor, batch_size: int) -> Outcome:
    return outcome(task, list(extractor.articles(task.items, batch_size)))


def _itself(item: Article) -> Article:
    return item


def _length(item: Item) -> int:
    return len(item.text) if isinstance(item, Article) else 0


def _shown(found: Iterable[Outcome], total: int, progress: bool) -> Iterator[Outcome]:
    """The same outcomes, with a bar that tells how far they are."""
    quotes = failures = 0
    with tqdm(total=total, unit="article", disable=not progress) as bar:
        for each in found:
            quotes += len(each.rows)
            failures += len(each.failures)
            bar.set_postfix(quotes=quotes, failures=failures, refresh=False)
            bar.update(len(each.sizes))
            yield each


def _settle(found: Outcome, errors: str) -> None:
    """Pass on what other processes were warned of, and raise or tell the failures."""
    for warning in found.warnings:
        warnings.warn(warning, ArticleWarning, stacklevel=3)
    for failure in found.failures:
        if errors == "raise":
            raise failure
        warnings.warn(str(failure), ArticleWarning, stacklevel=3)


def _quote_index(index: pd.Index[Any], counts: Sequence[int], quote_ids: pd.Series[Any]) -> pd.MultiIndex:
    """The caller's label for each row, and behind it the quote's number."""
    taken = index.take(np.repeat(np.arange(len(index)), counts))
    levels = [taken.get_level_values(level) for level in range(taken.nlevels)]
    return pd.MultiIndex.from_arrays([*levels, quote_ids], names=[*index.names, "match"])
