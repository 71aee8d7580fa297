"""Tasks on a Dask cluster, whose workers have processes of their own do them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from quotes.errors import SetupError
from quotes.running.lending import Lender
from quotes.running.pools import Pool, processes
from quotes.running.work import Outcome, Task, Work, packed, unpacked

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 30.0
"""Seconds for a scheduler to answer."""

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
        raise SetupError("A Dask cluster needs a library: pip install distributed.") from error
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
        with self._answering():
            threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def submit(self, task: Task) -> Future[Outcome]:
        with self._answering():
            return self._executor.submit(_perform_there, self._work, self._timeout, task)

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Names the scheduler where it is lost; the client says so in several ways."""
        try:
            yield
        except Exception as error:
            if self._client.status == "running" and not isinstance(error, OSError):
                raise
            raise SetupError(
                f"The Dask scheduler at {self._address} does not answer any more ({error}). Start it again, and give "
                "the same command: it goes on from there."
            ) from error


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
