"""Builds that are killed: programs that start processes in the ways that hallgen does, and hang.

    python -m tests.support.lingering WAY FOLDER

Each process writes a file into the folder, named by its id, once it is at work.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from hallgen.media import lifetime
from hallgen.media.isolation import Limits, workshop

ROOT = Path(__file__).parent.parent.parent
_LIMITS = Limits(seconds=600.0, memory=1_000_000_000)
#: A busy machine takes a while to start Python and NumPy.
_PATIENCE = 60.0


@contextmanager
def lingering(way: str, folder: Path, processes: int) -> Iterator[subprocess.Popen[bytes]]:
    """A program that runs in one of these ways, once so many processes of it are at work."""
    command = [sys.executable, "-m", "tests.support.lingering", way, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) as program:
        try:
            eventually(lambda: len(at_work(folder)) >= processes or program.poll() is not None)
            assert program.poll() is None, program.stderr and program.stderr.read()
            yield program
        finally:
            program.kill()


def at_work(folder: Path) -> list[int]:
    return [int(path.name) for path in folder.iterdir()]


def is_gone(process: int) -> bool:
    """Whether a process has ended, whether or not somebody has asked how."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state in "ZX"


def eventually(holds: Callable[[], bool]) -> None:
    """Wait for something that has to become true."""
    late = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < late
        time.sleep(0.05)


def _announce(folder: Path, process: int) -> None:
    (folder / str(process)).touch()


def _hang(folder: Path) -> None:
    """Run a program, as video is converted, and wait for it."""
    with subprocess.Popen(["sleep", "600"]) as program:
        _announce(folder, os.getpid())
        _announce(folder, program.pid)


def _hang_inside(folder: Path) -> None:
    """Never come back to the interpreter, as a large library may not."""
    _announce(folder, os.getpid())
    re.match(r"(a+)+$", "a" * 60 + "b")


def _tied(part: str, work: Callable[[Path], None], folder: Path) -> None:
    """Work tied to its parent by one part of how that is done only."""
    other = {"kernel": "_end_after", "thread": "_let_kernel_end"}[part]
    setattr(lifetime, other, lambda _: None)
    lifetime.end_with_parent()
    work(folder)


def _by_process(work: Callable[[Path], None], folder: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=work, args=(folder,))
    process.start()
    process.join()


def _in_workshop(folder: Path) -> None:
    with workshop(1) as shop:
        shop.start(partial(shop.do, _hang, folder, _LIMITS)).result()


def _as_halls(folder: Path) -> None:
    from hallgen.build.executors import LocalExecutors  # the others need not wait for all it needs

    with LocalExecutors(2).executor(2) as executor:
        for hall in [executor.submit(_hang_inside, folder) for _ in range(2)]:
            hall.result()


_WAYS: dict[str, Callable[[Path], None]] = {
    "kernel": partial(_by_process, partial(_tied, "kernel", _hang_inside)),
    "thread": partial(_by_process, partial(_tied, "thread", _hang)),
    "workshop": _in_workshop,
    "halls": _as_halls,
}


if __name__ == "__main__":
    _WAYS[sys.argv[1]](Path(sys.argv[2]))
