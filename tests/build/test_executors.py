"""Steps are done wherever they are done, and who dies of them takes nobody else along."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from hallgen.build.executors import Executors, LocalExecutors, every, executors_at
from hallgen.errors import UsageError
from tests.support.working import doubled, fatal, faulty


def outcomes(executors: Executors, work, tasks) -> dict[object, object]:  # type: ignore[no-untyped-def]
    return {outcome.task: outcome.result for outcome in every(executors, work, tasks)}


@pytest.mark.parametrize("jobs", [1, 2])
def test_everything_is_done(jobs: int) -> None:
    tasks = list(range(7))
    assert outcomes(LocalExecutors(jobs), doubled, tasks) == {n: 2 * n for n in tasks}
    assert outcomes(LocalExecutors(jobs), doubled, []) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
def test_who_dies_is_tried_once_more_and_others_are_done(tmp_path: Path) -> None:
    numbers = (1, 0, 2, -1, 3)
    found = outcomes(LocalExecutors(2), fatal, [(number, tmp_path) for number in numbers])
    assert {number: result for (number, _), result in found.items()} == {  # type: ignore[misc]
        1: 2,
        0: 0,
        2: 4,
        -1: None,
        3: 6,
    }


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_work_raises_is_raised_here(jobs: int) -> None:
    with pytest.raises(LookupError, match="no 5"):
        outcomes(LocalExecutors(jobs), faulty, [5])


def test_names_of_executors() -> None:
    assert executors_at("local", 3) == LocalExecutors(3)
    with pytest.raises(UsageError, match=r"no executor slurm: .*dask:ADDRESS"):
        executors_at("slurm", 1)


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a dask scheduler with two workers, all of them processes of their own."""
    pytest.importorskip("distributed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    start = [sys.executable, "-W", "ignore", "-m"]
    scheduler = ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port)]
    worker = [
        "distributed.cli.dask_worker",
        address,
        "--nthreads",
        "1",
        "--nanny",
        "--no-dashboard",
    ]
    commands = [[*scheduler, "--no-dashboard"], worker, worker]
    with ExitStack() as stack:
        for command in commands:
            running = subprocess.Popen(
                [*start, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            stack.enter_context(running)
            stack.callback(running.terminate)
        _wait_for(port)
        yield address


def _wait_for(port: int) -> None:
    for _ in range(600):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("The scheduler did not start.")


@pytest.mark.slow
def test_a_cluster_does_the_same_and_outlives_its_workers(cluster: str, tmp_path: Path) -> None:
    executors = executors_at(f"dask:{cluster}", 1)
    assert outcomes(executors, doubled, list(range(7))) == {n: 2 * n for n in range(7)}
    numbers = (1, 0, 2, -1, 3)
    found = outcomes(executors, fatal, [(number, tmp_path) for number in numbers])
    results = {number: result for (number, _), result in found.items()}  # type: ignore[misc]
    assert results == {1: 2, 0: 0, 2: 4, -1: None, 3: 6}


@pytest.mark.slow  # it is waited for
def test_no_scheduler_is_told() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(UsageError, match=r"No dask scheduler answers at tcp://127.0.0.1:1"):
        outcomes(executors_at("dask:tcp://127.0.0.1:1", 1), doubled, [1])
