"""Bodies that bear names: organizations, places and the rest, with what articles call them for short."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from quotes.lexicon import lexicon
from quotes.records import EntityKind
from quotes.resolution.bearers import Cluster
from quotes.resolution.bodies import PARTIES
from quotes.resolution.mentions import Mention
from quotes.resolution.names import Name, acronyms

LONGEST_FIRM = 4
"""Firms' names of more words are not shortened to their beginning."""

BUSINESSES = frozenset(
    {"corp", "corporation", "inc", "ltd", "limited", "plc", "llc", "co", "company", "ag", "gmbh", "holdings", "group"}
)
"""The form of business at the end of a body's name, which the name goes without later."""


class Bodies:
    """Organizations, places and the rest, joined by acronym and by shortened name."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.types: list[tuple[list[int], EntityKind]] = []

    def add(self, indices: list[int], kind: EntityKind) -> None:
        """Takes in all mentions of one name."""
        self.types.append((indices, kind))

    def clusters(self) -> list[Cluster]:
        """The bodies: longest names first, each further name joins the one body whose name it shortens."""
        found: list[Cluster] = []
        index: dict[str, list[int]] = defaultdict(list)
        for indices, kind in sorted(self.types, key=lambda entry: -len(self.mentions[entry[0][0]].name.keys)):
            name = self.mentions[indices[0]].name
            fitting = index.get("=" + "".join(name.keys)) or index.get(" ".join(name.keys)) or []
            if len(fitting) == 1 and (kind != "place" or "=" + "".join(name.keys) in index):
                found[fitting[0]].mentions.extend(indices)
                continue
            found.append(Cluster(kind, [name], list(indices)))
            for short in _shortened(name, kind):
                index[short].append(len(found) - 1)
        return found


def _shortened(name: Name, kind: EntityKind) -> set[str]:
    """What may stand for a body's name: its acronyms (marked "="), its ends, and these behind its begun initials.

    "Security Council", "Council" and "U.N. Security Council" for "United Nations Security Council".
    """
    keys = name.keys
    ends = {
        " ".join(keys[start:]) for start in range(1, len(keys)) if start < len(keys) - 1 or not _are_members(keys[-1])
    }
    if keys[-1] in BUSINESSES:
        ends.add(" ".join(keys[:-1]))
    if kind != "place":  # a firm's ship or plant may be tagged as one: "Norvik Stavanger"
        ends |= set(_beginnings(name))
    begun = {" ".join(("".join(word[0] for word in keys[:n]), *keys[n:])) for n in range(2, len(keys))}
    return ends | begun | {f"={letters}" for letters in acronyms(name.text.split())}


def _beginnings(name: Name) -> Iterator[str]:
    """What a firm is called for short: "Patriot" for "Patriot Coal", "Meridian Crest" for "Meridian Crest Health".

    Not where the beginning is a body's name itself ("UN University", "NBC" of "NBC News").
    """
    keys, first = name.keys, name.text.split()[0]
    if len(keys) > LONGEST_FIRM or first.isupper() or _are_members(keys[-1]):
        return
    for end in range(max(1, len(keys) - 2), len(keys)):
        if keys[end - 1] not in lexicon().body_words | lexicon().organizations:
            yield " ".join(keys[:end])


def _are_members(word: str) -> bool:
    """Whether a plural means people: "Republicans" are not only the "Oversight Committee Republicans"."""
    return word.endswith("s") and (word[:-1] in PARTIES or lexicon().is_role(word[:-1]))
