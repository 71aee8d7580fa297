"""A pool that is opened for the first who asks, and closed when nobody has used it for some time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

import fakes
import pytest
from test_running import WORK

from quotes.running.lending import Lender
from quotes.running.pools import Pool


class Opened:
    """How often a pool was opened and closed."""

    def __init__(self) -> None:
        self.times: list[str] = []

    @contextmanager
    def __call__(self) -> Iterator[Pool]:
        self.times.append("opened")
        yield fakes.InlinePool(WORK)
        self.times.append("closed")


def awaited(times: list[str], expected: list[str]) -> None:
    deadline = time.monotonic() + 10
    while times != expected:
        assert time.monotonic() < deadline, times
        time.sleep(0.01)


def test_all_share_one_pool() -> None:
    opened, together = Opened(), Barrier(4)
    lender = Lender(opened)

    def use() -> int:
        with lender.lent() as pool:
            together.wait(timeout=10)
            return id(pool)

    with ThreadPoolExecutor(4) as threads:
        used = [threads.submit(use) for _ in range(4)]
    assert len({each.result() for each in used}) == 1
    assert opened.times == ["opened"]


def test_it_is_closed_when_it_is_idle_and_opened_again() -> None:
    opened = Opened()
    lender = Lender(opened, idle=0.05)
    with lender.lent():
        time.sleep(0.2)  # however long somebody uses it, it is not idle
        assert opened.times == ["opened"]
    awaited(opened.times, ["opened", "closed"])
    with lender.lent():
        assert opened.times == ["opened", "closed", "opened"]


def test_a_broken_pool_is_replaced_once() -> None:
    opened = Opened()
    lender = Lender(opened)
    for _ in range(2):
        with pytest.raises(BrokenExecutor), lender.lent(), lender.lent():
            raise BrokenExecutor
    assert opened.times == ["opened", "closed", "opened", "closed"]
