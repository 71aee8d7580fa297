"""What a file is, by the end of its name."""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from urllib.parse import urlsplit

PACKED = ".gz"
PAGES = (".html", ".htm")
TEXTS = (".txt", ".md")
PARQUET = ".parquet"
LINES = (".csv", ".jsonl")

ARTICLES = frozenset(kind + packed for kind in (*TEXTS, *PAGES) for packed in ("", PACKED))
"""The files that are articles."""

TABLES = frozenset([PARQUET, *(kind + packed for kind in LINES for packed in ("", PACKED))])
"""The files that are tables of articles."""

KINDS = "{} or {}".format(", ".join((*TEXTS, PAGES[0])), f"{TEXTS[0]}{PACKED}")


def suffix(place: str) -> str:
    """The end of a file's name in lower case; ``.gz`` comes with what stands before it."""
    name = urlsplit(place).path if place.startswith(("http://", "https://")) else place
    path = PurePosixPath(os.path.basename(name).lower())
    return PurePosixPath(path.stem).suffix + PACKED if path.suffix == PACKED else path.suffix


def kind(place: str) -> str:
    """The suffix of what a file holds, unpacked."""
    return suffix(place).removesuffix(PACKED)
