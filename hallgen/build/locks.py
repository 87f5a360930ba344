"""One program at a time in a place: a lock that ends with who holds it, however that ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hallgen.errors import UsageError


@contextmanager
def alone(file: Path, busy: str) -> Iterator[None]:
    """Hold the lock `file` as long as the block lasts; it is gone afterwards.

    Raises UsageError with the message `busy` where another program holds it, on this machine or
    on another that shares the folder. A killed program holds nothing: the system lets go.
    """
    handle = _taken(file, busy)
    try:
        yield
    finally:
        with suppress(OSError):  # Windows removes no file that is open
            file.unlink()
        os.close(handle)


def _taken(file: Path, busy: str) -> int:
    while True:
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            held = _lock(handle)
            # Who held it before may have removed the file that was opened here.
            there = held and file.exists() and os.path.samestat(os.fstat(handle), file.stat())
        except BaseException:
            os.close(handle)
            raise
        if there:
            return handle
        os.close(handle)
        if not held:
            raise UsageError(busy)


def _lock(handle: int) -> bool:
    """Take it, if it is free."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # A folder without locks, as some networks' are: two builds there are the user's own care.
        return sys.platform != "win32"
    return True
