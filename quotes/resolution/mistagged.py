"""Names without what the tagger takes for a part of them: "Clare TD Michael Hehir", "Con Ann Hill"."""

from __future__ import annotations

from dataclasses import replace

from quotes.records import Document, Entity
from quotes.resolution.growth import is_constable
from quotes.resolution.names import key
from quotes.tree import Tree

SEATS = frozenset({"mp", "mep", "msp", "td", "mla", "mna", "mpa", "mpp", "tds", "mps"})
"""Offices in capitals, as keys: what stands before one in a person's name is their constituency."""


def corrected(document: Document) -> Document:
    """The document with its names so; the same object where none changes."""
    tree = Tree(document)
    entities = tuple(_corrected(tree, entity) for entity in document.entities)
    return document if entities == document.entities else replace(document, entities=entities)


def _corrected(tree: Tree, entity: Entity) -> Entity:
    if entity.kind != "person":
        return entity
    keys = [key(token.text) for token in tree.tokens[entity.first : entity.last]]
    seats = [n for n in range(1, len(keys) - 1) if keys[n] in SEATS and tree.tokens[entity.first + n].text.isupper()]
    start = entity.first + (seats[-1] + 1 if seats else 0)
    start += start + 1 < entity.last and is_constable(tree, start)
    return replace(entity, first=start) if start > entity.first else entity
