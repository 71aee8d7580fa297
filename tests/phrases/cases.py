"""What a case of the phrase book says."""

from __future__ import annotations

from typing import NamedTuple

from quotes.records import SpeakerKind


class Said(NamedTuple):
    """A row that a text must give: the source as it stands there, and whoever it is."""

    source: str
    speaker: str | None
    title: str | None = None
    affiliation: str | None = None
    kind: SpeakerKind | None = "person"


class Case(NamedTuple):
    """A short news text and the rows that it must give, in their order."""

    name: str
    text: str
    rows: tuple[Said, ...]


def body(source: str, name: str) -> Said:
    """An organization, country or government."""
    return Said(source, name, kind="organization")


def group(source: str, name: str) -> Said:
    """Several people."""
    return Said(source, name, kind="group")


def unnamed(source: str, name: str) -> Said:
    """One person without a name."""
    return Said(source, name, kind="unnamed")


def document(source: str, name: str) -> Said:
    """A report, poll or letter."""
    return Said(source, name, kind="document")
