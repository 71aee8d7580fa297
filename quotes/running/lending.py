"""A pool that is there while somebody uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from threading import Lock, Timer

from quotes.running.pools import Pool

IDLE = 60.0
"""Seconds after the last use: those who still work are back sooner, and what those who were killed left goes away."""


class Lender:
    """Opens a pool for the first who asks, lends it to all, and closes it when nobody has used it for ``idle`` seconds.

    Any number of threads may use it.
    """

    def __init__(self, opened: Callable[[], AbstractContextManager[Pool]], idle: float = IDLE) -> None:
        self._opened = opened
        self._idle = idle
        self._lock = Lock()
        self._open = ExitStack()
        self._pool: Pool | None = None
        self._users = 0
        self._closing = Timer(idle, self._unused)

    @contextmanager
    def lent(self) -> Iterator[Pool]:
        """The pool, for the length of the block."""
        pool = self._taken()
        try:
            yield pool
        except BrokenExecutor:
            self._gone(pool)
            raise
        finally:
            self._returned()

    def _taken(self) -> Pool:
        with self._lock:
            self._pool = pool = self._pool or self._open.enter_context(self._opened())
            self._users += 1
            self._closing.cancel()
            return pool

    def _returned(self) -> None:
        with self._lock:
            self._users -= 1
            self._closing.cancel()
            self._closing = Timer(self._idle, self._unused)
            self._closing.daemon = True
            self._closing.start()

    def _gone(self, pool: Pool) -> None:
        with self._lock:
            if self._pool is pool:  # and no other has taken its place
                self._close()

    def _unused(self) -> None:
        with self._lock:
            if not self._users:
                self._close()

    def _close(self) -> None:
        self._pool = None
        self._open.close()
