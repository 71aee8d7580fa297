"""PolNeAR (Newell et al. 2018): brat stand-off attributions over CoreNLP's silver tokens -> annotated documents."""

from __future__ import annotations

import itertools
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.training.examples import Range, Speech, Words
from quotes.training.names import KINDS, bio

log = logging.getLogger(__name__)

_HYPHEN = re.compile(r"(?<=\w)[-–—/](?=\w)")


@dataclass(frozen=True, slots=True)
class SilverToken:
    """A token with its offsets, its entity kind, and whether it begins a sentence."""

    start: int
    end: int
    kind: str | None
    begins: bool


@dataclass(frozen=True, slots=True)
class Annotation:
    """One attribution in character ranges."""

    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    content: tuple[Range, ...]


def documents(folder: Path) -> Iterator[Words]:
    """The articles of a compartment (a folder with text/, corenlp/, attributions/), one for each annotation file.

    An article without silver tokens cannot be laid out and is named in the log.
    """
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rpartition("_")[0]
        if not (folder / "corenlp" / f"{name}.tsv").exists():
            log.warning("%s: no tokens in %s, left out", name, folder / "corenlp")
            continue
        with (folder / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        tokens = silver_tokens(folder / "corenlp" / f"{name}.tsv", text)
        yield document(name, text, tokens, attributions(path))


def silver_tokens(path: Path, text: str) -> list[SilverToken]:
    """CoreNLP's tokens, hyphenated words cut in their parts as the treebanks have them."""
    tokens: list[SilverToken] = []
    begins = True
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            if len(fields) < 5:
                begins = True
                continue
            start, end = int(fields[0]), int(fields[1])
            for first, last in _parts(text, start, end):
                tokens.append(SilverToken(first, last, KINDS.get(fields[4]), begins))
                begins = False
    return tokens


def _parts(text: str, start: int, end: int) -> Iterator[Range]:
    """A hyphenated word's parts and hyphens."""
    for match in _HYPHEN.finditer(text, start, end):
        if match.start() > start:
            yield start, match.start()
        yield match.start(), match.end()
        start = match.end()
    if start < end:
        yield start, end


def attributions(path: Path) -> list[Annotation]:
    """The attributions of a brat file."""
    spans: dict[str, tuple[Range, ...]] = {}
    events: list[list[tuple[str, str]]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if re.fullmatch(r"T\d+", fields[0]) and len(fields) > 1:
            offsets = fields[1].partition(" ")[2]
            spans[fields[0]] = tuple(_range(piece) for piece in offsets.split(";"))
        elif re.fullmatch(r"E\d+", fields[0]) and len(fields) > 1:
            events.append([_argument(item) for item in fields[1].split()])
    return [_annotation(event, spans) for event in events]


def _range(piece: str) -> Range:
    first, last = piece.split()
    return int(first), int(last)


def _argument(item: str) -> tuple[str, str]:
    role, _, key = item.partition(":")
    return role.rstrip("0123456789"), key


def _annotation(event: Sequence[tuple[str, str]], spans: dict[str, tuple[Range, ...]]) -> Annotation:
    def pieces(role: str) -> tuple[Range, ...]:
        return tuple(sorted(span for name, key in event if name == role for span in spans[key]))

    return Annotation(pieces("Cue"), pieces("Source"), pieces("Content"))


def document(name: str, text: str, tokens: Sequence[SilverToken], annotated: Sequence[Annotation]) -> Words:
    """Lays the attributions over the tokens."""
    gaps = [text[before.end : token.start] for before, token in itertools.pairwise(tokens)]
    paragraphs = [True, *("\n" in gap for gap in gaps)][: len(tokens)]
    roles = ["O"] * len(tokens)
    speech = []
    for attribution in annotated:
        placed = {
            role: [found for piece in pieces if (found := _words(tokens, piece))]
            for role, pieces in (
                ("content", attribution.content),
                ("source", attribution.source),
                ("cue", attribution.cue),
            )
        }
        for role, ranges in placed.items():
            for first, last in ranges:
                roles[first : last + 1] = [f"B-{role}"] + [f"I-{role}"] * (last - first)
        if placed["cue"]:
            source = placed["source"][0] if placed["source"] else None
            speech.append(Speech(placed["cue"][0], source, tuple(placed["content"])))
    return Words(
        name=name,
        forms=[text[token.start : token.end] for token in tokens],
        spaced=[True, *(bool(gap) for gap in gaps)][: len(tokens)],
        sentence_starts=_begins(text, tokens, paragraphs),
        paragraph_starts=paragraphs,
        entities=bio([token.kind for token in tokens]),
        roles=_continuous(roles),
        speech=tuple(speech),
    )


def _continuous(labels: Sequence[str]) -> list[str]:
    """What another span has cut off from its beginning begins anew: no I- without its own kind before it."""
    pairs = zip(["O", *labels], labels, strict=False)
    return [f"B-{b[2:]}" if b.startswith("I-") and a[2:] != b[2:] else b for a, b in pairs]


def _begins(text: str, tokens: Sequence[SilverToken], paragraphs: Sequence[bool]) -> list[bool]:
    """Sentence starts, without the silver's mistakes.

    It runs sentences over paragraph breaks where a mark follows, and begins new ones with the lower-case words after a
    quotation or a bracketed abbreviation.
    """
    starts = [
        (token.begins or paragraph) and not text[token.start].islower()
        for token, paragraph in zip(tokens, paragraphs, strict=True)
    ]
    return [True, *starts[1:]][: len(starts)]


def _words(tokens: Sequence[SilverToken], piece: Range) -> Range | None:
    touched = [n for n, token in enumerate(tokens) if token.start < piece[1] and piece[0] < token.end]
    return (touched[0], touched[-1]) if touched else None
