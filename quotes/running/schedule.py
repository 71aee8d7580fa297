"""Tasks -> outcomes, whatever happens to the workers."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from dataclasses import dataclass
from itertools import chain

from quotes.errors import ArticleError, QuotesError, SetupError
from quotes.pipeline import Finished
from quotes.running.pools import Pool
from quotes.running.work import Outcome, Task, outcome

AHEAD = 2
"""Tasks that wait at the workers, so that none of them waits for the next one."""

TICK = 0.5
"""Seconds after which Ctrl-C is heard at the latest."""

_NO_WORKER = (
    "A worker process ended while it was starting. Give the machine more memory, or ask for fewer workers; a script "
    'that calls quotes with workers has to do so under `if __name__ == "__main__":`.'
)


_LOST = (
    "The cluster has lost the work: its scheduler does not answer any more, or was restarted. See whether it runs, and "
    "give the same command: it goes on from there."
)


@dataclass(frozen=True, slots=True)
class _Attempt:
    task: Task
    again: bool = False


def outcomes(tasks: Iterable[Task], pool: Pool) -> Iterator[Outcome]:
    """The outcome of every task, as each is finished.

    A task whose worker dies is tried once more, then halved until the article that is to blame is alone; that one is a
    failure. One that takes too long is halved at once, and an article that does so twice, and alone, is a failure.
    Raises ``QuotesError`` where no worker can work.
    """
    waiting: deque[_Attempt] = deque()
    running: dict[Future[Outcome], _Attempt] = {}
    fresh = (_Attempt(task) for task in tasks)
    while True:
        for attempt in chain(_drained(waiting), fresh):
            running[_submitted(attempt, pool)] = attempt
            if len(running) >= pool.size + AHEAD:
                break
        if not running:
            return
        for future in _finished(running):
            attempt = running.pop(future)
            error = _error(future)
            if error is None:
                yield future.result()
            elif attempt.again and len(attempt.task.items) == 1:
                yield _guilty(attempt.task, error)
            else:
                waiting.extend(_next(attempt, error))


def _finished(running: Iterable[Future[Outcome]]) -> set[Future[Outcome]]:
    """The first to be finished.

    Looks up every ``TICK``: a signal that comes while the wait is just beginning is heard only when it ends.
    """
    done: set[Future[Outcome]] = set()
    while not done:
        done = wait(running, timeout=TICK, return_when=FIRST_COMPLETED).done
    return done


def _submitted(attempt: _Attempt, pool: Pool) -> Future[Outcome]:
    try:
        return pool.submit(attempt.task)
    except BrokenExecutor as error:
        raise SetupError(_NO_WORKER) from error


def _drained(waiting: deque[_Attempt]) -> Iterator[_Attempt]:
    while waiting:
        yield waiting.popleft()


def _error(future: Future[Outcome]) -> BaseException | None:
    """Why the future has no outcome; raises what is no fault of its articles."""
    try:
        error = future.exception()
    except CancelledError as cancelled:  # by a cluster that lost it: no fault of its articles, nor of any worker
        raise SetupError(_LOST) from cancelled
    if isinstance(error, QuotesError):
        raise error
    if isinstance(error, BrokenExecutor):
        raise SetupError(_NO_WORKER) from error
    return error


def _next(attempt: _Attempt, error: BaseException) -> list[_Attempt]:
    """What to try instead: the same again, or its halves, and those at once where the time was what it lacked."""
    alone = len(attempt.task.items) == 1
    if not attempt.again and (alone or not isinstance(error, TimeoutError)):
        return [_Attempt(attempt.task, again=True)]
    return [_Attempt(half, again=True) for half in attempt.task.halves()]


def _guilty(task: Task, error: BaseException) -> Outcome:
    (item,) = task.items
    known = item if isinstance(item, ArticleError) else ArticleError(str(item.id), "work", _reason(error))
    results: list[Finished | ArticleError] = [known]
    return outcome(task, results)


def _reason(error: BaseException) -> str:
    """What happened to a worker, for a person."""
    if isinstance(error, TimeoutError):
        return "took too long. Allow it more seconds (--timeout), or leave it out."
    code = getattr(error, "exitcode", None)
    if code is None:
        return f"ended its worker ({type(error).__name__}: {error}). Leave it out, and report it with its text."
    said = signal.Signals(-code).name if code < 0 else f"exit status {code}"
    return f"ended its worker process ({said}). Give the machine more memory, or leave it out and report it."


def in_order(found: Iterable[Outcome]) -> Iterator[Outcome]:
    """The outcomes by position; those that came early are held back."""
    early: dict[int, Outcome] = {}
    position = 0
    for each in found:
        early[each.first] = each
        while position in early:
            ready = early.pop(position)
            position = ready.last
            yield ready
