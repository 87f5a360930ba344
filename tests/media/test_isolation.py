"""A worker survives what strangers' files do to it, and says what that was."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from hallgen.media.isolation import Ending, Limits, WorkEndedError, Worker, workshop

#: Starting Python and NumPy takes a second, several on a busy machine.
_LIMITS = Limits(seconds=20.0, memory=600_000_000)


def _double(number: int) -> int:
    return 2 * number


def _die(number: int) -> None:
    os.kill(os.getpid(), number)


def _leave(code: int) -> None:
    os._exit(code)


def _sleep(seconds: float) -> None:
    time.sleep(seconds)


def _swell(size: int) -> float:
    return float(np.ones(size, np.uint8).sum())


def _raise(message: str) -> None:
    raise ValueError(message)


class _UnsendableError(Exception):
    def __init__(self, one: int, two: int) -> None:
        super().__init__("cannot be made again from its message")


def _raise_unsendable(_: None) -> None:
    error = _UnsendableError(1, 2)
    error.held = lambda: None  # type: ignore[attr-defined]
    raise error


def _talk(text: str) -> str:
    sys.stdout.write(text)
    sys.stdout.flush()
    os.write(1, text.encode())
    return text


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def test_a_worker_gives_back_what_the_work_gives(worker: Worker) -> None:
    assert [worker.do(_double, n, _LIMITS) for n in (1, 2)] == [2, 4]


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL])
def test_a_crash_is_told_and_the_next_work_is_done(worker: Worker, number: int) -> None:
    with pytest.raises(WorkEndedError, match=f"signal {int(number)}") as caught:
        worker.do(_die, int(number), _LIMITS)
    assert caught.value.ending is Ending.CRASHED
    assert worker.do(_double, 4, _LIMITS) == 8


def test_a_process_that_leaves_is_told(worker: Worker) -> None:
    with pytest.raises(WorkEndedError, match="code 3"):
        worker.do(_leave, 3, _LIMITS)


def test_work_that_hangs_is_ended() -> None:
    worker = Worker()
    short = Limits(seconds=1.0, memory=_LIMITS.memory)
    try:
        with pytest.raises(WorkEndedError) as caught:
            worker.do(_sleep, 600.0, short)
        assert caught.value.ending is Ending.SLOW
    finally:
        worker.close()


@pytest.mark.skipif(sys.platform != "linux", reason="memory is held to on Linux only")
def test_work_that_swells_is_ended(worker: Worker) -> None:
    with pytest.raises(WorkEndedError) as caught:
        worker.do(_swell, 2_000_000_000, _LIMITS)
    assert caught.value.ending is Ending.LARGE
    assert worker.do(_double, 4, _LIMITS) == 8


def test_an_exception_comes_back_as_it_is(worker: Worker) -> None:
    with pytest.raises(ValueError, match="no such thing"):
        worker.do(_raise, "no such thing", _LIMITS)


def test_an_exception_that_cannot_be_sent_is_told(worker: Worker) -> None:
    with pytest.raises(WorkEndedError, match="_UnsendableError") as caught:
        worker.do(_raise_unsendable, None, _LIMITS)
    assert caught.value.ending is Ending.FAILED


def test_libraries_are_silent(worker: Worker, capfd: pytest.CaptureFixture[str]) -> None:
    assert worker.do(_talk, "noise", _LIMITS) == "noise"
    assert capfd.readouterr() == ("", "")


def _leave_a_file(_: None) -> None:
    handle, name = tempfile.mkstemp()
    os.write(handle, name.encode())
    os._exit(1)


def test_what_ended_work_leaves_goes_with_the_workshop(tmp_path: Path) -> None:
    with workshop(1, tmp_path) as shop:
        with pytest.raises(WorkEndedError):
            shop.do(_leave_a_file, None, _LIMITS)
        (left,) = tmp_path.glob("*/*")
        assert left.read_text() == str(left)
    assert not list(tmp_path.iterdir())


def test_a_closed_workshop_ends_what_is_at_work_and_begins_no_more() -> None:
    with workshop(1) as shop:
        sleeping = shop.start(partial(shop.do, _sleep, 600.0, _LIMITS))
        waiting = shop.start(partial(shop.do, _double, 1, _LIMITS))
        while not sleeping.running():
            time.sleep(0.01)
    with pytest.raises(WorkEndedError):
        sleeping.result()
    assert waiting.cancelled()
    with pytest.raises(WorkEndedError, match="closed"):
        shop.do(_double, 1, _LIMITS)


def test_several_threads_share_workers() -> None:
    with workshop(2) as shop:
        tasks = [shop.start(partial(shop.do, _double, number, _LIMITS)) for number in range(8)]
        assert [task.result() for task in tasks] == list(range(0, 16, 2))
