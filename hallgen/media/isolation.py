"""Work on strangers' files in a process of its own, which may crash, hang or swell without harm.

A worker does one piece of work after another, and is started anew when one of them ended it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")

#: A worker that was told to stop is given so many seconds before it is made to.
_PATIENCE = 2.0


class Ending(StrEnum):
    """How work ended that has no result."""

    CRASHED = "crashed"
    SLOW = "took too long"
    LARGE = "needed too much memory"
    FAILED = "failed"


class WorkEndedError(Exception):
    """Work that gave no result: how it ended, and what is known of it, in a few words."""

    def __init__(self, ending: Ending, detail: str) -> None:
        super().__init__(ending, detail)
        self.ending = ending
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.ending}: {self.detail}"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one piece of work may take: seconds of time, and bytes of memory for its data.

    Memory is held to where the system can do that (Linux); time everywhere.
    """

    seconds: float
    memory: int


class Worker:
    """One process that works for one caller at a time. To be closed."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def do(self, work: Callable[[A], B], about: A) -> B:
        """`work(about)`, done in the worker; both must be such that `pickle` can send them.

        An exception that the work raises and that can be sent is raised here; every other end
        without a result raises WorkEndedError.
        """
        connection = self._started()
        try:
            connection.send((work, about))
            if not connection.poll(self._limits.seconds):
                self.close()
                raise WorkEndedError(Ending.SLOW, f"more than {self._limits.seconds:g} seconds")
            answer: B | BaseException = connection.recv()
        except (EOFError, ConnectionError):
            raise WorkEndedError(Ending.CRASHED, self._how_it_died()) from None
        if isinstance(answer, WorkEndedError) and answer.ending is Ending.LARGE:
            self.close()  # what it holds by now is not known
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def close(self) -> None:
        """End the process. The worker can be used again: it starts another."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._connection = self._process = None

    def _started(self) -> Connection:
        if self._connection is not None and self._process is not None and self._process.is_alive():
            return self._connection
        self.close()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._limits), daemon=True)
        process.start()
        theirs.close()
        self._connection, self._process = ours, process
        return ours

    def _how_it_died(self) -> str:
        process = self._process
        if process is None:
            return "the process is gone"
        process.join(_PATIENCE)
        code = process.exitcode
        self.close()
        if code is not None and code < 0:
            return f"the process was ended by signal {-code}"
        return f"the process ended with code {code}"


class Workshop:
    """Workers for several threads: each piece of work gets one that is free."""

    def __init__(self, limits: Limits, workers: int) -> None:
        self._all = [Worker(limits) for _ in range(workers)]
        self._free: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._all:
            self._free.put(worker)

    def do(self, work: Callable[[A], B], about: A) -> B:
        """As `Worker.do`; waits until a worker is free."""
        worker = self._free.get()
        try:
            return worker.do(work, about)
        finally:
            self._free.put(worker)

    def close(self) -> None:
        for worker in self._all:
            worker.close()


@contextlib.contextmanager
def workshop(limits: Limits, workers: int = 1) -> Iterator[Workshop]:
    """Workers for as long as the block lasts; none of them starts before it is needed."""
    opened = Workshop(limits, workers)
    try:
        yield opened
    finally:
        opened.close()


def _serve(connection: Connection, limits: Limits) -> None:
    """The worker's own life: one piece of work after the other until nobody is there."""
    _be_silent()
    _hold_memory(limits.memory)
    with contextlib.suppress(EOFError, ConnectionError, KeyboardInterrupt):
        while True:
            work, about = connection.recv()
            _hold_time(limits.seconds)
            connection.send(_done(work, about))


def _done(work: Callable[[Any], Any], about: Any) -> Any:
    try:
        return work(about)
    except MemoryError:
        return WorkEndedError(Ending.LARGE, "no memory was left")
    except Exception as error:  # what a library raises about a broken file is not foreseen
        return error if _can_travel(error) else _told(error)


def _can_travel(error: Exception) -> bool:
    """Whether an exception can be made again from what it was made of."""
    try:
        return isinstance(pickle.loads(pickle.dumps(error)), Exception)  # noqa: S301 - our own
    except Exception:  # an exception's own code decides what this raises
        return False


def _told(error: Exception) -> WorkEndedError:
    return WorkEndedError(Ending.FAILED, f"{type(error).__name__}: {error}")


def _be_silent() -> None:
    """Libraries' own lines would land between ours."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())


def _hold_memory(most: int) -> None:
    if sys.platform == "linux":
        import resource  # only where there is one

        # Not the address space: WebAssembly reserves gigabytes of it and uses none.
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _hold_time(seconds: float) -> None:
    """Processor time, for a worker whose master was killed and can end it no more."""
    if sys.platform == "linux":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime + 2 * seconds * (os.cpu_count() or 1)) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
