"""Processes that end with the one that started them, however that ends.

A process that is killed cleans nothing up, and what it started would go on: a hall is built for
minutes, in gigabytes, for nobody.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing.process import BaseProcess


def end_with_parent() -> None:
    """To be called first in a process that `multiprocessing` started: it and all that it starts
    itself end as soon as its parent has.

    It becomes the head of a group, so that programs it runs end too. The parent's end closes a
    pipe. On Linux the kernel answers that by a signal to the group, also while a library holds
    the interpreter; a thread waits for it everywhere.
    """
    if sys.platform != "win32":
        os.setpgid(0, 0)
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    _let_kernel_end(parent)
    threading.Thread(target=_end_after, args=(parent,), name="parent", daemon=True).start()


def end_group(process: BaseProcess) -> None:
    """Kill a process that called `end_with_parent`, and all that it started."""
    process.kill()
    if sys.platform != "win32" and process.pid is not None:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # it had no time to
            os.killpg(process.pid, signal.SIGKILL)


def _let_kernel_end(parent: BaseProcess) -> None:
    """Have a signal sent to our group when the pipe is closed that only the parent can write to.

    PR_SET_PDEATHSIG would end us with the thread that started us instead.
    """
    if sys.platform == "linux":
        import fcntl  # only where there is one

        pipe = parent.sentinel
        fcntl.fcntl(pipe, fcntl.F_SETOWN, -os.getpgrp())
        fcntl.fcntl(pipe, fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
