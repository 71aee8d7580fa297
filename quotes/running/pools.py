"""Where tasks are done: processes of this machine."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Thread
from typing import Any, Protocol

from pebble import ProcessPool

from quotes.running.work import Outcome, Task, Work, packed, perform, prepare

TIMEOUT = 600.0
"""Seconds for an article: more than a thousand times what it takes where nothing is wrong."""

ORDINARY = 5.0
"""Seconds that are enough for any ordinary article on a slow machine."""


PATIENCE, TRIES = 1.0, 5
"""Seconds that the end of a pool may take, and how often it is waited for."""


class Pool(Protocol):
    """Workers that do tasks; ``size`` is how many they can do at once, and may change.

    A future ends with `TimeoutError` where the task took too long, and with another exception where its worker died.
    """

    @property
    def size(self) -> int:
        """Tasks at once."""
        ...

    def submit(self, task: Task) -> Future[Outcome]:
        """Have a task done."""
        ...


@contextmanager
def processes(work: Work, workers: int, timeout: float | None = None) -> Iterator[Pool]:
    """``workers`` processes, each with a model of its own; one that dies, or is killed for its time, is replaced.

    ``timeout`` is how many seconds an article may take (see `limit`). At the end of the block the processes are killed.
    """
    blob, context = packed(work), _Remembering()
    pool = ProcessPool(workers, initializer=prepare, initargs=(blob,), context=context)
    try:
        yield _Processes(pool, blob, workers, timeout)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        context.kill()
        _await_end(pool)


def _await_end(pool: ProcessPool) -> None:
    """Wait until the threads of a stopped pool have ended, or show that they never will: they are daemons.

    A Ctrl-C that strikes the main thread just as it hands over a task can leave a waiter in the queue that was woken
    already (CPython's Condition.notify), so that the pool's word to end wakes nobody. After a moment it is said again.
    """
    for _ in range(TRIES):
        ending = Thread(target=pool.join, daemon=True)
        ending.start()
        ending.join(PATIENCE)
        if not ending.is_alive():
            return


def limit(articles: int, timeout: float) -> float:
    """The seconds for a batch in which one article may take ``timeout``, and all others a few.

    A batch of many slow ones may need more; it is divided until each article has the time for itself alone.
    """
    return timeout + (articles - 1) * min(timeout, ORDINARY)


class _Remembering(SpawnContext):
    """Spawns processes and can kill them all at once: they have nothing to tidy up, and may not listen."""

    def __init__(self) -> None:
        super().__init__()
        self._made: list[SpawnProcess] = []

    def Process(self, *args: Any, **options: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: N802
        made = _Deaf(*args, **options)
        self._made = [process for process in self._made if process.is_alive()] + [made]
        return made

    def kill(self) -> None:
        """Kill what is left of the processes."""
        for process in self._made:
            if process.is_alive():  # one may just be about to start, in place of one that died
                process.kill()


class _Deaf(SpawnProcess):
    """A process that Ctrl-C does not reach, from its first instruction on: its parent hears it, and ends it."""

    def start(self) -> None:
        """Start with the signal held back, which the new process inherits."""
        with _held_back(), _parenthood():
            super().start()


@contextmanager
def _held_back() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _parenthood() -> Iterator[None]:
    """Lets a daemonic process have children, which Python refuses: they might outlive it.

    Dask's workers are daemonic. Our processes end with their parent (see `prepare`), and Python has no other switch.
    """
    config: dict[str, Any] = getattr(multiprocessing.current_process(), "_config", {})
    daemon = config.pop("daemon", None)
    try:
        yield
    finally:
        if daemon is not None:
            config["daemon"] = daemon


class _Processes:
    def __init__(self, pool: ProcessPool, work: bytes, size: int, timeout: float | None) -> None:
        self.size = size
        self._pool = pool
        self._work = work
        self._timeout = timeout

    def submit(self, task: Task) -> Future[Outcome]:
        seconds = None if self._timeout is None else limit(len(task.items), self._timeout)
        try:
            return self._pool.schedule(perform, args=(self._work, task), timeout=seconds)
        except RuntimeError as error:  # the pool is no more
            raise BrokenProcessPool from error
