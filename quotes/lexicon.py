"""The word lists that the rules read: forms of address, ranks, professions, relatives, bodies, documents, names.

The lists are plain text in ``quotes/data``, one entry a line, ``#`` begins a comment; whoever adds a word to them
changes the rules without touching code. All words are lower case and without final stops.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from nicknames import NickNamer

from quotes.errors import SetupError

Gender = Literal["male", "female"]

PERSON_ENDINGS = (
    *(
        "ologist",
        "woman",
        "man",
        "person",
        "graphist",
        "iatrist",
        "nomist",
        "ographer",
        "women",
        "dontist",
        "monger",
        "icist",
    ),
    *("keeper", "maid", "master", "mistress", "worker", "fighter", "driver", "trainer", "rancher", "herder", "hand"),
)
"""Endings of nouns that always name a person by profession or office."""

AGENT_ENDINGS = ("er", "or", "ist", "ian", "ant", "eur", "ee")
"""Endings that most nouns for persons share with few others."""

SHORTEST_JOINT = 7
"""Words of so many letters may begin with the "co" of "copresident"; a shorter one is no role with it."""

GENDERED_ENDINGS: tuple[tuple[str, Gender], ...] = (("woman", "female"), ("women", "female"), ("man", "male"))
"""Endings that tell a gender; the first that fits counts."""

NO_PERSON = frozenset(
    {
        "hand",
        "beforehand",
        "shorthand",
        "secondhand",
        "firsthand",
        "human",
        "german",
        "roman",
        "ottoman",
        "norman",
        "woman",
        "man",
        "person",
        "talisman",
    }
)
"""Words with such an ending that name no profession."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists. A mapping's value is the gender a word tells, None where it tells none."""

    honorifics: Mapping[str, Gender | None]
    ranks: Mapping[str, Gender | None]
    rank_nouns: Mapping[str, str]
    roles: Mapping[str, Gender | None]
    families: Mapping[str, Gender | None]
    people: Mapping[str, Gender | None]
    first_names: Mapping[str, Gender | None]
    leaning_names: Mapping[str, Gender | None]
    groups: frozenset[str]
    organizations: frozenset[str]
    documents: frozenset[str]
    body_words: frozenset[str]
    demonyms: frozenset[str]
    particles: frozenset[str]
    calendar: frozenset[str]
    nicknames: Mapping[str, frozenset[str]]
    synonyms: Mapping[str, frozenset[str]]

    def alike(self, noun: str) -> frozenset[str]:
        """A noun and those that an article uses for the same person or body."""
        return self.synonyms.get(noun, frozenset()) | {noun}

    def is_role(self, lemma: str) -> bool:
        """Whether a noun names an office, a rank or a profession."""
        word = lemma.lower()
        joint = word.removeprefix("co").removeprefix("-") if len(word) > SHORTEST_JOINT else word
        return word in self.roles or joint in self.roles or (word.endswith(PERSON_ENDINGS) and word not in NO_PERSON)

    def is_family(self, lemma: str) -> bool:
        """Whether a noun names a relative or friend."""
        return lemma.lower() in self.families

    def is_person(self, lemma: str) -> bool:
        """Whether a noun names a person, in whatever way."""
        word = lemma.lower()
        listed = self.families, self.people, self.ranks, self.demonyms
        return self.is_role(word) or any(word in words for words in listed)

    def gender(self, lemma: str) -> Gender | None:
        """The gender that a noun, rank or form of address tells, if any."""
        word = lemma.lower().rstrip(".")
        for words in (self.honorifics, self.ranks, self.roles, self.families, self.people):
            if word in words:
                return words[word]
        if word in NO_PERSON:
            return None
        return next((gender for ending, gender in GENDERED_ENDINGS if word.endswith(ending)), None)


@cache
def lexicon() -> Lexicon:
    """The package's word lists, read once.

    Raises:
        SetupError: a list is missing or a line of it cannot be understood; the package is damaged.
    """
    return Lexicon(
        honorifics=_gendered("honorifics"),
        ranks=_gendered("ranks"),
        rank_nouns=_nouns("ranks"),
        roles=_gendered("roles"),
        families=_gendered("families"),
        people=_gendered("people"),
        first_names=_first_names("first_names"),
        leaning_names=_first_names("leaning_names"),
        groups=_plain("groups"),
        organizations=_plain("organizations"),
        documents=_plain("documents"),
        body_words=_plain("body_words"),
        demonyms=_plain("demonyms"),
        particles=_plain("particles"),
        calendar=_plain("calendar"),
        nicknames=_nicknames(),
        synonyms=_synonyms(),
    )


def _lines(name: str) -> Iterator[str]:
    path = files("quotes") / "data" / f"{name}.txt"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SetupError(f"the word list {name}.txt is missing from the package; install quotes again") from error
    for line in text.splitlines():
        entry = line.partition("#")[0].strip()
        if entry:
            yield entry


def _plain(name: str) -> frozenset[str]:
    return frozenset(_lines(name))


def _gendered(name: str) -> Mapping[str, Gender | None]:
    found: dict[str, Gender | None] = {}
    for line in _lines(name):
        word, *notes = line.split()
        found[word] = next((_gender(note) for note in notes if note in ("male", "female")), None)
    return found


def _gender(word: str) -> Gender:
    return "male" if word == "male" else "female"


def _nouns(name: str) -> Mapping[str, str]:
    """Abbreviations with the noun they stand for ("sen =senator")."""
    entries = (line.split() for line in _lines(name))
    return {words[0]: note[1:] for words in entries for note in words[1:] if note.startswith("=")}


def _first_names(name: str) -> Mapping[str, Gender | None]:
    found: dict[str, Gender | None] = {}
    for line in _lines(name):
        gender, separator, names = line.partition(":")
        if not separator or gender not in ("male", "female"):
            raise SetupError(f"{name}.txt: {line!r} has no gender before a colon; install quotes again")
        for word in names.split():
            # A name that both genders have tells nothing.
            found[word] = None if found.get(word, _gender(gender)) != _gender(gender) else _gender(gender)
    return found


def _nicknames() -> Mapping[str, frozenset[str]]:
    """Each form of a name -> all forms that may stand for it, itself included; a girl's name stands for no boy's."""
    genders = _first_names("first_names")
    ours = {full: set(short) for full, *short in map(str.split, _lines("nicknames"))}
    found: dict[str, frozenset[str]] = {}
    for full, short in (*NickNamer.default_lookup().items(), *ours.items()):
        for name in short:
            if None in (told := {genders.get(full), genders.get(name)}) or len(told) == 1:
                found[full] = found.get(full, frozenset({full})) | {name}
                found[name] = found.get(name, frozenset({name})) | {full}
    return found


def _synonyms() -> Mapping[str, frozenset[str]]:
    """Each noun -> all nouns of the lines that it stands in."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines("synonyms"):
        for word in line.split():
            found[word] = found.get(word, frozenset()) | frozenset(line.split())
    return found
