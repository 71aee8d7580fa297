"""JSONL: an object to a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import TextIO

from quotes.articles.records import LONGEST, TEXT, Head, Record, Wanted, misread, misread_as, text, text_encoding
from quotes.wording import kind_of

LOOKED_AT = 1_000
"""Lines that are looked at for the columns there are; a line need not have them all."""


def head(place: str, encoding: str | None) -> Head:
    """The columns of the first lines that are objects."""
    found, guessed = text_encoding(place, encoding)
    objects = (value for _, value in islice(_objects(place, found), LOOKED_AT) if isinstance(value, dict))
    names = dict.fromkeys(name for value in objects for name in value)
    return Head([(name, TEXT) for name in names], None, found, guessed)


def records(place: str, head: Head, wanted: Wanted) -> Iterator[Record]:
    """The rows, one by one; a line that is no object is a problem of its own.

    Values that are no texts are told as JSON, except in the first column that is asked for, where they are a problem.
    """
    text_column = next(iter(wanted))
    for number, value in _objects(place, head.encoding):
        where = f"line {number}"
        if isinstance(value, str):
            yield Record((), value, where)
        elif not isinstance(value.get(text_column), str | None):
            said = kind_of(value[text_column])
            yield Record((), f"has {said} for {text_column!r}, not a text. Hand in texts", where)
        else:
            yield Record(tuple(_as_text(value.get(name)) for name in wanted), "", where)


def _as_text(value: object) -> str | None:
    return value if isinstance(value, str) or value is None else json.dumps(value, ensure_ascii=False)


def _objects(place: str, encoding: str) -> Iterator[tuple[int, dict[str, object] | str]]:
    """Each line that is not blank with its number: an object, or what is wrong with it."""
    with text(place, encoding, newline="\n") as stream:
        number = 0
        while line := stream.readline(LONGEST):
            number += 1
            if len(line) == LONGEST and not line.endswith("\n"):
                _pass_over(stream)
                yield number, f"is longer than {LONGEST:,} characters. Put one object on each line"
            elif misread(line):
                yield number, misread_as(encoding)
            elif not line.isspace():
                yield number, _parsed(line)


def _parsed(line: str) -> dict[str, object] | str:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"is not JSON ({error}). Put one object on each line"
    if isinstance(value, dict):
        return value
    return f"is {kind_of(value)}, not an object. Put one object on each line"


def _pass_over(stream: TextIO) -> None:
    while (rest := stream.readline(LONGEST)) and not rest.endswith("\n"):
        pass
