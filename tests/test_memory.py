"""Free memory goes back to the system after each batch."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pytest

from quotes.running import memory


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    memory._trim.cache_clear()
    yield
    memory._trim.cache_clear()


def test_the_allocator_is_told_to_keep_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pads: list[int] = []

    class Library:
        malloc_trim = staticmethod(pads.append)

    monkeypatch.setattr(ctypes, "CDLL", lambda name: Library())
    memory.give_back()
    assert pads == [0]


@pytest.mark.parametrize("error", [OSError("no library"), TypeError("no name")])
def test_without_a_c_library_nothing_happens(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def missing(name: None) -> None:
        raise error

    monkeypatch.setattr(ctypes, "CDLL", missing)
    memory.give_back()


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda name: object())
    memory.give_back()
