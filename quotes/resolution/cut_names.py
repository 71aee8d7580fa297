"""Tagged names, those that the tagger has cut in two made whole."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.lexicon import lexicon
from quotes.records import Entity, EntityKind
from quotes.resolution.genitives import CLITICS
from quotes.resolution.growth import HYPHENS
from quotes.resolution.names import key
from quotes.tree import Tree

QUOTATION = frozenset({'""', "''", "“”", "‘’", "``''"})
"""Pairs of marks around a nickname."""

CUT = (("place", "organization"), ("other", "organization"))
"""Kinds of a name and of the body at once behind it whose beginning it can be."""

STATES = frozenset({"us", "uk", "un", "eu"})
"""Abbreviations, as keys, that taggers take for bodies: the "U.S." of "U.S. State Department"."""

PARTISANS = frozenset({"republicans", "democrats", "conservatives", "liberals", "independents"})
"""Members of parties, who can be those of a body."""

TYING = ("compound", "amod", "nmod", "flat")
"""Relations of the first words of a name to its head."""

SOCIETIES = frozenset({"union", "association", "federation", "confederation", "society", "league", "guild", "college"})
"""Bodies that are named after their members."""

TRADES = frozenset({"operator", "supplier", "distributor", "contractor", "developer", "landlord", "owner", "provider"})
"""Nouns that name a firm by what it does as well as a person."""

NICKNAME = 5
"""Words of a nickname between first name and surname, its two marks included."""


def joined(tree: Tree) -> Iterator[tuple[int, int, EntityKind]]:
    """The tagged names; a person's that was cut in two is made whole ("Ban", "Ki-moon")."""
    held: Entity | None = None
    for entity in tree.document.entities:
        if held and _is_rest(tree, held, entity):
            held = Entity(held.first, entity.last, "person")
            continue
        if held and _is_nickname(tree, held, entity):
            held = Entity(held.first, entity.last + 1, "person")
            continue
        if held and any(joins(tree, held, entity) for joins in BODIES):
            held = Entity(held.first, entity.last, "organization")
            continue
        if held and _are_members(tree, held, entity):
            held = Entity(held.first, entity.last, "other")
            continue
        if held:
            yield held.first, held.last, held.kind
        held = _with_members(tree, _with_owned(tree, entity))
    if held:
        yield held.first, held.last, held.kind


def _is_nickname(tree: Tree, held: Entity, entity: Entity) -> bool:
    """Whether a name stands in quotation marks within another: the "Buddy" of "William “Buddy” Tanner"."""
    if held.last + 1 != entity.first or entity.last + 1 >= len(tree.tokens) or held.kind != "person":
        return False
    marks = tree.tokens[held.last].text + tree.tokens[entity.last].text
    return marks in QUOTATION and tree.tokens[entity.last + 1].upos == "PROPN"


def _is_owned(tree: Tree, held: Entity, entity: Entity) -> bool:
    """Whether a name owns a capitalised noun that is a body only with it: "St Brannock's" "Hospital"."""
    if entity.last - entity.first != 1 or entity.first != held.last + 1 or entity.kind != "organization":
        return False
    clitic, noun = tree.tokens[held.last], tree.tokens[entity.first].text
    several = clitic.text in ("'", "’") and tree.tokens[held.last - 1].text.endswith("s")
    owns = (clitic.text in CLITICS or several) and clitic.start == tree.tokens[held.last - 1].end
    known = noun.casefold() in lexicon().body_words | lexicon().organizations
    return owns and (known or _is_trade(tree, held.first - 1))


def _is_trade(tree: Tree, index: int) -> bool:
    """Whether a common noun tells that a firm's name follows: "coach operator" "Tolley's Travel"."""
    noun = tree.tokens[index] if index >= 0 else None
    common = noun is not None and noun.upos == "NOUN" and noun.text.islower()
    return common and noun is not None and (noun.lemma in lexicon().organizations or noun.lemma in TRADES)


def _with_members(tree: Tree, entity: Entity) -> Entity:
    """A body's name with the people whose it is, where the tagger did not see them: "Shipowners'" "Forum"."""
    first = entity.first - 2
    if entity.kind != "organization" or first < 0 or tree.tokens[first + 1].text not in ("'", "’"):
        return entity
    people = tree.tokens[first]
    several = people.upos == "PROPN" and people.text[:1].isupper() and people.text.endswith("s")
    named = several and first not in tree.entity_kind and lexicon().is_person(people.text.casefold()[:-1])
    return Entity(first, entity.last, "organization") if named else entity


def _with_owned(tree: Tree, entity: Entity) -> Entity:
    """A name with a body that it owns and the tagger did not see: "St Brannock's" Hospital, firm "Hill's" Travel."""
    noun = entity.last + 1
    if noun >= len(tree.tokens) or noun in tree.entity_kind or tree.tokens[entity.last].text not in CLITICS:
        return entity
    token, body_words = tree.tokens[noun], lexicon().body_words | lexicon().organizations
    body = entity.kind == "place" and token.text.casefold() in body_words
    firm = entity.kind in ("place", "person") and _is_trade(tree, entity.first - 1)
    return Entity(entity.first, noun + 1, "organization") if token.upos == "PROPN" and (body or firm) else entity


def _are_members(tree: Tree, held: Entity, entity: Entity) -> bool:
    """Whether a plural at once behind a body's name means its members: "Oversight Committee" "Republicans"."""
    adjoining = held.kind == "organization" and entity.kind == "other" and held.last == entity.first
    return adjoining and entity.last - entity.first == 1 and tree.tokens[entity.first].text.casefold() in PARTISANS


def _is_placed(tree: Tree, held: Entity, entity: Entity) -> bool:
    """Whether a body's name was cut at a place: "United States" "Citizenship Services", "Downing" "Street"."""
    kinds, state = (held.kind, entity.kind), key(tree.tokens[held.first].text) in STATES
    cut = kinds in (*CUT, ("organization", "place")) or (state and kinds == ("organization", "organization"))
    if not cut or held.last != entity.first:
        return False
    last = held.last - 1
    return entity.first <= tree.tokens[last].head < entity.last and tree.relation(last) in TYING


def _is_coordinated(tree: Tree, held: Entity, entity: Entity) -> bool:
    """Whether "and" joins two describing words of one body: "Central" and "East European Coalition"."""
    both = held.kind == entity.kind == "organization" and held.last + 1 == entity.first
    if not both or tree.tokens[held.last].text.casefold() not in ("and", "&"):
        return False
    last = held.last - 1
    return entity.first <= tree.tokens[last].head < entity.last and tree.relation(last) in ("amod", "compound")


def _is_begun(tree: Tree, held: Entity, entity: Entity) -> bool:
    """Whether a firm's name was cut behind its first word: "Castellan" "Therapeutics", "Keller" "-Braun Appliance".

    The rest hangs on the first word, or both on the same one.
    """
    if held.last != entity.first or entity.kind != "organization" or held.kind not in ("person", "other"):
        return False
    first, rest = tree.tokens[held.first], tree.tokens[entity.first]
    if tree.tokens[entity.first].text in HYPHENS:
        return rest.start == tree.tokens[held.last - 1].end
    alike = (first.head, first.deprel) == (rest.head, rest.deprel) or held.first <= rest.head < held.last
    return held.last - held.first == 1 and alike and not tree.children(held.first, ("flat",))


def _is_listed(tree: Tree, held: Entity, entity: Entity) -> bool:
    """Whether two words joined by "and" begin the name of the body behind them: "Ethics and Anti-Fraud Commission"."""
    between = tree.tokens[held.last].text.casefold() if held.last < len(tree.tokens) else ""
    end = entity.last if entity.first == held.last + 1 and between in ("and", "&") else held.last
    if end == held.last and (
        entity.first != end or tree.tokens[max(0, held.last - 2)].text.casefold() not in ("and", "&")
    ):
        return False
    body = entity.last if end == entity.last else entity.first
    named = body < len(tree.tokens) and key(tree.tokens[body].text) in lexicon().body_words
    return named and held.kind == "organization" and tree.tokens[held.first].head == body


def _is_stacked(tree: Tree, held: Entity, entity: Entity) -> bool:
    """Whether one body's name is only the first words of the next one's: "Platte Valley" "Electric"."""
    if held.last != entity.first or not held.kind == entity.kind == "organization":
        return False
    top = tree.top_of(held.first, held.last)
    return entity.first <= tree.tokens[top].head < entity.last and tree.relation(top) == "compound"


def _is_joined_by_members(tree: Tree, held: Entity, entity: Entity) -> bool:
    """Whether a body's name was cut before the people who are in it: "Kenya Union" of "Ward Nurses"."""
    of = entity.first - 1
    if not held.kind == entity.kind == "organization" or of not in (held.last - 1, held.last):
        return False
    members = tree.tokens[entity.last - 1].text.casefold()
    people = members.endswith("s") and lexicon().is_person(members[:-1])
    return people and tree.tokens[of].text == "of" and key(tree.tokens[of - 1].text) in SOCIETIES


BODIES = (_is_stacked, _is_owned, _is_placed, _is_coordinated, _is_begun, _is_listed, _is_joined_by_members)
"""The ways in which taggers cut a body's name in two; each is a function ``(tree, name, next name) -> one body?``."""


def _is_rest(tree: Tree, held: Entity, entity: Entity) -> bool:
    if tree.sentence_of[held.first] != tree.sentence_of[entity.first] or not held.kind == entity.kind == "person":
        return False
    between = [token.text for token in tree.tokens[held.last : entity.first]]
    nickname = 3 <= len(between) <= NICKNAME and between[0] + between[-1] in QUOTATION
    return nickname or all(word in lexicon().particles for word in between)
