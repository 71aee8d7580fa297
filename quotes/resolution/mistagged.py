"""Names made right where the words in and beside them tell: "Clare TD Michael Hehir", "the Chief Justice"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.lexicon import lexicon
from quotes.records import Document, Entity, EntityKind
from quotes.resolution.growth import HYPHENS, LIKENESS, is_constable
from quotes.resolution.mentions import OFFICES
from quotes.resolution.names import key
from quotes.tree import Tree

SEATS = frozenset({"mp", "mep", "msp", "td", "mla", "mna", "mpa", "mpp", "tds", "mps"})
"""Offices in capitals, as keys: what stands before one in a person's name is their constituency."""


BUSINESSES = frozenset(
    {"securities", "capital", "partners", "holdings", "bank", "energy", "motors", "airlines", "airways", "foods"}
    | {"industries", "systems", "technologies", "therapeutics", "research", "investments", "insurance", "media"}
    | {"pharmaceuticals", "biosciences", "logistics", "properties", "markets", "ventures", "resources", "mining"}
)
"""Second words of firms' names."""

PRESS = frozenset({"reporter", "correspondent"})
"""Who signs an article below their name; papers are called "Examiner" and "Observer", but not so."""


def corrected(document: Document) -> Document:
    """The document with its names so; the same object where none changes."""
    tree = Tree(document)
    whole = _joined(tree, document.entities)
    entities = tuple(_corrected(tree, entity) for entity in whole if not _is_office(tree, entity))
    return document if entities == document.entities else replace(document, entities=entities)


def _joined(tree: Tree, entities: Sequence[Entity]) -> list[Entity]:
    """The names, those of two words that were taken for two names of different kinds made one."""
    found: list[Entity] = []
    for entity in entities:
        kind = _kind_of_both(tree, found[-1], entity) if found and found[-1].last == entity.first else None
        if kind:
            found[-1] = Entity(found[-1].first, entity.last, kind)
        else:
            found.append(entity)
    return found


def _kind_of_both(tree: Tree, one: Entity, other: Entity) -> EntityKind | None:
    """What two adjoining names are one of: a person and a business a firm, a first name and a person a person."""
    begins = tree.tokens[one.first].text
    if one.last - one.first > 1 or not begins.istitle():
        return None
    business = tree.tokens[other.first].text.casefold() in BUSINESSES
    if (one.kind, other.kind) == ("person", "organization") and business:
        return "organization"
    called = key(begins) in lexicon().first_names
    return "person" if (one.kind, other.kind) == ("organization", "person") and called else None


def _is_office(tree: Tree, entity: Entity) -> bool:
    """Whether what was taken for a body is only an office with capitals: "the Chief Justice", "Health Reporter".

    Nor is a name with "-style" behind it one.
    """
    words = [token.text.casefold() for token in tree.tokens[entity.first : entity.last]]
    behind = [token.text.casefold() for token in tree.tokens[entity.last : entity.last + 2]]
    if len(behind) > 1 and behind[0] in HYPHENS and behind[1] in LIKENESS:
        return True
    offices = all(lexicon().is_role(word) for word in words) or words[-1] in PRESS
    return entity.kind == "organization" and len(words) > 1 and offices


def _is_introduced(tree: Tree, entity: Entity) -> bool:
    """Whether a name taken for a place's is set off behind an office: "Its director of research, Glenys Park,"."""
    marks = [tree.tokens[n].text for n in (entity.first - 1, entity.last) if 0 <= n < len(tree.tokens)]
    if marks != [",", ","] or entity.last - entity.first < 2 or tree.relation(entity.first) != "appos":
        return False
    above = tree.tokens[entity.first].head
    told = (above, tree.tokens[above].head if tree.relation(above) == "nmod" else above)
    called = key(tree.tokens[entity.first].text) in lexicon().first_names
    return called and any(lexicon().is_role(tree.tokens[n].lemma) for n in told if n >= 0)


def _without_post(tree: Tree, entity: Entity) -> Entity:
    """A name without the office that none ends with: the "cofounder" of "Wyndle cofounder", the "MP" of "Greens MP"."""
    last = entity.last
    while last - entity.first > 1 and _is_post(tree.tokens[last - 1].text, entity.kind):
        last -= 1
    return replace(entity, last=last) if last < entity.last else entity


def _is_post(text: str, kind: EntityKind) -> bool:
    letters = kind == "organization" and text.isupper() and text.casefold() in OFFICES
    return letters or (text.islower() and lexicon().is_role(text))


def _corrected(tree: Tree, entity: Entity) -> Entity:
    entity = _without_post(tree, entity)
    if entity.kind == "place" and _is_introduced(tree, entity):
        return replace(entity, kind="person")
    if entity.kind != "person":
        return entity
    keys = [key(token.text) for token in tree.tokens[entity.first : entity.last]]
    seats = [n for n in range(1, len(keys) - 1) if keys[n] in SEATS and tree.tokens[entity.first + n].text.isupper()]
    start = entity.first + (seats[-1] + 1 if seats else 0)
    start += start + 1 < entity.last and is_constable(tree, start)
    return replace(entity, first=start) if start > entity.first else entity
