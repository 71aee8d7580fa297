"""Offices that are written as their first letters."""

from __future__ import annotations

SHORT = {
    "pm": ("minister", "prime"),
    "cm": ("minister", "chief"),
    "dpp": ("prosecutor", "public"),
    "da": ("attorney", "district"),
    "ag": ("attorney", "general"),
    "gm": ("manager", "general"),
    "ps": ("secretary", "principal"),
    "dc": ("commissioner", "deputy"),
    "dg": ("director", "general"),
}
"""What the letters stand for: the noun and the word that tells it from others of its sort."""


def spelt_out(text: str) -> tuple[str, str] | None:
    """The office behind letters in capitals, None for other words."""
    return SHORT.get(text.casefold().replace(".", "")) if text.isupper() else None
