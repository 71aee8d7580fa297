"""Tasks on a Dask cluster, whose workers have processes of their own do them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from quotes.errors import SetupError
from quotes.running.lending import Lender
from quotes.running.pools import Pool, processes
from quotes.running.work import Outcome, Task, Work, packed, unpacked

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")

PATIENCE = 30.0
"""Seconds for a scheduler to answer, and to be there again where the connection is lost in the middle."""

_ONE_AT_A_TIME = Lock()
"""So that threads which begin together do not each make a lender."""


@contextmanager
def cluster(work: Work, address: str, timeout: float | None = None) -> Iterator[Pool]:
    """The workers of the Dask cluster whose scheduler is at ``address``; quotes must be installed there as well.

    Each of them has one process for every thread it has, and ``timeout`` is the same as for `processes`: an article
    that hangs or dies costs such a process, and never the worker, which nobody may be there to start again.

    Raises ``SetupError`` where Dask is not installed here, nobody answers, or the scheduler is lost later on.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise SetupError("A Dask cluster needs the extra: pip install 'quotes[dask]'.") from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise SetupError(f"No Dask scheduler answers at {address} ({error}). See whether it runs.") from error
    with client:
        executor = client.get_executor(pure=False, retries=0)
        try:
            yield _Cluster(client, executor, address, packed(work), timeout)
        finally:
            executor.shutdown(wait=False)  # whoever stops does not wait for what is still being done


class _Cluster:
    def __init__(self, client: Client, executor: Executor, address: str, work: bytes, timeout: float | None) -> None:
        self._client = client
        self._executor = executor
        self._address = address
        self._work = work
        self._timeout = timeout

    @property
    def size(self) -> int:
        """The threads of all workers that are there now: others may come and go."""
        threads: dict[str, int] = self._asked(self._client.nthreads)
        return max(1, sum(threads.values()))

    def submit(self, task: Task) -> Future[Outcome]:
        return self._asked(lambda: self._executor.submit(_perform_there, self._work, self._timeout, task))

    def _asked(self, call: Callable[[], T]) -> T:
        """What a call comes to; again, while the client, which has lost its scheduler, tries to find it."""
        while True:
            try:
                return call()
            except Exception as error:
                self._lost(error)
                time.sleep(0.1)

    def _lost(self, error: Exception) -> None:
        """Raise what the error means, unless there is still hope."""
        if self._client.status not in {"running", "connecting"}:
            raise SetupError(
                f"The Dask scheduler at {self._address} does not answer any more ({error}). Start it again, and give "
                "the same command: it goes on from there."
            ) from error
        if not isinstance(error, OSError):
            raise error


def _perform_there(work: bytes, timeout: float | None, task: Task) -> Outcome:
    """What a thread of a Dask worker does: it waits for a process."""
    from distributed import get_worker

    with _ONE_AT_A_TIME:
        lender = _lender(work, get_worker().state.nthreads, timeout)
    with lender.lent() as pool:
        return pool.submit(task).result()


@lru_cache(maxsize=1)
def _lender(work: bytes, workers: int, timeout: float | None) -> Lender:
    """The processes that all threads of a Dask worker share, as long as they do the same work."""
    return Lender(lambda: processes(unpacked(work), workers, timeout))
