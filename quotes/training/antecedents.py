"""What the resolver is asked of each third-person pronoun of GUM's documents, and which answers are right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.attribution import attributions
from quotes.contents import quotations
from quotes.records import Attribution, Document
from quotes.resolution.preferences import Chooser, antecedent, features, nobody
from quotes.resolution.pronouns import Candidate, Number, Pronoun, Reference, fits
from quotes.resolution.resolver import Resolution
from quotes.training.coreference import Chains
from quotes.tree import Tree


@dataclass(frozen=True, slots=True)
class Case:
    """A pronoun's candidates in features, "nobody" last, and which of them are right.

    ``chosen`` is the answer given when the example was noted; ``speaks``: the pronoun is the source of an attribution.
    """

    number: Number
    speaks: bool
    candidates: tuple[dict[str, float], ...]
    right: frozenset[int]
    chosen: int


class Notes:
    """Stands between the resolver and its chooser: answers as the chooser does, or rightly, and notes the cases."""

    def __init__(self, chains: Chains, tree: Tree, choose: Chooser = antecedent, taught: bool = False) -> None:
        self.cases: list[Case] = []
        self._chains = chains
        self._tree = tree
        self._choose = choose
        self._taught = taught
        self._votes: dict[int, Counter[str | None]] = defaultdict(Counter)
        self._seen: set[int] = set()

    def __call__(self, pronoun: Pronoun, place: Reference, candidates: Sequence[Candidate]) -> Candidate | None:
        """The answer; see `Chooser`."""
        for candidate in candidates:
            self._vote(candidate.latest)
        fitting = [candidate for candidate in candidates if fits(pronoun, place, candidate)]
        chosen = self._choose(pronoun, place, fitting)
        right = [n for n, candidate in enumerate(fitting) if self._is_meant(candidate, place)]
        self.cases.append(case(pronoun, place, fitting, right or [len(fitting)], chosen))
        if self._taught:
            return fitting[right[0]] if right else None
        return chosen

    def _vote(self, latest: Reference) -> None:
        """A name or description tells the chain of its entity."""
        if latest.token not in self._seen and self._tree.tokens[latest.token].upos != "PRON":
            self._seen.add(latest.token)
            self._votes[latest.entity][self._chains.at(latest.token)] += 1

    def _is_meant(self, candidate: Candidate, place: Reference) -> bool:
        chain = self._chains.at(place.token)
        votes = self._votes[candidate.latest.entity]
        return chain is not None and bool(votes) and votes.most_common(1)[0][0] == chain


def case(
    pronoun: Pronoun, place: Reference, fitting: Sequence[Candidate], right: Sequence[int], chosen: Candidate | None
) -> Case:
    """The case of a pronoun whose ``right`` antecedents are numbered in ``fitting``; its length stands for nobody."""
    listed = tuple(features(pronoun, place, candidate) for candidate in fitting)
    answer = len(fitting) if chosen is None else fitting.index(chosen)
    return Case(pronoun.number, place.speech != -1, (*listed, nobody(place)), frozenset(right), answer)


def gold_cases(document: Document, chains: Chains, choose: Chooser = antecedent, taught: bool = False) -> list[Case]:
    """The cases of an article with gold chains; ``taught``: each answer is put right before the next question."""
    tree = Tree(document)
    notes = Notes(chains, tree, choose, taught)
    Resolution(tree, _attributions(document), notes)
    return notes.cases


def _attributions(document: Document) -> list[Attribution]:
    return sorted(attributions(document, quotations(document.text)), key=lambda each: each.content)
