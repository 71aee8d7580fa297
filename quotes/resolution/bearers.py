"""People who bear names, found by the words that may stand for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quotes.lexicon import Gender, lexicon
from quotes.records import EntityKind
from quotes.resolution.mentions import Mention
from quotes.resolution.names import MISSPELT, Name, includes, same_person, slips

FADING = 0.97
"""How much of an entity's weight is left after each further name: half after about twenty."""

FAMILIAR = 0.5
"""Uses of a first name alone for each use of a shared surname: fewer are a greeting, or somebody else's words."""

NameKey = tuple[tuple[str, ...], str]
"""A name's words, made comparable, and its generation."""


@dataclass(slots=True)
class Cluster:
    """All mentions of one person or body by name, as indices into the list of mentions, in text order."""

    kind: EntityKind
    names: list[Name] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)

    @property
    def fullest(self) -> Name:
        """The name with the most words; of several the one not in capitals, then the most frequent, then the first."""
        counts = Counter(name.text for name in self.names)
        best = max(
            range(len(self.names)),
            key=lambda n: (
                len(self.names[n].keys),
                bool(self.names[n].suffix),
                not _is_shouted(self.names[n]),
                len(self.names[n].text),
                counts[self.names[n].text],
                -n,
            ),
        )
        return self.names[best]

    @property
    def gender(self) -> Gender | None:
        """What forms of address and first names tell, where they do not contradict each other."""
        told = {name.gender for name in self.names if name.gender}
        by_address = {lexicon().gender(name.address) for name in self.names if name.address} - {None}
        decisive = by_address or told
        return next(iter(decisive)) if len(decisive) == 1 else None


def _is_shouted(name: Name) -> bool:
    return name.text.isupper() and max(map(len, name.keys)) > 2


class People:
    """The people found so far, with an index of the words that may stand for them.

    ``quoted`` has the mentions that stand in quotations: others call people by other names than the article does.
    """

    def __init__(self, mentions: Sequence[Mention], quoted: Collection[int] = ()) -> None:
        self.mentions = mentions
        self.quoted = quoted
        self.clusters: list[Cluster] = []
        self.keys: list[tuple[str, ...]] = []
        self.by_surname: dict[str, list[int]] = defaultdict(list)
        self.by_first: dict[str, list[int]] = defaultdict(list)
        self.by_inner: dict[str, list[int]] = defaultdict(list)
        self.by_slip: dict[str, set[int]] = defaultdict(set)
        self.open: list[tuple[int, list[int]]] = []
        self.familiar: Counter[int] = Counter()

    def new(self, indices: Iterable[int]) -> None:
        """A person of their own."""
        indices = list(indices)
        number, name = len(self.clusters), self.mentions[indices[0]].name
        self.clusters.append(Cluster("person", [name], indices))
        self.keys.append(name.keys)
        self.by_surname[name.surname].append(number)
        if len(name.keys) > 1:
            self.by_first[name.keys[0]].append(number)
            if name.nickname:
                self.by_first[name.nickname].append(number)
        for word in name.keys[1:-1]:
            self.by_inner[word].append(number)
        for slip in slips(name.surname):
            self.by_slip[slip].add(number)

    def full(self, types: Iterable[tuple[NameKey, list[int]]]) -> None:
        """Takes in full names, the longest first: each joins the one person whose name includes it."""
        for (keys, suffix), indices in types:
            fitting = [
                number
                for number in self.by_surname[keys[-1]]
                if same_person(self.keys[number], keys) and self._generation_fits(number, suffix)
            ]
            fitting = fitting or self._turned(keys) or self._ends(keys, indices[0]) or self._misspelt_full(keys)
            if len(fitting) == 1:
                self._join(fitting[0], indices)
            else:
                self.new(indices)

    def _turned(self, keys: tuple[str, ...]) -> list[int]:
        """Those whose two names stand the other way round: "Abe Shinzo" and "Shinzo Abe"."""
        return [n for n in self.by_first.get(keys[-1], ()) if len(keys) == 2 and self.keys[n] == keys[::-1]]

    def _ends(self, keys: tuple[str, ...], index: int) -> list[int]:
        """Those whose surname has several words: "García Robles" of "Ana García Robles", not "Crooked Ana Robles"."""
        first_names = lexicon().first_names
        addressed = bool(self.mentions[index].name.address)
        longer = [n for n in self.by_surname[keys[-1]] if keys[0] not in first_names and self.keys[n][1:] == keys]
        return [n for n in longer if addressed or self.keys[n][0] in first_names]

    def _misspelt_full(self, keys: tuple[str, ...]) -> list[int]:
        near = {
            number for slip in slips(keys[-1]) for number in self.by_slip.get(slip, ()) if len(slip) >= MISSPELT - 1
        }
        return [n for n in near if self.keys[n][:-1] == keys[:-1] and self.keys[n][-1] != keys[-1]]

    def _generation_fits(self, number: int, suffix: str) -> bool:
        known = {name.suffix for name in self.clusters[number].names if name.suffix}
        return not suffix or not known or suffix in known

    def _join(self, number: int, indices: Iterable[int]) -> None:
        indices = list(indices)
        self.clusters[number].mentions.extend(indices)
        self.clusters[number].names.append(self.mentions[indices[0]].name)

    def short(self, indices: list[int]) -> bool:
        """Takes in a one-word name if somebody's name has it; False where nobody's has.

        Where both "Mr Hill" and "Mrs Hill" are spoken of, he is somebody else than she.
        """
        men = [index for index in indices if self._told(index) == "male"]
        others = [index for index in indices if index not in men]
        if men and any(self._told(index) == "female" for index in others):
            for part in (others, men):
                if not self.short(part):
                    self.new(part)
            return True
        name = self.mentions[indices[0]].name
        fitting = self._bearers(name)
        if len(fitting) == 1:
            self._join(fitting[0], indices)
            if name.keys[0] == self.keys[fitting[0]][0] and not name.address:
                self.familiar[fitting[0]] += sum(index not in self.quoted for index in indices)
        for index in indices if len(fitting) > 1 else ():
            self.open.append((index, fitting))
        return bool(fitting)

    def _told(self, index: int) -> Gender | None:
        """The gender that the form of address tells."""
        address = self.mentions[index].name.address
        return lexicon().gender(address) if address else None

    def _bearers(self, name: Name) -> list[int]:
        """Who may be meant: bearers of the surname, else of the first name, else of a surname one slip away."""
        surnames = [n for n in self.by_surname.get(name.surname, ()) if includes(self.keys[n], name.keys)]
        if surnames:
            told = lexicon().gender(name.address) if name.address else None
            other = told and len(surnames) == 1 and self.clusters[surnames[0]].gender not in (told, None)
            return [] if other else surnames  # "Mr. Hill" is not Ann Hill
        firsts = self.by_first.get(name.keys[0], []) if len(name.keys) == 1 else []
        if name.address:
            # "Mr. Ban" of Ban Ki-moon: the family name stands first.
            told = lexicon().gender(name.address)
            return [n for n in firsts if len(firsts) == 1 or (told and self.clusters[n].gender in (told, None))]
        inner = [n for n in self.by_inner.get(name.surname, ()) if len(name.surname) > 1]
        return (
            firsts
            or inner
            or sorted(
                {n for slip in slips(name.surname) if len(slip) >= MISSPELT - 1 for n in self.by_slip.get(slip, ())}
                if len(name.surname) >= MISSPELT
                else ()
            )
        )

    def undecided(self) -> None:
        """Gives each mention of a surname with several bearers to the one spoken of most and last before it."""
        # Before any of them has been named, in a headline, the one whom the whole article names most is meant.
        sizes = [len(cluster.mentions) for cluster in self.clusters]
        for _, number in self._decided():
            sizes[number] += 1
        for index, number in self._decided(sizes):
            self._join(number, [index])

    def _decided(self, sizes: Sequence[int] | None = None) -> Iterator[tuple[int, int]]:
        """The bearer of each undecided mention, in text order; one that has joined tells of the next.

        ``sizes`` tells how often each is named in all; without it, mentions before any bearer's own stay undecided.
        """
        weights, last = [0.0] * len(self.clusters), [0] * len(self.clusters)
        owners: set[int] = set()
        sure = [(index, [number]) for number, cluster in enumerate(self.clusters) for index in cluster.mentions]
        for index, candidates in sorted(sure + self.open):
            number = candidates[0]
            if len(candidates) > 1:
                weighed = {n: weights[n] * FADING ** (index - last[n]) for n in candidates}
                if sizes is None and not any(weighed.values()):
                    continue
                order = sizes or [0] * len(weights)
                known = [n for n in candidates if weighed[n]]  # nobody is called by a surname before their name
                fitting = self._fitting(index, known or candidates, owners)
                number = max(fitting, key=lambda n: (weighed[n], order[n], -n))
                if sum(map(bool, weighed.values())) == 1:
                    owners.add(number)
                yield index, number
            weights[number] = weights[number] * FADING ** (index - last[number]) + 1
            last[number] = index

    def _fitting(self, index: int, candidates: list[int], owners: Collection[int]) -> list[int]:
        """The bearers of a surname whom gender, use of first names and rank leave.

        ``owners``: those called by the surname alone before any other bearer was named.
        """
        gender = self.mentions[index].name.gender
        fitting = [n for n in candidates if gender is None or self.clusters[n].gender in (gender, None)] or candidates
        # An article that keeps calling somebody by the first name does not call them by the surname alone.
        fitting = [n for n in fitting if not self._is_familiar(n)] or fitting
        if any(n in owners for n in fitting):  # "Hill" was the mother before the son came up, who is "Dennis" then
            fitting = [n for n in fitting if n in owners or not self.familiar[n]]
        return [n for n in fitting if self._has_rank(n, self.mentions[index].name.address)] or fitting

    def _is_familiar(self, number: int) -> bool:
        """Whether the first name alone stands for somebody at least `FAMILIAR` times as often as the shared surname."""
        return self.familiar[number] >= max(1, FAMILIAR * sum(number in candidates for _, candidates in self.open))

    def _has_rank(self, number: int, address: str) -> bool:
        """Whether somebody is elsewhere given the rank that stands before a surname ("President Hill")."""
        named = {self.mentions[index].name.address for index in self.clusters[number].mentions}
        return address in lexicon().ranks and address in named
