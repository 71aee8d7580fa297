"""The joint model's own figures on the development sets: tags and trees, words and sentences, attribution roles.

The definitions are those of the CoNLL shared task of 2018 for syntax (relations without subtypes, punctuation not
counted) and for segmentation (exact character spans), and exact character spans for the roles.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from quotes.errors import GoldError
from quotes.model.batches import WordPieces
from quotes.model.weights import VOCABULARY, load_model
from quotes.model.windows import LIMIT
from quotes.parse import Parser, weights_folder
from quotes.records import Document
from quotes.training import corpora, polnear
from quotes.training.encoded import examples
from quotes.training.examples import Words
from quotes.training.figures import SpanCounts, measure

Spans = AbstractSet[tuple[int, int]]

ROLES = ("source", "cue", "content")
TREEBANKS = {"EWT dev": "ewt", "GUM dev": "gum"}


def model_figures(shared: Path) -> dict[str, float]:
    """All figures in per cent, by name, of the model in the package; ``shared`` holds the corpora below ``data``.

    Raises `GoldError` where they are missing. Takes some minutes.
    """
    if not (shared / "data" / "ud").is_dir() or not (shared / "data" / "polnear" / "dev").is_dir():
        raise GoldError(f"{shared} holds no corpora (data/ud, data/polnear): name the folder that has them.")
    parser = Parser()
    return {**syntax(shared), **segmentation(shared, parser), **roles(shared, parser)}


def syntax(shared: Path) -> dict[str, float]:
    """UPOS, LAS and lemma accuracy on gold words and sentences."""
    folder = weights_folder() / "en" / "joint"
    model, pieces = load_model(folder), WordPieces(folder / VOCABULARY)
    found: dict[str, float] = {}
    for name, treebank in TREEBANKS.items():
        known = list(examples(corpora.treebank(shared, treebank, "dev"), model.config, pieces, LIMIT))
        figures = measure(model, known, bf16=False)
        for label in ("upos", "uas", "las", "lemmas"):
            found[f"{label.upper()}, {name}"] = getattr(figures, label).percent
    return found


def segmentation(shared: Path, parser: Parser) -> dict[str, float]:
    """F1 of words and sentences from raw text."""
    found: dict[str, float] = {}
    for name, treebank in TREEBANKS.items():
        words, sentences = SpanCounts(), SpanCounts()
        known = [raw(document) for document in corpora.treebank(shared, treebank, "dev")]
        for (_, gold_words, gold_sentences), read in zip(
            known, parser.parse([text for text, _, _ in known]), strict=True
        ):
            words.add({(token.start, token.end) for token in read.tokens}, gold_words)
            sentences.add(_sentences(read), gold_sentences)
        found[f"words, {name}"], found[f"sentences, {name}"] = words.scores[2], sentences.scores[2]
    return found


def _sentences(read: Document) -> Spans:
    return {(read.tokens[s.first].start, read.tokens[s.last - 1].end) for s in read.sentences}


def raw(document: Words) -> tuple[str, Spans, Spans]:
    """A treebank document as text, with the spans of its words and of its sentences; blank lines part paragraphs."""
    text, words = "", []
    for form, spaced, paragraph in zip(document.forms, document.spaced, document.paragraph_starts, strict=True):
        text += ("\n\n" if paragraph else " " if spaced else "") if text else ""
        words.append((len(text), len(text) + len(form)))
        text += form
    bounds = [n for n, start in enumerate(document.sentence_starts) if start] + [len(words)]
    sentences = {(words[a][0], words[b - 1][1]) for a, b in itertools.pairwise(bounds)}
    return text, frozenset(words), sentences


def roles(shared: Path, parser: Parser) -> dict[str, float]:
    """Precision, recall and F1 of exact role spans from raw text, PolNeAR dev; each piece counts by itself."""
    counts = {role: SpanCounts() for role in ROLES}
    known = list(_annotated(shared / "data" / "polnear" / "dev"))
    for (_, attributions), read in zip(known, parser.parse([text for text, _ in known]), strict=True):
        for role in ROLES:
            gold = {piece for attribution in attributions for piece in getattr(attribution, role)}
            counts[role].add(_found(read, role), gold)
    return {
        f"{role} {figure}, PolNeAR dev": value
        for role, count in counts.items()
        for figure, value in zip(("P", "R", "F1"), count.scores, strict=True)
    }


def _annotated(folder: Path) -> Iterator[tuple[str, Sequence[polnear.Annotation]]]:
    for path in sorted((folder / "attributions").glob("*.ann")):
        with (folder / "text" / f"{path.stem.rpartition('_')[0]}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        yield text, [_trimmed(text, attribution) for attribution in polnear.attributions(path)]


def _trimmed(text: str, attribution: polnear.Annotation) -> polnear.Annotation:
    """Annotators' spans without white space at the edges."""

    def pieces(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        return tuple((a + _left(text[a:b]), b - _right(text[a:b])) for a, b in spans if text[a:b].strip())

    return polnear.Annotation(pieces(attribution.cue), pieces(attribution.source), pieces(attribution.content))


def _left(text: str) -> int:
    return len(text) - len(text.lstrip())


def _right(text: str) -> int:
    return len(text) - len(text.rstrip())


def _found(read: Document, role: str) -> Spans:
    return {
        (read.tokens[found.first].start, read.tokens[found.last - 1].end) for found in read.roles if found.role == role
    }
