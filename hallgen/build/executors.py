"""Where steps are done: here, in processes of this machine, or by a cluster of dask's.

Work that ends its process (killed, out of memory) is done once more; if that ends its process as
well it has no result, and everything else has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import active_children, get_context
from typing import Any, Generic, Protocol, TypeVar

from hallgen.build.inline import InlineExecutor
from hallgen.errors import UsageError
from hallgen.media.lifetime import end_group, end_with_parent

A = TypeVar("A")
B = TypeVar("B")

_DASK = "dask:"


class Executors(Protocol):
    """Gives executors; another one where a worker's death broke the one before."""

    @contextmanager
    def executor(self, tasks: int) -> Iterator[Executor]:
        """One for so many tasks."""


@dataclass(frozen=True, slots=True)
class LocalExecutors:
    """Up to `jobs` processes of this machine, or none beside this one where that is one.

    They are started afresh ("spawn"), as on every system; forking a process that runs
    threads is what breaks.
    """

    jobs: int

    @contextmanager
    def executor(self, tasks: int) -> Iterator[Executor]:
        if self.jobs <= 1:
            yield InlineExecutor()
            return
        jobs = min(self.jobs, tasks)
        others = set(active_children())
        context = get_context("spawn")
        with ProcessPoolExecutor(jobs, context, initializer=end_with_parent) as executor:
            try:
                yield executor
            except BaseException:  # nobody waits for the rest any more
                for process in set(active_children()) - others:
                    end_group(process)
                raise


@dataclass(frozen=True, slots=True)
class DaskExecutors:
    """Workers of a dask scheduler at an address, on as many machines as there are.

    They need the same hallgen, and see the fair, the site's folder and the cache by the same
    paths, as on a shared disk.
    """

    address: str

    @contextmanager
    def executor(self, tasks: int) -> Iterator[Executor]:  # noqa: ARG002 - it has its own workers
        try:
            distributed: Any = import_module("distributed")  # its calls have no types
        except ImportError as missing:
            raise UsageError("dask is not installed: pip install 'hallgen[dask]'.") from missing
        try:
            client = distributed.Client(self.address, timeout="10s", set_as_default=False)
        except (OSError, ValueError) as fault:
            raise UsageError(f"No dask scheduler answers at {self.address}: {fault}") from fault
        try:
            yield client.get_executor(pure=False, retries=0)
        finally:
            client.close()


def executors_at(name: str | None, jobs: int) -> Executors:
    """Those that a person names: None or "local", or "dask:ADDRESS". UsageError for any other."""
    if name in (None, "local"):
        return LocalExecutors(jobs)
    if name is not None and name.startswith(_DASK):
        return DaskExecutors(name.removeprefix(_DASK))
    raise UsageError(f"There is no executor {name}: name local, or dask:ADDRESS.")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[A, B]):
    """What came of a task: its result, or None where it ended its worker twice."""

    task: A
    result: B | None


def every(
    executors: Executors, work: Callable[[A], B], tasks: Sequence[A]
) -> Iterator[Outcome[A, B]]:
    """Do `work` for every task, and give each outcome as it comes.

    An exception that the work raises is raised here.
    """
    left = dict(enumerate(tasks))
    for apart in (False, True):
        # Who ended a pool is not known: the second time each that is left has one of its own.
        groups = [[number] for number in left] if apart else [list(left)]
        for group in groups:
            if not group:
                continue
            with executors.executor(len(group)) as executor:
                futures = {_begun(executor, work, left[number]): number for number in group}
                for future in as_completed(futures):
                    if not _died(future):
                        yield Outcome(left.pop(futures[future]), future.result())
    for task in left.values():
        yield Outcome(task, None)


def _begun(executor: Executor, work: Callable[[A], B], task: A) -> Future[B]:
    """The task's future; one that broke, where the executor is broken already."""
    try:
        return executor.submit(work, task)
    except BrokenExecutor as broken:
        future: Future[B] = Future()
        future.set_exception(broken)
        return future


def _died(future: Future[B]) -> bool:
    """Whether a task has no outcome because its worker ended."""
    fault = future.exception()
    return isinstance(fault, BrokenExecutor) or type(fault).__name__ == "KilledWorker"
