"""Work on strangers' files in a process of its own, which may crash, hang or swell without harm.

A worker does one piece of work after another, each with limits of its own, and is started anew when
one of them ended it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, TypeVar

from hallgen.media.lifetime import end_group, end_with_parent

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Connection
else:
    from multiprocessing.connection import Connection

A = TypeVar("A")
B = TypeVar("B")

#: A process that has said its last is given so many seconds to end by itself.
_PATIENCE = 2.0
#: Starting Python and loading libraries takes a second, on a busy machine half a minute, and is
#: no fault of any file's.
_STARTING = 300.0


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
    """One process that works for one caller at a time. To be closed.

    Its temporary files lie in `folder`: work that is ended cannot remove them.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._busy = threading.Lock()
        self._changing = threading.Lock()
        self._closed = False

    def do(self, work: Callable[[A], B], about: A, limits: Limits) -> B:
        """`work(about)`, done in the worker; both must be such that `pickle` can send them.

        An exception that the work raises and that can be sent is raised here; every other end
        without a result raises WorkEndedError.
        """
        with self._busy:
            answer: B | BaseException = self._answer((work, about, limits), limits.seconds)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def close(self) -> None:
        """End the process for good, also while another thread waits for its work: for that
        thread it crashed.
        """
        with self._changing:
            self._closed = True
            if self._process is not None:
                end_group(self._process)
        with self._busy:
            self._end()

    def _answer(self, work: object, seconds: float) -> Any:
        connection = self._started()
        try:
            connection.send(work)
            self._wait(connection, _STARTING)
            connection.recv()  # it has started, and has imported what the work needs
            self._wait(connection, seconds)
            answer = connection.recv()
        except (EOFError, ConnectionError):
            raise WorkEndedError(Ending.CRASHED, self._how_it_died()) from None
        if isinstance(answer, WorkEndedError) and answer.ending is Ending.LARGE:
            self._end()  # what it holds by now is not known
        return answer

    def _end(self) -> None:
        """End the process; the next piece of work starts another."""
        with self._changing:
            if self._connection is not None:
                self._connection.close()
            if self._process is not None:
                end_group(self._process)
                self._process.join()
                self._process.close()
            self._connection = self._process = None

    def _wait(self, connection: Connection, seconds: float) -> None:
        if not connection.poll(seconds):
            self._end()
            raise WorkEndedError(Ending.SLOW, f"more than {seconds:g} seconds")

    def _started(self) -> Connection:
        if self._connection is not None and self._process is not None and self._process.is_alive():
            return self._connection
        self._end()
        with self._changing:
            if self._closed:
                raise WorkEndedError(Ending.CRASHED, "the worker is closed")
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, self._folder), daemon=True)
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
        self._end()
        if code is not None and code < 0:
            return f"the process was ended by signal {-code}"
        return f"the process ended with code {code}"


class Workshop:
    """Threads that each have a worker: tasks done side by side, the risky part of each apart.

    None of the workers starts before it is needed. Their temporary files lie in `folder`. To be
    closed.
    """

    def __init__(self, workers: int, folder: Path | None = None) -> None:
        self._folder = folder
        self._threads = ThreadPoolExecutor(workers, "workshop")
        self._own = threading.local()
        self._workers: list[Worker] = []
        self._changing = threading.Lock()
        self._closed = False

    def start(self, task: Callable[[], B]) -> Future[B]:
        """Have a task done by the next thread that is free."""
        return self._threads.submit(task)

    def do(self, work: Callable[[A], B], about: A, limits: Limits) -> B:
        """As `Worker.do`, by the worker of the thread that asks."""
        if not hasattr(self._own, "worker"):
            self._own.worker = self._new_worker()
        worker: Worker = self._own.worker
        return worker.do(work, about, limits)

    def close(self) -> None:
        """End all work, also what is not done."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._changing:
            self._closed = True
        for worker in self._workers:
            worker.close()
        self._threads.shutdown()

    def _new_worker(self) -> Worker:
        with self._changing:
            if self._closed:
                raise WorkEndedError(Ending.CRASHED, "the workshop is closed")
            self._workers.append(Worker(self._folder))
            return self._workers[-1]


@contextlib.contextmanager
def workshop(workers: int, folder: Path | None = None) -> Iterator[Workshop]:
    """A workshop for as long as the block lasts, and then nothing of its temporary files, which
    lie in a folder or where the system has those.
    """
    with tempfile.TemporaryDirectory(prefix="hallgen-", dir=folder) as scratch:
        opened = Workshop(workers, Path(scratch))
        try:
            yield opened
        finally:
            opened.close()


def _serve(connection: Connection, folder: Path | None) -> None:
    """The worker's own life: one piece of work after the other until nobody is there."""
    end_with_parent()
    _be_silent()
    tempfile.tempdir = None if folder is None else str(folder)
    with contextlib.suppress(EOFError, ConnectionError, KeyboardInterrupt):
        while True:
            work, about, limits = connection.recv()
            connection.send(None)
            _hold_memory(limits.memory)
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
        _hold(resource.RLIMIT_DATA, most)
        _hold(resource.RLIMIT_CORE, 0)


def _hold_time(seconds: float) -> None:
    """Processor time, for what does not even end when it is told to."""
    if sys.platform == "linux":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime + 2 * seconds * (os.cpu_count() or 1)) + 1
        _hold(resource.RLIMIT_CPU, most)


def _hold(limit: int, most: int) -> None:
    """Lower a limit of this process; the next piece of work may have another."""
    if sys.platform == "linux":
        import resource

        _, highest = resource.getrlimit(limit)
        if highest != resource.RLIM_INFINITY:
            most = min(most, highest)
        resource.setrlimit(limit, (most, highest))
