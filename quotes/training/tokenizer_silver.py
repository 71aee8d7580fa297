"""News as silver data of the tokenizer: CoreNLP's words and sentences over PolNeAR, brought to UD's convention.

Where CoreNLP differs from UD by rule its words are split or joined; where it breaks sentences by mistake around marks,
party labels and reporting clauses, the break is moved or taken away; paragraphs of markup or of lost characters are
left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from quotes.records import Span
from quotes.training.tokenizer_data import Paragraph, Words


@dataclass(frozen=True, slots=True)
class Piece:
    """A token of CoreNLP: its characters, its normalised form, and whether its sentence ends with it."""

    span: Span
    form: str
    last: bool


@dataclass(frozen=True, slots=True)
class Convention:
    """What UD keeps in one word: first parts of hyphenated words (lower case), abbreviations with their stop."""

    prefixes: frozenset[str]
    abbreviations: frozenset[str]


def read_news(folder: Path, prefixes: frozenset[str]) -> list[Paragraph]:
    """The paragraphs of the articles in ``folder/text`` with the words of ``folder/corenlp``.

    They come in order of file name; an article without words has none.
    """
    articles = [
        ((folder / "text" / f"{path.stem}.txt").read_bytes().decode("utf-8"), read_pieces(path))
        for path in sorted((folder / "corenlp").glob("*.tsv"))
    ]
    convention = Convention(prefixes, abbreviations(piece.form for _, pieces in articles for piece in pieces))
    return [paragraph for text, pieces in articles for paragraph in paragraphs(text, pieces, convention)]


def read_pieces(path: Path) -> list[Piece]:
    """The tokens of a file of rows start, end, form, ...; a blank line ends a sentence, # starts what is no token."""
    pieces: list[Piece] = []
    for block in path.read_bytes().decode("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if "\t" in line and not line.startswith("#")]
        for number, row in enumerate(rows, start=1):
            pieces.append(Piece(Span(int(row[0]), int(row[1])), row[2], number == len(rows)))
    return pieces


_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{1,5}\.|(?:[A-Z]\.){2,}")
_SEEN = 5


def abbreviations(forms: Iterable[str]) -> frozenset[str]:
    """Forms such as ``Sen.`` and ``Calif.`` that occur several times as one token."""
    counts = Counter(form for form in forms if _ABBREVIATION.fullmatch(form))
    return frozenset(form for form, count in counts.items() if count >= _SEEN)


_BLANK = re.compile(r"\n\s*\n")
_UNFIT = re.compile("[{}<>\x00-\x08\x0e-\x1f\x80-\x9f\ufeff\u202a-\u202e\u00c2\u00c3\u0302\u0303]")


def paragraphs(text: str, pieces: list[Piece], convention: Convention) -> Iterator[Paragraph]:
    """Those paragraphs of the text that the tokens cover and that hold neither markup nor broken encodings."""
    breaks = [match.span() for match in _BLANK.finditer(text)]
    starts, ends = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(text)]
    position = 0
    for start, end in zip(starts, ends, strict=True):
        inside: list[Piece] = []
        while position < len(pieces) and pieces[position].span.start < end:
            inside.append(pieces[position])
            position += 1
        if inside and not _UNFIT.search(text, start, end) and _covered(text, Span(start, end), inside):
            yield _moved(text, inside, convention)


def _covered(text: str, whole: Span, pieces: list[Piece]) -> bool:
    gaps, position = "", whole.start
    for piece in pieces:
        if piece.span.start < position:
            return False
        gaps += text[position : piece.span.start]
        position = piece.span.end
    return position <= whole.end and not (gaps + text[position : whole.end]).strip()


def _moved(text: str, pieces: list[Piece], convention: Convention) -> Paragraph:
    """The paragraph's words and sentences, with offsets into the paragraph alone."""
    first, last = pieces[0].span.start, pieces[-1].span.end
    inner = text[first:last]
    moved = [Piece(Span(p.span.start - first, p.span.end - first), p.form, p.last) for p in pieces]
    words = list(converted(inner, moved, convention))
    return Paragraph(inner, tuple(sentences(inner, words)))


# ---- words --------------------------------------------------------------------------------------------------------

_JOINT = re.compile(
    r"""(?<=\w)(?:--+|[–—―]+)(?=\w) | (?<=[\w.])(?P<hyphen>-)(?=\w) | (?<=[^\W\d_][^\W\d_])/(?=[^\W\d_]{2})""", re.X
)
_ONE_WORD = re.compile(
    r""".*(?:://|@|www\.|\.(?:com|org|net|gov|edu)\b).* | \#\w+
    | (?:\d-)?(?:\d{3}-)?\d{3}-\d{4} | \d{1,2}-\d{1,2}-\d{2,4}""",
    re.X,
)
"""Addresses, tags, telephone numbers and dates."""
_MIXED_MARKS = re.compile(r"(?:''|``|([\"'`“”‘’])(?!\1))")
_MARKS = frozenset("\"'`“”‘’")


def converted(text: str, pieces: list[Piece], convention: Convention) -> Iterator[tuple[Span, bool]]:
    """UD's words of the tokens, each with whether CoreNLP ends a sentence with it."""
    words: list[tuple[Span, bool]] = []
    shortened = False  # the word before lacks the stop that CoreNLP gave to the sentence
    for piece in pieces:
        if words and words[-1][0].end == piece.span.start and piece.form == "." and shortened:
            words[-1] = (Span(words[-1][0].start, piece.span.end), piece.last)
            shortened = False
            continue
        spans = list(_parts(text, piece.span, convention.prefixes))
        words += [(span, False) for span in spans[:-1]] + [(spans[-1], piece.last)]
        shortened = piece.form == piece.span.text(text) + "." or (
            len(spans) > 1 and _abbreviated(text, spans[-1], convention.abbreviations)
        )
    yield from words


def _abbreviated(text: str, span: Span, known: frozenset[str]) -> bool:
    """Whether a stop behind the last part of ``R-Tex``, ``then-Sen`` is part of it."""
    return span.text(text) + "." in known or text[span.end + 1 : span.end + 2] in (")", ",")


def _parts(text: str, span: Span, prefixes: frozenset[str]) -> Iterator[Span]:
    for match in re.compile(r"\S+").finditer(text, span.start, span.end):
        word = match.group()
        if set(word) <= _MARKS:
            cuts = [mark.start() for mark in _MIXED_MARKS.finditer(word)]
        elif _ONE_WORD.fullmatch(word):
            cuts = []
        else:
            cuts = list(_cuts(word, prefixes))
        edges = sorted({0, *cuts, len(word)})
        yield from (Span(match.start() + a, match.start() + b) for a, b in pairwise(edges))


def _cuts(word: str, prefixes: frozenset[str]) -> Iterator[int]:
    for joint in _JOINT.finditer(word):
        if not (joint["hyphen"] and word[: joint.start()].lower() in prefixes and word[joint.end()].isalnum()):
            yield from joint.span()


# ---- sentences ----------------------------------------------------------------------------------------------------

_REPORTING = frozenset(
    {
        "said",
        "says",
        "asked",
        "asks",
        "added",
        "told",
        "tells",
        "wrote",
        "writes",
        "tweeted",
        "replied",
        "shouted",
        "responded",
        "continued",
        "declared",
    }
)
_TITLES = frozenset(
    {
        "Sen.",
        "Sens.",
        "Rep.",
        "Reps.",
        "Gov.",
        "Govs.",
        "Gen.",
        "Lt.",
        "Col.",
        "Dr.",
        "Mr.",
        "Mrs.",
        "Ms.",
        "Prof.",
        "Rev.",
        "St.",
        "No.",
        "Maj.",
        "Sgt.",
        "Del.",
    }
)
_NAME_LENGTH = 4


def sentences(text: str, words: list[tuple[Span, bool]]) -> Iterator[Words]:
    """The sentences of a paragraph; its last word always ends one."""
    spans = [span for span, _ in words]
    ends = {_marked(text, spans, number) for number, (_, last) in enumerate(words) if last}
    ends = {number for number in ends if number >= 0 and not _goes_on(text, spans, number)} | {len(spans) - 1}
    start = 0
    for number in sorted(ends):
        yield tuple(spans[start : number + 1])
        start = number + 1


def opens(text: str, span: Span) -> bool:
    """Whether the word is a mark that opens a quotation: space or nothing before it, none after it."""
    return _is_mark(text, span) and text[span.start] not in "”’" and _free(text, span.start - 1) > _free(text, span.end)


def closes(text: str, span: Span) -> bool:
    """Whether the word is a mark that closes a quotation: space or nothing after it, none before it."""
    return _is_mark(text, span) and text[span.start] not in "“‘" and _free(text, span.start - 1) < _free(text, span.end)


def _is_mark(text: str, span: Span) -> bool:
    return set(span.text(text)) <= _MARKS


def _free(text: str, position: int) -> bool:
    return not 0 <= position < len(text) or text[position] in "([)],;:—–-" or text[position].isspace()


def _marked(text: str, spans: list[Span], number: int) -> int:
    """The sentence's end, before marks that open the next sentence and behind those that close this one."""
    while number >= 0 and opens(text, spans[number]):
        number -= 1
    while 0 <= number < len(spans) - 1 and closes(text, spans[number + 1]):
        number += 1
    return number


def _goes_on(text: str, spans: list[Span], number: int) -> bool:
    """Whether the sentence goes on behind the word, whatever CoreNLP says."""
    after = [span.text(text) for span in spans[number + 1 : number + 3 + _NAME_LENGTH]]
    if not after:
        return True
    before = [span.text(text) for span in spans[max(0, number - 2) : number + 1]]
    first = after[0] if after[0] not in ("...", "…") else (after[1:] or ["A"])[0]
    return (
        first[0].islower()
        or first[0] in ",;:.!?)]"
        or before[-1] in _TITLES
        or _party_label(before)
        or (closes(text, spans[number]) and _reported(after))
        or opens(text, spans[number])
    )


def _party_label(words: list[str]) -> bool:
    """``(R - Tex.)``: the stop belongs to the state."""
    return len(words) == 3 and words[0] == "-" and words[1].endswith(".") and words[2] == ")"


def _reported(words: list[str]) -> bool:
    """``Trump asked``, ``Mr. Obama said``: up to four words of a name and a verb."""
    verb = next((number for number, word in enumerate(words) if word in _REPORTING), 0)
    return 0 < verb <= _NAME_LENGTH and all(word[0].isupper() for word in words[:verb])
