"""Words of messages that depend on a number, or on what a value is."""

from __future__ import annotations

_VOWELS = tuple("aeiouAEIOU")


def counted(number: int, noun: str) -> str:
    """The number with its noun: "1 cell", "2 cells"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def kind_of(value: object) -> str:
    """The name of the value's type with its article: "a str", "an int"."""
    name = type(value).__name__
    return f"{'an' if name.startswith(_VOWELS) else 'a'} {name}"
