"""Words per second of each part of the pipeline, on one core: `python tests/benchmarks/speed.py [FOLDER] [--runs N]`.

White-space words of the texts, one process, one torch thread, the batches of a real run; the median of all runs.
Processor time, not time on the clock, is what is counted: other work on the machine does not blur it as much.
"""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import click
import torch

from quotes.attribution import attributions
from quotes.contents import quotations
from quotes.model.layout import layout
from quotes.model.reading import Reader
from quotes.model.segments import Segments
from quotes.model.tokenize import Segmenter
from quotes.parse import Parser, weights_folder
from quotes.pipeline import load
from quotes.records import Span
from quotes.speakers import speakers

T = TypeVar("T")
ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
PARTS = (
    "tokenizer",
    "layout",
    "encoder and heads",
    "documents",
    "attribution",
    "speakers",
    "all, text to rows",
)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """The result of some work and the processor seconds it took."""
    began = time.process_time()
    result = work()
    return result, time.process_time() - began


def words_of(segments: Segments) -> tuple[list[Span], list[bool]]:
    """The words and sentence starts of a tokenized text."""
    sentences = segments.sentences()
    return [word for s in sentences for word in s], [n == 0 for s in sentences for n in range(len(s))]


def measure(texts: Sequence[str], segmenter: Segmenter, reader: Reader, parser: Parser) -> dict[str, float]:
    """Processor seconds of each part over the texts."""
    segmented, tokenizer = timed(lambda: segmenter.segment(texts))
    layouts, laying = timed(lambda: [layout(t, *words_of(s)) for t, s in zip(texts, segmented, strict=True)])
    _, reading = timed(lambda: reader.read(layouts))
    documents, parsing = timed(lambda: parser.parse(texts))
    linked, linking = timed(lambda: [attributions(d, quotations(d.text)) for d in documents])
    _, naming = timed(lambda: [speakers(d, found) for d, found in zip(documents, linked, strict=True)])
    building = max(0.0, parsing - tokenizer - laying - reading)
    return dict(zip(PARTS[:-1], (tokenizer, laying, reading, building, linking, naming), strict=True))


def joined(texts: Sequence[str], most: int) -> list[str]:
    """Texts of up to ``most`` words each, made of whole articles one behind the other; longer articles stay alone."""
    long: list[list[str]] = []
    for text in texts:
        if long and sum(len(part.split()) for part in long[-1]) + len(text.split()) <= most:
            long[-1].append(text)
        else:
            long.append([text])
    return ["\n\n".join(parts) for parts in long]


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=ARTICLES)
@click.option("--runs", default=5, show_default=True, help="How often everything is measured.")
@click.option("--most", default=64, show_default=True, help="Articles taken at most.")
@click.option("--join", default=0, help="Join articles to long ones of up to so many words.")
def main(folder: Path, runs: int, most: int, join: int) -> None:
    """Prints words/s for each part, the slowest first, the time to load, and the peak of resident memory."""
    texts = joined([p.read_text(encoding="utf-8") for p in sorted(folder.rglob("*.txt"))[:most]], join)
    words = sum(len(text.split()) for text in texts)
    extractor, loading = timed(load)
    torch.set_num_threads(1)
    model = weights_folder() / "en"
    segmenter = Segmenter(model / "tokenize" / "news.pt")
    reader = Reader(model / "joint", torch.device("cpu"))
    parser = Parser(device="cpu")
    found: dict[str, list[float]] = {part: [] for part in PARTS}
    for _ in range(runs + 1):
        seconds = measure(texts, segmenter, reader, parser)
        seconds[PARTS[-1]] = timed(lambda: list(extractor.pipe(texts)))[1]
        for part, value in seconds.items():
            found[part].append(value)
    medians = {part: statistics.median(values[1:]) for part, values in found.items()}
    click.echo(f"{len(texts)} articles, {words} words; loading took {loading:.1f} s of processor time")
    for part, value in sorted(medians.items(), key=lambda item: -item[1]):
        click.echo(f"{part:20} {words / max(value, 1e-9):9.0f} words/s {1e6 * value / words:7.1f} us/word")
    click.echo(f"peak resident memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
