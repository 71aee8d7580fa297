"""The lists of first names that tell a gender or make one likely, from the statistics that nomquamgender carries.

The library counts bearers of 720,000 first names over three dozen public sources (censuses, registers of births, ...).
It needs pandas and 240 MB to say what a line of text can, so its statistics are read once, here.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from math import sqrt
from pathlib import Path
from textwrap import wrap
from typing import Any

from quotes.lexicon import Gender

SURE = 0.95
"""A name tells a gender if at least this share of its bearers has it, with the uncertainty of small counts."""

LIKELY = 0.85
"""... and makes one likely if at least this share has it."""

SOURCES = 5
"""... and so many sources know the name."""

DEVIATIONS = 1.96
"""Width of the interval around a share: 95 %."""

HEADER = """\
# First names that tell a gender: of all their bearers at least 95 % have it. A name that is not here tells nothing.
# Made by `python -m quotes.training first-names` from the statistics of nomquamgender 0.1.4 (MIT licence).
"""

LEANING_HEADER = """\
# First names that make a gender likely: of all their bearers 85 to 95 % have it.
# Made by `python -m quotes.training first-names` from the statistics of nomquamgender 0.1.4 (MIT licence).
"""

Counts = Mapping[str, Sequence[Any]]
"""A name -> number of sources, number of bearers, share of women, ..."""


def write(folder: Path) -> None:
    """Writes the lists of the package's data: first_names.txt and leaning_names.txt."""
    statistics: Counts = json.loads((files("nomquamgender") / "name_data.json").read_text(encoding="utf-8"))
    for name, header, leaning in (("first_names", HEADER, False), ("leaning_names", LEANING_HEADER, True)):
        text = header + "".join(f"{line}\n" for line in lines(statistics, leaning))
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def lines(statistics: Counts, leaning: bool = False) -> Iterator[str]:
    """The lines of a list, of the sure names or the ``leaning`` ones: a gender, a colon, names by the alphabet."""
    sure = {name: gender for name, counts in statistics.items() if (gender := gender_of(name, counts))}
    rest = {name: counts for name, counts in statistics.items() if name not in sure} if leaning else {}
    likely = {name: gender for name, counts in rest.items() if (gender := gender_of(name, counts, LIKELY))}
    told = likely if leaning else sure
    for gender in ("male", "female"):
        names = sorted(name for name in told if told[name] == gender)
        yield from (f"{gender}: {line}" for line in wrap(" ".join(names), 112, break_on_hyphens=False))


def gender_of(name: str, counts: Sequence[Any], share_of_bearers: float = SURE) -> Gender | None:
    """The gender that such a share of a name's bearers has, None where there is none or too few are known."""
    sources, bearers, share = counts[:3]
    if sources < SOURCES or len(name) < 2 or not name.replace("-", "").isalpha() or not _is_plain(name):
        return None
    if lower_bound(share, bearers) >= share_of_bearers:
        return "female"
    return "male" if lower_bound(1 - share, bearers) >= share_of_bearers else None


def _is_plain(name: str) -> bool:
    """Whether a name is written as names are compared: lower case, without accents."""
    return name == unicodedata.normalize("NFKD", name.casefold()) and name.isascii()


def lower_bound(share: float, count: int) -> float:
    """The lower end of the interval that a share of so many probably lies in (Wilson 1927)."""
    if count == 0:
        return 0.0
    spread = DEVIATIONS**2 / count
    middle, width = share + spread / 2, DEVIATIONS * sqrt(share * (1 - share) / count + spread / (4 * count))
    return (middle - width) / (1 + spread)
