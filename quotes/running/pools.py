"""Where tasks are done: processes of this machine, or a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Protocol

from pebble import ProcessPool

from quotes.errors import SetupError
from quotes.running.work import Outcome, Task, Work, packed, perform, prepare


class Pool(Protocol):
    """Workers that do tasks; ``size`` is how many they can do at once.

    A future ends with `TimeoutError` where the task took too long, and with another exception where its worker died.
    """

    size: int

    def submit(self, task: Task) -> Future[Outcome]:
        """Have a task done."""
        ...


@contextmanager
def processes(work: Work, workers: int, timeout: float | None = None) -> Iterator[Pool]:
    """``workers`` processes, each with a model of its own; one that dies, or is killed for its time, is replaced.

    ``timeout`` is how many seconds a task may take. At the end of the block the processes are stopped at once.
    """
    blob = packed(work)
    pool = ProcessPool(workers, initializer=prepare, initargs=(blob,), context=get_context("spawn"))
    try:
        yield _Processes(pool, blob, workers, timeout)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


class _Processes:
    def __init__(self, pool: ProcessPool, work: bytes, size: int, timeout: float | None) -> None:
        self.size = size
        self._pool = pool
        self._work = work
        self._timeout = timeout

    def submit(self, task: Task) -> Future[Outcome]:
        return self._pool.schedule(perform, args=(self._work, task), timeout=self._timeout)


@contextmanager
def cluster(work: Work, address: str) -> Iterator[Pool]:
    """The workers of the Dask cluster whose scheduler is at ``address``; quotes must be installed there as well.

    Raises ``SetupError`` where Dask is not installed here or nobody answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise SetupError("A Dask cluster needs the extra: pip install 'quotes[dask]'.") from error
    try:
        client = Client(address, timeout="5s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise SetupError(f"No Dask scheduler answers at {address} ({error}). See whether it runs.") from error
    with client, client.get_executor(pure=False, retries=0) as executor:
        yield _Cluster(executor, packed(work), max(1, sum(client.nthreads().values())))


class _Cluster:
    def __init__(self, executor: Executor, work: bytes, size: int) -> None:
        self.size = size
        self._executor = executor
        self._work = work

    def submit(self, task: Task) -> Future[Outcome]:
        return self._executor.submit(perform, self._work, task)
