"""Giving a worker's free memory back to the system."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Hands the allocator's free pages back, where it can be told to (glibc); elsewhere nothing happens.

    Batches of ever new shapes leave free memory in pieces that later ones do not fit into, so that a worker would grow
    with the number of articles.
    """
    _trim()(0)


@cache
def _trim() -> Callable[[int], int]:
    """The ``malloc_trim`` of glibc, or what does nothing where the C library has none."""
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library, or (on Windows) none to be opened without a name
        return lambda pad: 0
