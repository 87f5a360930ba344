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
#: Ends with its group when the command does, or whoever holds its input, however that ends.
_TETHER = '("$@"; kill 0) & cat >/dev/null; kill 0'


class Program:
    """A program with a virtual screen, whose words go to a file."""

    def __init__(self, command: list[str], words: Path) -> None:
        # Nothing of the home of who runs the tests is read or written.
        home = {"HOME": str(words.parent), "XDG_RUNTIME_DIR": str(words.parent)}
        screen = ["xvfb-run", "--auto-servernum", f"--server-args={_SCREEN}"]
        with words.open("wb") as out:
            self._process = subprocess.Popen(
                ["sh", "-c", _TETHER, "tether", *screen, *command],
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.PIPE,
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
        with self._process:  # closes its input
            pass
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)


def missing(*programs: str) -> list[str]:
    """Those of some programs that are not installed."""
    return [program for program in programs if shutil.which(program) is None]
