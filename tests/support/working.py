"""Work for other processes: some of it ends them."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def doubled(number: int) -> int:
    return 2 * number


def fatal(task: tuple[int, Path]) -> int:
    """Twice a number; a negative one kills the process each time, 0 the first time only."""
    number, folder = task
    mark = folder / f"tried {number}"
    if number < 0 or (number == 0 and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def faulty(number: int) -> int:
    raise LookupError(f"no {number}")
