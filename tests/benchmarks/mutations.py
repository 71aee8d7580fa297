"""Thousands of damaged articles against the laws of the table: `python tests/benchmarks/mutations.py FOLDER -n 10000`.

Each article is one of the folder's, cut to some 150 words and damaged in one to four ways; the same seed makes the same
articles. Counted are articles, rows, failures by their reason, laws that are broken, the slowest batch for its length
and the peak of resident memory. Nothing may be broken: the exit status is 1 where something is.
"""

from __future__ import annotations

import random
import resource
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path

import click

from quotes.articles import decode
from quotes.errors import ArticleError, ArticleWarning
from quotes.pipeline import Extractor, Finished, load
from quotes.records import Article
from quotes.table import rows, storable

Damage = Callable[[random.Random, str], str]

MARKS = "\"'“”‘’«»‹›„‚「」『』`´″′"
CONTROLS = [*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), "\ufeff", "\u2028", "\u2029"]
BIDI = [*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), "\u200e", "\u200f", "\u061c"]
JOINED = ["👩\u200d🚀", "👨\u200d👩\u200d👧\u200d👦", "🏳\ufe0f\u200d🌈", "e\u0301\u0323\u0302", "\u200d", "\ufe0f"]
SURROGATES = ["\ud800", "\udbff", "\udc00", "\udfff", "\udc80"]
BATCH = 16


def _put(random: random.Random, text: str, what: str) -> str:
    place = random.randint(0, len(text))
    return text[:place] + what + text[place:]


def _stretch(random: random.Random, text: str, longest: int) -> tuple[int, int]:
    first = random.randint(0, len(text))
    return first, min(len(text), first + random.randint(1, longest))


def _flip(random: random.Random, text: str) -> str:
    letters = list(text)
    for place in random.sample(range(len(letters)), min(len(letters), random.randint(1, 20))):
        letters[place] = chr(random.choice((random.randint(32, 126), random.randint(160, 0x2FFF), 0x1F600)))
    return "".join(letters)


def _delete(random: random.Random, text: str) -> str:
    first, last = _stretch(random, text, 200)
    return text[:first] + text[last:]


def _repeat(random: random.Random, text: str) -> str:
    first, last = _stretch(random, text, 100)
    return text[:last] + text[first:last] * random.randint(1, 10) + text[last:]


def _swap_marks(random: random.Random, text: str) -> str:
    return "".join(random.choice(MARKS) if letter in MARKS and random.random() < 0.5 else letter for letter in text)


def _strange(kind: Sequence[str]) -> Damage:
    def damage(random: random.Random, text: str) -> str:
        for _ in range(random.randint(1, 20)):
            text = _put(random, text, random.choice(kind))
        return text

    return damage


def _cut_bytes(random: random.Random, text: str) -> str:
    """UTF-8 that ends within a character, or lacks bytes in the middle, read as a file would be."""
    data = text.encode("utf-8", "surrogatepass")
    first, last = sorted(random.sample(range(len(data) + 1), 2))
    return _read(
        random.choice((data[:last], data[:first] + data[first + 1 :], b"\xe2\x80" + data, data[:last] + b"\xf0"))
    )


def _read(data: bytes) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ArticleWarning)
        try:
            return decode(data, "mutation")
        except ValueError:
            return data.decode("utf-8", "surrogateescape")


def _join_paragraphs(random: random.Random, text: str) -> str:
    return text.replace("\n", random.choice(("", " ", "\r", "\r\n", "\n\n", "\u2029")))


def _repeat_marks(random: random.Random, text: str) -> str:
    marks = "".join(random.choices(MARKS, k=random.randint(1, 3)))
    return _put(random, text, marks * random.randint(2, 200))


def _long_word(random: random.Random, text: str) -> str:
    return _put(random, text, random.choice(("a", "x.", "@", "-", "é", "http://")) * random.randint(100, 5000))


DAMAGES: tuple[Damage, ...] = (
    _flip,
    _delete,
    _repeat,
    _swap_marks,
    _strange(CONTROLS),
    _strange(BIDI),
    _strange(JOINED),
    _strange(SURROGATES),
    _cut_bytes,
    _join_paragraphs,
    _repeat_marks,
    _long_word,
)


@dataclass(slots=True)
class Tally:
    """What came of the articles; ``slowest``: the most seconds of a batch for each 1,000 characters, and its first."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")

    def add(self, article: Article, result: Finished | ArticleError) -> None:
        """Count a result, and see that its rows keep the laws."""
        self.counts["articles"] += 1
        if isinstance(result, ArticleError):
            self.failures[f"{result.stage}: {result.reason[:80]}"] += 1
            return
        self.counts["rows"] += len(result[1])
        self.broken += [f"{article.id}: {law}" for law in broken_laws(article, result)]


def broken_laws(article: Article, result: Finished) -> Iterator[str]:
    """The laws of the table that the article's rows break, as the reader of the table would see it."""
    text = storable(article.text)[0]
    for number, row in enumerate(rows([result]).to_pylist()):
        if row["quote_id"] != number:
            yield "quote_id"
        if " ".join(text[first:last] for first, last in row["spans"]) != row["quote"] or not row["quote"]:
            yield "spans"
        for name in ("source", "cue"):
            first, last = row[f"{name}_start"], row[f"{name}_end"]
            if (None if first is None else text[first:last]) != row[name]:
                yield name
        if not 0 <= row["confidence"] <= 1:
            yield "confidence"


def mutations(texts: Sequence[str], words: int, seed: int) -> Iterator[Article]:
    """Endless damaged articles."""
    chance = random.Random(seed)
    for number in count():
        text = _shortened(chance.choice(texts), words, chance)
        damages = chance.choices(range(len(DAMAGES)), k=chance.randint(1, 4))
        for chosen in damages:
            text = DAMAGES[chosen](chance, text or "x")
        yield Article(f"{number} {damages}", text)


def _shortened(text: str, words: int, chance: random.Random) -> str:
    """About so many words from somewhere in the text, with the white space between them."""
    size = words * 6
    first = chance.randint(0, max(0, len(text) - size))
    return text[first : first + size]


def _tally(extractor: Extractor, articles: Iterator[Article], crashes: Counter[str]) -> Tally:
    tally = Tally()
    for batch in _batches(articles):
        began = time.perf_counter()
        try:
            results = list(extractor.articles(batch, BATCH))
        except Exception as error:  # nothing may come out of there
            crashes[f"{type(error).__name__}: {str(error)[:80]}"] += 1
            continue
        share = (time.perf_counter() - began) * 1000 / max(1000, sum(len(article.text) for article in batch))
        tally.slowest = max(tally.slowest, (share, batch[0].id))
        for article, result in zip(batch, results, strict=True):
            tally.add(article, result)
    return tally


def _batches(articles: Iterator[Article]) -> Iterator[tuple[Article, ...]]:
    """The articles in batches."""
    while batch := tuple(islice(articles, BATCH)):
        yield batch


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-n", "--number", default=10_000, show_default=True, help="Articles to make.")
@click.option("--words", default=150, show_default=True, help="Length of an article before it is damaged.")
@click.option("--seed", default=1, show_default=True)
def main(folder: Path, number: int, words: int, seed: int) -> None:
    """Prints counts, failures, broken laws, the slowest batch and the peak of memory."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    crashes: Counter[str] = Counter()
    warnings.simplefilter("ignore", ArticleWarning)
    began = time.perf_counter()
    tally = _tally(load(), islice(mutations(texts, words, seed), number), crashes)
    seconds = time.perf_counter() - began
    click.echo(f"{tally.counts['articles']} articles, {tally.counts['rows']} rows, {seconds:.0f} s")
    click.echo(f"failures: {sum(tally.failures.values())} {dict(tally.failures)}")
    click.echo(f"crashes: {sum(crashes.values())} {dict(crashes)}")
    click.echo(f"broken laws: {len(tally.broken)} {tally.broken[:10]}")
    click.echo(f"slowest: {tally.slowest[0]:.2f} s for 1,000 characters, in the batch from {tally.slowest[1]} on")
    click.echo(f"peak resident memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if tally.failures or crashes or tally.broken:
        raise click.exceptions.Exit(1)


if __name__ == "__main__":
    main()
