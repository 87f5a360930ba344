"""Programs on a screen of their own, which end with all that they started."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

#: The virtual screen, in pixels: larger than any window.
_SCREEN = "-screen 0 1400x1000x24"
#: Seconds that a browser may take to leave once it is asked to.
_LEAVE = 30.0


class Program:
    """A program with a virtual screen, whose words go to a file."""

    def __init__(self, command: list[str], words: Path) -> None:
        # Nothing of the home of who runs the tests is read or written.
        home = {"HOME": str(words.parent), "XDG_RUNTIME_DIR": str(words.parent)}
        with words.open("wb") as out:
            self._process = subprocess.Popen(
                ["xvfb-run", "--auto-servernum", f"--server-args={_SCREEN}", *command],
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env={**os.environ, **home},
                start_new_session=True,
            )
        self.words = words

    def said(self) -> str:
        """All that it wrote so far."""
        return self.words.read_text("utf-8", "replace")

    def ended(self) -> bool:
        return self._process.poll() is not None

    def end(self) -> None:
        """End it, its screen, and all that it started."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(_LEAVE)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


def missing(*programs: str) -> list[str]:
    """Those of some programs that are not installed."""
    return [program for program in programs if shutil.which(program) is None]
