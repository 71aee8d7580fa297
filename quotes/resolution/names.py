"""Names as written -> their parts, and whether two of them can be the same person's or body's.

A person's name is divided by nameparser, with our forms of address and ranks as its only titles. A comparison
never looks at case, accents, final stops or the kind of apostrophe; what is shown is always the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import nameparser
from nameparser import Role

from quotes.lexicon import Gender, lexicon

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
"""Suffixes that tell two people of one name apart."""

CREDENTIALS = frozenset({"kc"})
"""Letters after a name that the library does not know."""

SHORT_LETTERS = 2
"""Of letters behind a name, so few are written in small ones too ("Dr Ann Hill Ma", "Bs")."""

REMEMBERED = 4096
"""Names that are kept parsed: an article uses the same few again and again."""

MISSPELT = 6
"""A surname needs this many letters before one slip of the pen is forgiven."""

_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_EDGE = '"“”„«»‘()[],;:*_–—-'


@dataclass(frozen=True, slots=True)
class Name:
    """A name without forms of address, ranks and possessive; ``keys`` are its words made comparable, suffixes left out.

    ``suffix`` is the generation ("jr"), ``address`` the form of address or rank before it ("mr", "sen"),
    ``nickname`` the key of one word in quotation marks or brackets inside it.
    """

    text: str
    keys: tuple[str, ...]
    suffix: str = ""
    address: str = ""
    nickname: str = ""

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


@lru_cache(maxsize=REMEMBERED)
def parse_name(text: str) -> Name | None:
    """The name of a person in a stretch of text, or None where nothing is left of it ("Mr.")."""
    parsed = _parser().parse(text)
    tokens = sorted((token for token in parsed.tokens if token.span), key=lambda token: token.span or (0, 0))
    before, kept, suffixes = _divided(tokens)
    keys = tuple(filter(None, (key(token.text) for token in kept)))
    if not keys:
        return None
    suffix = next((key(token.text) for token in suffixes if key(token.text) in GENERATIONS), "")
    shown_tokens = [*kept, *suffixes] if suffix else kept
    spans = [token.span for token in shown_tokens if token.span]
    address = key(before[-1].text) if before else ""
    nicknames = [key(token.text) for token in tokens if token.role == Role.NICKNAME]
    nickname = nicknames[0] if len(nicknames) == 1 else ""
    return Name(shown(text[spans[0].start : spans[-1].end]), keys, suffix, address, nickname)


def parse_body(text: str, genitive: str = "") -> Name | None:
    """The name of a body or place: every word belongs to it ("Justice Department"); None where there is no word.

    ``genitive`` is the mark that the name ends in of itself ("Sainsbury's").
    """
    keys = tuple(filter(None, map(key, text.split())))
    return Name(shown(text) + genitive, keys) if keys else None


def _divided(tokens: Sequence[nameparser.Token]) -> tuple[list[nameparser.Token], ...]:
    """Forms of address and ranks, the name itself, and what follows it; a bare rank is all there is of a name."""
    before = [token for token in tokens if token.role == Role.TITLE and _is_address(token)]
    suffixes = [token for token in tokens if token.role == Role.SUFFIX and not _is_surname(token.text)]
    left_out = [*before, *suffixes, *(token for token in tokens if token.role in (Role.NICKNAME, Role.MAIDEN))]
    kept = [token for token in tokens if token not in left_out]
    if not kept and before and key(before[-1].text) in lexicon().ranks:
        return before[:-1], before[-1:], suffixes
    return before, kept, suffixes


def _is_surname(text: str) -> bool:
    """Whether what the library takes for letters behind a name is written as a name is: "Bjorn Aas", "Maria Caro"."""
    lettered = key(text) in _parser().lexicon.suffix_acronyms and key(text) not in GENERATIONS
    return lettered and len(text) > SHORT_LETTERS and text.isalpha() and text.istitle()


def _is_address(token: nameparser.Token) -> bool:
    """Whether a word that the library takes for a title is a form of address or a rank; "St." of St. Louis is not."""
    return key(token.text) in lexicon().honorifics or key(token.text) in lexicon().ranks


@cache
def _parser() -> nameparser.Parser:
    words = lexicon()
    vocabulary = replace(nameparser.Lexicon.default(), titles=frozenset({*words.honorifics, *words.ranks}))
    return nameparser.Parser(vocabulary.add(suffix_acronyms=CREDENTIALS))


def is_suffix(word: str) -> bool:
    """Whether a word can follow a surname without being it."""
    vocabulary, plain = _parser().lexicon, key(word)
    listed = plain in vocabulary.suffix_words or plain in vocabulary.suffix_acronyms
    return listed and plain not in vocabulary.suffix_acronyms_ambiguous


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
    joined = [word[0] for word in words if word == "&" or word[:1].isupper()] if "&" in words else []
    return {"".join(letters).casefold() for letters in (capitals, every, joined) if len(letters) > 1}


def slips(word: str) -> Iterator[str]:
    """The word itself and it with each one letter left out: words one slip apart share one of these (Garbe 2012)."""
    yield word
    if len(word) >= MISSPELT:
        yield from (word[:index] + word[index + 1 :] for index in range(len(word)))
