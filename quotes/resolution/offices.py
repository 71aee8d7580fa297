"""Which offices keep somebody from being meant by another: "the governor" is no senator."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.lexicon import lexicon
from quotes.resolution.discourse import Referent
from quotes.resolution.names import key
from quotes.resolution.nominals import Nominal
from quotes.resolution.title import Title

SINGLE = frozenset(
    {"president", "governor", "mayor", "premier", "chancellor", "sheriff", "judge", "justice", "magistrate", "coroner"}
    | {"king", "queen", "pope", "archbishop", "bishop", "ambassador", "taoiseach", "tánaiste", "attorney-general"}
)
"""Offices that nobody has beside another one of these, or a seat."""

SEATS = frozenset(
    {"senator", "representative", "congressman", "congresswoman", "mp", "td", "councillor", "councilman"}
    | {"councilwoman", "alderman", "assemblyman", "assemblywoman", "delegate", "lawmaker", "legislator"}
)

DIVIDED = frozenset({"minister", "secretary", "spokesman", "spokeswoman", "spokesperson", "editor", "correspondent"})
"""Offices of which there are many at a time, each for a field."""

MINISTERIAL = frozenset({"minister", "secretary"})

BENCH = frozenset(
    {"kc", "qc", "sc", "barrister", "solicitor", "lawyer", "attorney", "counsel", "prosecutor", "judge", "justice"}
    | {"magistrate", "recorder", "coroner"}
)
"""Who works in court, as far as an article tells nothing else of them."""

IN_COURT = frozenset({"witness", "defendant", "accused", "plaintiff", "complainant", "claimant", "juror", "suspect"})
"""Who is heard, tried or sits there, and is nobody of those."""

FIELDS = frozenset(
    {"prime", "first", "foreign", "home", "interior", "finance", "treasury", "defence", "defense", "justice", "health"}
    | {"education", "energy", "housing", "transport", "transportation", "labor", "labour", "environment", "climate"}
    | {"agriculture", "farming", "fisheries", "trade", "commerce", "business", "industry", "culture", "sport", "sports"}
    | {"tourism", "immigration", "migration", "homeland", "security", "work", "pensions", "development", "planning"}
    | {"water", "communities", "veterans", "science", "technology", "press", "general", "private", "police", "social"}
    | {
        "schools",
        "prisons",
        "care",
        "roads",
        "rail",
        "courts",
        "policing",
        "digital",
        "employment",
        "welfare",
        "skills",
    }
    | {"women", "children", "children's", "families", "equalities", "external", "crime", "politics", "royal", "city"}
)
"""What they are for, as keys."""

SHADOW = "shadow"
"""What the opposition's ministers are called: "the shadow energy secretary" is not the energy secretary."""

FORMER = frozenset({"former", "ex", "onetime", "retired", "then"})


def former(titles: Iterable[Title]) -> frozenset[str]:
    """The roles that somebody had once and that no title tells of them now."""
    told = list(titles)
    now = {role for title in told if not title.passed for role in title.roles}
    return frozenset(role for title in told if title.passed for role in title.roles) - now


def fields(titles: Iterable[Title]) -> frozenset[str]:
    """What the offices are for that somebody has now, as keys."""
    return frozenset(key(word) for title in titles if not title.passed for word in title.text.split()) & FIELDS


def excludes(referent: Referent, nominal: Nominal) -> bool:
    """Whether the offices that the article gives a person keep a description from meaning them."""
    in_court = nominal.noun in IN_COURT and bool(referent.roles & BENCH) and nominal.noun not in referent.roles
    another = _has_another(referent, nominal) or _is_for_another(referent, nominal)
    return in_court or another or _was(referent, nominal)


def _was(referent: Referent, nominal: Nominal) -> bool:
    """Whether somebody was so described once, and is not now, or the other way round.

    "The mayor" is not the former one, and "the former mayor" not the mayor.
    """
    alike, now = lexicon().alike(nominal.noun), referent.roles - referent.former
    if _of_the_past(nominal):
        return nominal.noun in SINGLE and bool(alike & now) and not alike & referent.former
    return bool(alike & referent.former) and not alike & now


def _of_the_past(nominal: Nominal) -> bool:
    return bool(FORMER & nominal.modifiers) or any(word.startswith("ex-") for word in nominal.modifiers)


def _has_another(referent: Referent, nominal: Nominal) -> bool:
    now = referent.roles - referent.former
    other = nominal.noun in SINGLE and not lexicon().alike(nominal.noun) & now
    return other and bool((SINGLE | SEATS) & now) and not _of_the_past(nominal)


def _is_for_another(referent: Referent, nominal: Nominal) -> bool:
    told = FIELDS & nominal.modifiers
    alike = MINISTERIAL if nominal.noun in MINISTERIAL else lexicon().alike(nominal.noun)
    both = nominal.noun in DIVIDED and bool(alike & referent.roles)
    shadowed = SHADOW in nominal.modifiers and SHADOW not in referent.modifiers
    return both and (shadowed or (bool(told and referent.fields) and not told & referent.fields))
