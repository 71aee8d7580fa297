"""Which names are names of the same person or body.

Full names come first; a shorter name joins a fuller one if exactly one fits: no guess among several. Only a surname
that several people bear is decided at each place anew, by form of address and by who was spoken of last.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from quotes.lexicon import lexicon
from quotes.records import EntityKind
from quotes.resolution.bearers import Cluster, NameKey, People
from quotes.resolution.bodies import PARTIES
from quotes.resolution.firms import BUSINESSES, Bodies
from quotes.resolution.mentions import Mention
from quotes.resolution.names import Name, acronyms

EPONYMOUS = frozenset(
    {"administration", "campaign", "organization", "organisation", "foundation", "university", "institute", "college"}
    | {"school", "center", "centre", "museum", "library", "trust", "hospital", "house", "gallery", "government"}
    | {"cabinet", "commission", "inquiry", "family", "tower", "committee", "court", "estate"}
)
"""What is named after people, whom the article may call by the same name alone."""


def clusters(mentions: Sequence[Mention], quoted: Collection[int] = ()) -> list[Cluster]:
    """The entities that the names stand for, in the order of their first mention; every mention is in exactly one.

    ``quoted`` has the indices of the mentions that stand in quotations.
    """
    types: dict[NameKey, list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        types[(mention.name.keys, mention.name.suffix)].append(index)
    surnames = {m.name.surname for m in mentions if m.kind == "person" and not m.name.single}
    kinds = {name: _kind(mentions, indices, surnames) for name, indices in types.items()}
    abbreviated = _abbreviated(mentions, types, kinds)
    kinds |= dict.fromkeys(abbreviated | _shortened(types, kinds) | _begun(types, kinds, surnames), "organization")
    # The longest first, so that a shorter name meets all fuller ones; those of one length in text order.
    ordered = sorted(types, key=lambda name: (-len(name[0]), not name[1], types[name][0]))
    found = _assigned(People(mentions, quoted), [_Type(n, types[n], kinds[n], n in abbreviated) for n in ordered])
    for cluster in found:
        cluster.mentions.sort()
        cluster.names = [mentions[index].name for index in cluster.mentions]
    return sorted(found, key=lambda cluster: cluster.mentions[0])


class _Type(NamedTuple):
    """All mentions of one and the same name, and what it seems to be a name of."""

    name: NameKey
    indices: list[int]
    kind: EntityKind | None
    abbreviated: bool


def _assigned(people: People, types: Sequence[_Type]) -> list[Cluster]:
    """Full names of people first, then single names that people bear, then all others."""
    mentions, bodies = people.mentions, Bodies(people.mentions)
    full = [t for t in types if t.kind in ("person", None) and not mentions[t.indices[0]].name.single]
    people.full((t.name, t.indices) for t in full)
    done = {t.name for t in full}
    for each in types:
        if each.name in done:
            continue
        single = mentions[each.indices[0]].name.single
        if single and each.kind != "place" and not each.abbreviated and people.short(each.indices):
            continue
        named = mentions[each.indices[0]].name
        kind = each.kind or _guess(named)
        if kind == "person" and not named.address and named.keys[0] in lexicon().body_words:
            kind = "organization"
        if kind == "person":
            people.new(each.indices)
        else:
            bodies.add(each.indices, kind)
    people.undecided()
    return people.clusters + bodies.clusters()


def _abbreviated(
    mentions: Sequence[Mention], types: Mapping[NameKey, list[int]], kinds: Mapping[NameKey, EntityKind | None]
) -> set[NameKey]:
    """The names in capitals that abbreviate a body's name in this article."""
    bodies = (mentions[types[name][0]].name for name, kind in kinds.items() if kind != "person" and len(name[0]) > 1)
    known = {letters for name in bodies for letters in acronyms(name.text.split())}
    return {name for name, indices in types.items() if name[0][0] in known and mentions[indices[0]].name.text.isupper()}


def _shortened(types: Mapping[NameKey, list[int]], kinds: Mapping[NameKey, EntityKind | None]) -> set[NameKey]:
    """The names of bodies of this article without the form of business at their end ("Orlin" of "Orlin Corp.")."""
    firms = {name[0][:-1] for name, kind in kinds.items() if kind == "organization" and name[0][-1] in BUSINESSES}
    return {name for name in types if name[0] in firms}


def _begun(
    types: Mapping[NameKey, list[int]], kinds: Mapping[NameKey, EntityKind | None], surnames: Collection[str]
) -> set[NameKey]:
    """The single names that taggers take for people's although a firm that begins so was named before: "Norvik"."""
    firms: dict[str, float] = {}
    for name, kind in kinds.items():
        if kind == "organization" and len(name[0]) > 1 and EPONYMOUS.isdisjoint(name[0]):
            firms[name[0][0]] = min(types[name][0], firms.get(name[0][0], math.inf))
    single = [name for name, kind in kinds.items() if kind == "person" and len(name[0]) == 1]
    called = lexicon().first_names.keys() | set(surnames)
    return {name for name in single if name[0][0] not in called and types[name][0] > firms.get(name[0][0], math.inf)}


def _kind(mentions: Sequence[Mention], indices: Sequence[int], surnames: Collection[str]) -> EntityKind | None:
    """What a name is a name of, by majority over its mentions; None where nothing tells.

    A word that is in people's full names is a person's if the tagger ever takes it for that; one that is not, and no
    first name, is a place's if the tagger cannot decide.
    """
    named = [mentions[index] for index in indices]
    words, keys = lexicon(), named[0].name.keys
    if any(mention.name.address for mention in named):
        return "person"
    if (len(keys) == 1 and keys[0] in PARTIES) or (len(keys) > 1 and keys[0][0].isdigit()):  # "5th Circuit"
        return "organization"
    votes = Counter(mention.kind for mention in named if mention.kind and mention.kind != "other")
    called = keys[0] in words.first_names and len(votes) == 1 and "person" in votes
    if words.body_words.intersection(keys[1:]) and not called:
        return "organization"
    if votes["person"] and len(keys) == 1 and keys[0] in surnames:
        return "person"
    undecided = 0 < votes["person"] <= votes["place"] and not votes["organization"]
    if len(keys) == 1 and undecided and keys[0] not in words.first_names and keys[0] not in surnames:
        return "place"
    if votes:
        return votes.most_common(1)[0][0]
    return "person" if len(keys) > 1 and keys[0] in words.first_names else None


def _guess(name: Name) -> EntityKind:
    """The kind of a single name that the tagger was not sure of and nobody else bears."""
    if name.keys[0] in lexicon().first_names:
        return "person"
    return "organization" if name.text[:1].isupper() else "other"
