"""Names as written -> their parts, and whether two of them can be the same person's or body's.

A comparison never looks at case, accents, final stops or the kind of apostrophe; what is shown is always the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.lexicon import Gender, lexicon

SUFFIXES = frozenset(
    {"jr", "sr", "ii", "iii", "iv", "junior", "senior", "esq", "phd", "md", "qc", "kc", "mp", "obe", "cbe"}
)
"""What may follow a surname without being it."""

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
"""Suffixes that tell two people of one name apart."""

MISSPELT = 6
"""A surname needs this many letters before one slip of the pen is forgiven."""

_LINKED = re.compile(r"\S+")
_NICKNAME = re.compile(r"""["“‘'(]([^"”’')]+)["”’')]""")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_EDGE = '"“”„«»‘()[],;:*_–—-'


@dataclass(frozen=True, slots=True)
class Name:
    """A name without forms of address, ranks and possessive; ``keys`` are its words made comparable, suffixes left out.

    ``suffix`` is the generation ("jr"), ``address`` the form of address or rank before it ("mr", "sen").
    """

    text: str
    keys: tuple[str, ...]
    suffix: str = ""
    address: str = ""

    @property
    def surname(self) -> str:
        """The last word's key."""
        return self.keys[-1]

    @property
    def single(self) -> bool:
        """Whether it is one word, or one with particles ("de Jong")."""
        return len(self.keys) == 1 or all(key in lexicon().particles for key in self.keys[:-1])

    @property
    def gender(self) -> Gender | None:
        """What the form of address, or else the first name, tells."""
        told = lexicon().gender(self.address) if self.address else None
        if told is None and len(self.keys) > 1:
            return lexicon().first_names.get(self.keys[0])
        return told


def key(word: str) -> str:
    """A word made comparable: without case, accents, stops, possessive."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word.strip(_EDGE))).casefold()
    return "".join(char for char in plain if char.isalnum() or char in "-'&@#")


def parse_name(text: str) -> Name | None:
    """The name in a stretch of text, or None where nothing is left of it ("Mr.")."""
    words = _words(text)
    first, last, address = 0, len(words), ""
    while first < last and _is_address(key(words[first].group()), last - first):
        address = key(words[first].group())
        first += 1
    core = last
    while core - first > 1 and key(words[core - 1].group()) in SUFFIXES:
        core -= 1
    keys = tuple(filter(None, (key(word.group()) for word in words[first:core])))
    if not keys:
        return None
    suffix = next((key(word.group()) for word in words[core:] if key(word.group()) in GENERATIONS), "")
    end = words[core].end() if suffix else words[core - 1].end()
    return Name(shown(text[words[first].start() : end]), keys, suffix, address)


def _words(text: str) -> list[re.Match[str]]:
    """The words of a name, nicknames in quotation marks or brackets left out."""
    words = list(_LINKED.finditer(text))
    inside = [match.span() for match in _NICKNAME.finditer(text)]
    outside = [word for word in words if not any(start <= word.start() < end for start, end in inside)]
    return outside or words


def _is_address(word: str, left: int) -> bool:
    words = lexicon()
    return word in words.honorifics or (word in words.ranks and left > 1)


def shown(text: str) -> str:
    """A stretch of the article as a name: one line, no marks at its edges, no possessive."""
    return _POSSESSIVE.sub("", " ".join(text.split()).strip(_EDGE + " ")).strip(_EDGE + " ")


def includes(full: Sequence[str], short: Sequence[str]) -> bool:
    """Whether a person's fuller name has all of a shorter one, in order; initials and short forms of first names count.

    ("john", "f", "kerry") includes ("john", "kerry"), ("j", "kerry") and ("kerry",); ("charles", "grassley") includes
    ("chuck", "grassley").
    """
    if not short or (short[-1] != full[-1] and len(short) > 1):
        return False
    position = 0
    for word in short:
        while position < len(full) and not same_word(full[position], word):
            position += 1
        if position == len(full):
            return False
        position += 1
    return True


def same_word(one: str, other: str) -> bool:
    """Whether two words of a person's name can be the same: equal, an initial, or a short form of a first name."""
    if one == other:
        return True
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return other in lexicon().nicknames.get(one, ()) or one in lexicon().nicknames.get(other, ())


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names can be one person's: one includes the other, or they differ in middle names only."""
    if one[-1] != other[-1] or not same_word(one[0], other[0]):
        return False
    return includes(one, other) or includes(other, one)


def acronyms(words: Sequence[str]) -> set[str]:
    """The acronyms that a body's name (words as written) can have: of all words, and of the capitalised ones."""
    parts = [part for word in words for part in re.split(r"[-/]", word) if part and part[0].isalnum()]
    capitals = [part[0] for part in parts if part[0].isupper()]
    every = [part[0] for part in parts if key(part) != "the"]
    return {"".join(letters).casefold() for letters in (capitals, every) if len(letters) > 1}


def slips(word: str) -> Iterator[str]:
    """The word itself and it with each one letter left out: words one slip apart share one of these (Garbe 2012)."""
    yield word
    if len(word) >= MISSPELT:
        yield from (word[:index] + word[index + 1 :] for index in range(len(word)))
