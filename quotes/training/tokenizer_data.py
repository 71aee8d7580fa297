"""Training data of the tokenizer: gold paragraphs from UD treebanks, silver paragraphs from CoreNLP's reading of news.

Both follow UD's convention: a word is a syntactic word (``do|n't``, ``can|not``), hyphenated compounds fall into their
parts (``long|-|term``) but for the prefixes that the treebanks keep (``co-founder``), and an abbreviation that closes a
sentence keeps its full stop as part of itself (``in the U.S.``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from quotes.records import Span

Words = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's text and its sentences, each a tuple of word spans (offsets into ``text``, in order)."""

    text: str
    sentences: tuple[Words, ...]

    def words(self) -> list[str]:
        """The words of all sentences."""
        return [span.text(self.text) for sentence in self.sentences for span in sentence]


def labels(paragraph: Paragraph) -> str:
    """Stanza's labels, one digit per character: 1 on a word's last character, 2 on a sentence's, 0 elsewhere."""
    marks = ["0"] * len(paragraph.text)
    for sentence in paragraph.sentences:
        for span in sentence:
            marks[span.end - 1] = "1"
        marks[sentence[-1].end - 1] = "2"
    return "".join(marks)


# ---- treebanks ----------------------------------------------------------------------------------------------------


def read_treebank(path: Path) -> Iterator[Paragraph]:
    """The paragraphs of a CoNLL-U file, rebuilt from its words, ``SpaceAfter`` and the comments newdoc and newpar."""
    block: list[list[tuple[str, bool]]] = []
    for chunk in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = chunk.split("\n")
        if block and any(line.startswith(("# newdoc", "# newpar")) for line in lines):
            yield joined(block)
            block = []
        block.append(list(_words([line.split("\t") for line in lines if not line.startswith("#")])))
    if block:
        yield joined(block)


def _words(rows: list[list[str]]) -> Iterator[tuple[str, bool]]:
    """Each word and whether a space follows; a multi-word token that its words do not spell stays one word."""
    forms = {row[0]: row[1] for row in rows}
    covered = 0
    for row in rows:
        spaced = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            first, covered = map(int, row[0].split("-"))
            parts = [forms[str(number)] for number in range(first, covered + 1)]
            parts = parts if "".join(parts) == row[1] else [row[1]]
            yield from ((part, False) for part in parts[:-1])
            yield parts[-1], spaced
        elif "." not in row[0] and int(row[0]) > covered:
            yield row[1], spaced


def joined(sentences: list[list[tuple[str, bool]]]) -> Paragraph:
    """A paragraph of sentences given as words, each with whether a space follows it."""
    text = ""
    spans: list[Words] = []
    for sentence in sentences:
        words: list[Span] = []
        for form, spaced in sentence:
            words.append(Span(len(text), len(text) + len(form)))
            text += form + (" " if spaced else "")
        spans.append(tuple(words))
    return Paragraph(text.rstrip(), tuple(spans))


# ---- variety ------------------------------------------------------------------------------------------------------

_OPENING = re.compile(r"""(?<![^\s(\[“‘"'—–-])"(?=[^\s"])""")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?=\s)")
_STYLES = (("“", "”", "’"), ("“", "”", "'"), ("‘", "’", "’"), ("'", "'", "'"), ('"', '"', "'"))
"""Opening mark, closing mark and apostrophe of the styles that newspapers print."""


def restyled(paragraph: Paragraph, random: Random) -> Paragraph:
    """The paragraph with its double marks and apostrophes in another style: a character for a character."""
    opening, closing, apostrophe = random.choice(_STYLES)
    text = _OPENING.sub("“", paragraph.text).replace('"', "”")
    text = _APOSTROPHE.sub(apostrophe, text)
    return Paragraph(text.replace("“", opening).replace("”", closing), paragraph.sentences)


# ---- conventions --------------------------------------------------------------------------------------------------

_HYPHENATED = re.compile(r"([A-Za-z]+)-[A-Za-z]+\Z")


def kept_prefixes(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """First parts that treebanks do not split off (``co``, ``anti``, ``e``), in lower case.

    Kept are those of at least two words, and more often than not.
    """
    kept: dict[str, set[str]] = {}
    balance: Counter[str] = Counter()
    for words in (paragraph.words() for paragraph in paragraphs):
        for word, after in zip(words, [*words[1:], ""], strict=True):
            match = _HYPHENATED.match(word)
            if match:
                kept.setdefault(match[1].lower(), set()).add(word.lower())
                balance[match[1].lower()] += 1
            elif after == "-":
                balance[word.lower()] -= 1
    return frozenset(prefix for prefix, words_ in kept.items() if len(words_) > 1 and balance[prefix] > 0)
