"""A title, and which of several is the one that counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from quotes.resolution.genitives import CLITICS
from quotes.resolution.names import key

Form = Literal["apposition", "before", "predicate", "description", "affiliation", "rank", "stance", "party", "family"]

WEIGHTS: dict[Form, float] = {
    "apposition": 3.0,
    "before": 2.8,
    "predicate": 2.4,
    "description": 1.5,
    "affiliation": 1.4,
    "rank": 1.3,
    "stance": 0.9,
    "party": 0.8,
    "family": 0.2,
}
"""How far each form is trusted to be the role the article means."""

WORD_WEIGHT = 0.1
"""What each further word of a title adds (the more complete one is preferred) up to ``FULL`` words."""

FULL = 10

FULL_STANCE = 3
"""The same of what only tells a side: "a Democrat running for a second term" goes behind "Gov."."""

PASSED = frozenset({"former", "ex", "onetime", "one-time", "sometime", "erstwhile", "then", "fellow"})
"""What titles begin with that tell what somebody was once, or in what company."""

BESIDE = frozenset({"boss", "counterpart", "colleague", "predecessor", "successor", "mentor", "rival", "opponent"})
"""What somebody is to the one named before: "Meier's boss"."""

PASSED_WEIGHT = 2.0
"""What such a title, or a body alone, is worth less: a rank alone goes before it."""

ADDRESSING = frozenset({"dr", "prof", "rev", "fr", "hon", "sir", "dame"})
"""Forms of address that end no title: "Superintendent Dr. X" is superintendent."""

STYLES = ADDRESSING | {"doctor", "professor", "prof", "reverend", "lord", "lady", "baron", "baroness", "honourable"}
"""The ranks that tell no office."""

SILKS = frozenset({"qc", "kc", "sc"})
"""Letters behind the names of senior barristers, judges among them."""

STYLE_WEIGHT = 0.3
"""What they are worth less than an office in one word."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it stands in the article, the way it is given, and the nouns in it that name a role (lemmas).

    ``body`` is the organization, party or country that it names.
    """

    text: str
    form: Form
    roles: frozenset[str]
    body: str | None = None

    @property
    def worth(self) -> float:
        """How complete and how sure it is."""
        full = FULL_STANCE if self.form == "stance" else FULL
        return WEIGHTS[self.form] + WORD_WEIGHT * min(full, len(self.text.split()))

    @property
    def passed(self) -> bool:
        """Whether it tells what somebody was once, or in what company."""
        words = self.text.casefold().split() or [""]
        beside = words[-1] == "witness" or (words[-1] in BESIDE and words[0].endswith(tuple(CLITICS)))
        return words[0] in PASSED or words[0].startswith("ex-") or beside

    @property
    def is_over(self) -> bool:
        """Whether it is passed, or what somebody did for a living: "a retired schoolteacher"."""
        return self.passed or self.text.casefold().startswith("retired ")

    @property
    def is_office(self) -> bool:
        """Whether it names a role, and not only a party, a body, a relative or how somebody is addressed."""
        return bool(self.roles) and self.form not in ("affiliation", "party", "family") and not self.is_style

    @property
    def is_style(self) -> bool:
        """Whether it is only how somebody is addressed: "Dr", "Sir"."""
        return self.form == "rank" and key(self.text) in STYLES

    @property
    def owners(self) -> frozenset[str]:
        """The words in the genitive, as keys: whose lawyer somebody is."""
        return frozenset(key(word) for word in self.text.split() if word.endswith(tuple(CLITICS)))


def best(candidates: Iterable[Title]) -> Title | None:
    """The most complete and surest of several titles; of equals the first.

    What somebody was, or is beside others, goes behind what they are, and where they work behind their rank; but the
    bare "President" of somebody who is called a former president is no other title.
    """
    titles = list(candidates)
    past = frozenset(role for title in titles if title.passed for role in title.roles)
    told = [title for title in titles if title.passed or not title.roles or not title.roles <= past]
    office = any(title.is_office and not title.is_over for title in told)
    ranked = office or any(title.form == "rank" for title in told)

    def worth(title: Title) -> float:
        behind = (office and title.is_over) or (ranked and title.form == "affiliation")
        return title.worth - PASSED_WEIGHT * behind - STYLE_WEIGHT * title.is_style

    return max(told, key=worth, default=None)


def affiliation(candidates: Iterable[Title]) -> str | None:
    """The body that the best of the titles names that name one."""
    naming = best(title for title in candidates if title.body)
    return naming.body if naming else None
