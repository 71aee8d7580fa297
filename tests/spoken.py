"""Documents with attribution roles written by hand, as the joint model would tag them.

``parsed`` takes the notation of `trees.document` in short: a word without slashes hangs on the root and is nothing in
particular. `Said` names the words of one attribution; the n-th
occurrence of a stretch is written ``stretch#n`` (from 1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import trees

from quotes.attribution import attributions
from quotes.contents import quotations
from quotes.records import Attribution, Document, Link, Role, RoleSpan, Span

REPORTED, OTHER = 0.9, 0.05


@dataclass(frozen=True)
class Said:
    """A cue, its source and its contents, in words; a cue or source that is None is not tagged."""

    cue: str | None
    source: str | None
    contents: tuple[str, ...]
    linked: bool = True


def said(cue: str | None, source: str | None, *contents: str, linked: bool = True) -> Said:
    return Said(cue, source, contents, linked)


def parsed(*sentences: str) -> Document:
    """The document of sentences in short notation; a sentence without a root has its first word for it."""
    return trees.document(*map(_long, sentences))


def _long(sentence: str) -> str:
    items = [_item(item) for item in sentence.split()]
    if not any("/0/" in item for item in items):
        first = next(n for n, item in enumerate(items) if "/root/dep" in item)
        items[first] = items[first].replace("/root/dep", "/0/root")
    return " ".join(items)


def _item(item: str) -> str:
    plain = "/" not in item and item[0] != "[" and any(map(str.isalnum, item))
    return f"{item}/X/root/dep" if plain else item


def words(document: Document, stretch: str) -> tuple[int, int]:
    """The token range (last exclusive) of a stretch of text, which has to begin and end with words."""
    text, _, number = stretch.partition("#")
    span = trees.span(document, text, int(number or 1) - 1)
    covered = [n for n, token in enumerate(document.tokens) if token.span.overlaps(span)]
    assert document.tokens[covered[0]].start == span.start and document.tokens[covered[-1]].end == span.end, stretch
    return covered[0], covered[-1] + 1


def read(document: Document, *speeches: Said, likely: Mapping[str, float] | None = None) -> Document:
    """The document with roles and links; ``likely`` gives stretches another content probability."""
    content = [OTHER] * len(document.tokens)
    roles: list[RoleSpan] = []
    pairs: list[tuple[RoleSpan, RoleSpan]] = []
    for speech in speeches:
        cue = _role(document, "cue", speech.cue)
        parts = [_role(document, "source", speech.source), *(_role(document, "content", c) for c in speech.contents)]
        roles += [role for role in (cue, *parts) if role]
        if cue and speech.linked:
            pairs += [(part, cue) for part in parts if part]
    roles.sort(key=lambda role: role.first)
    for role in roles:
        if role.role == "content":
            content[role.first : role.last] = [REPORTED] * (role.last - role.first)
    for stretch, share in (likely or {}).items():
        first, last = words(document, stretch)
        content[first:last] = [share] * (last - first)
    links = tuple(Link(roles.index(part), roles.index(cue), 0.9) for part, cue in pairs)
    return replace(document, roles=tuple(roles), links=links, content=tuple(content))


def _role(document: Document, role: Role, stretch: str | None) -> RoleSpan | None:
    return None if stretch is None else RoleSpan(role, *words(document, stretch), 0.9)


def shown(document: Document, found: Attribution) -> tuple[str, str | None, str | None, str, str]:
    """Content, cue, source, type and rule of an attribution in words."""

    def text(span: Span | None) -> str | None:
        return span.text(document.text) if span else None

    content = " ".join(span.text(document.text) for span in found.content)
    return content, text(found.cue), text(found.source), found.type, found.rule


def rows(document: Document) -> list[tuple[str, str | None, str | None, str, str]]:
    """All attributions of a document in words."""
    return [shown(document, each) for each in attributions(document, quotations(document.text))]
