"""Texts that are most likely no articles: whoever hands in the name of a file means what is in the file."""

from __future__ import annotations

import os
import stat

LONGEST_PATH = 1000
"""Characters of a text that might be a path."""


def doubt(text: str) -> str:
    """What speaks against the text: it is the name of a file or folder of this machine. Empty for all other texts.

    Never raises. Only a short line with a letter or digit in it is looked for on the disk; articles are longer.
    """
    kind = _kind(text) if len(text) <= LONGEST_PATH and len(text.splitlines()) == 1 else ""
    return f"{text!r} is read as an article, and is a {kind}'s name" if kind else ""


def _kind(name: str) -> str:
    if not any(map(str.isalnum, name)):  # "." may stand for a missing value
        return ""
    try:
        mode = os.stat(name).st_mode
    except (OSError, ValueError):  # not there, too long, or with characters that no path has
        return ""
    return "folder" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else ""
