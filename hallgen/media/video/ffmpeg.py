"""ffmpeg, the system's or that of the extra `video`, as a program that may crash or hang."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hallgen.codes import VIDEO_BROKEN, VIDEO_NOT_CONVERTED
from hallgen.media.made import MediaRefusedError

#: Bytes of memory for one conversion: a 4K video needs a tenth.
_MEMORY: Final = 4 << 30

#: Only what lies in the file itself is read: a playlist or a list of files that calls itself a
#: video must lead nowhere.
_GUARDED: Final = (
    "-protocol_whitelist", "file,pipe",
    "-format_whitelist", "mov,matroska,avi,mp3,wav,ogg,flac",
)  # fmt: skip

#: One film is one job: others are converted beside it. What an encoder makes depends on how many
#: threads it has, so that is the same on every machine.
ONE_THREAD: Final = ("-threads", "1")


#: What leaves out what files tell of their place, time and author.
FORGET: Final = ("-map_metadata", "-1", "-map_metadata:s", "-1", "-map_chapters", "-1")

_DURATION: Final = re.compile(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)")


def seconds_of(said: str) -> float | None:
    """How long a film or a recording is, by what `Ffmpeg.told` says; None where it does not."""
    found = _DURATION.search(said)
    if found is None:
        return None
    hours, minutes, seconds = (float(part) for part in found.groups())
    return 3600 * hours + 60 * minutes + seconds


@dataclass(frozen=True, slots=True)
class Ffmpeg:
    """A program, and its first line about itself, which names its version.

    `maps_tones` tells whether it has what makes common colours of high dynamic range.
    """

    program: str
    version: str
    maps_tones: bool = False

    def run(self, file: Path, arguments: Sequence[str], seconds: float) -> bytes:
        """What ffmpeg writes to its output for one input file. Raises MediaRefusedError."""
        _, output = self._run(["-loglevel", "error", *_input(file), *arguments], seconds, ok=(0,))
        return output

    def told(self, file: Path, seconds: float) -> str:
        """What ffmpeg says of a file: of its streams, their codecs and how long they are."""
        words, _ = self._run(list(_input(file)), seconds, ok=(0, 1, 8, 234, 254))
        return words

    def _run(
        self, arguments: Sequence[str], seconds: float, ok: tuple[int, ...]
    ) -> tuple[str, bytes]:
        command = [self.program, "-nostdin", "-hide_banner", "-y", "-filter_threads", "1"]
        with subprocess.Popen(  # noqa: S603 - no shell, and our own arguments
            [*command, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            _hold_memory(process.pid)
            try:
                output, errors = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                message = f"ffmpeg took more than {seconds:.0f} seconds."
                raise MediaRefusedError(VIDEO_NOT_CONVERTED, message) from None
            except BaseException:
                process.kill()
                raise
        words = errors.decode("utf-8", "replace")
        if process.returncode in ok:
            return words, output
        if process.returncode < 0:
            message = f"ffmpeg was ended by signal {-process.returncode}."
            raise MediaRefusedError(VIDEO_NOT_CONVERTED, message)
        raise MediaRefusedError(VIDEO_BROKEN, f"ffmpeg says: {_last(words)}.")


def find_ffmpeg() -> Ffmpeg | None:
    """The ffmpeg on the path, else that of imageio-ffmpeg, where one of them runs."""
    for program in (shutil.which("ffmpeg"), _packaged()):
        found = None if program is None else _asked(program)
        if found is not None:
            return found
    return None


def _packaged() -> str | None:
    try:
        import imageio_ffmpeg  # an extra: its program is GPL
    except ImportError:
        return None
    with contextlib.suppress(RuntimeError):  # no program for this system
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    return None


def _asked(program: str) -> Ffmpeg | None:
    """What a program says of itself, where it has the encoders that are needed."""
    try:
        version, encoders, filters = (
            subprocess.run(  # noqa: S603 - a program found on the path
                [program, "-hide_banner", option], capture_output=True, timeout=30, check=True
            ).stdout.decode("utf-8", "replace")
            for option in ("-version", "-encoders", "-filters")
        )
    except (OSError, subprocess.SubprocessError):
        return None
    if not all(f" {name} " in encoders for name in ("libx264", "aac")):
        return None
    maps_tones = all(f" {name} " in filters for name in ("zscale", "tonemap"))
    return Ffmpeg(program, version.partition("\n")[0].strip(), maps_tones)


def _input(file: Path) -> tuple[str, ...]:
    return (*_GUARDED, *ONE_THREAD, "-i", f"file:{file}")


def _hold_memory(process: int) -> None:
    if sys.platform == "linux":
        import resource  # only where there is one

        with contextlib.suppress(ProcessLookupError):  # it is through already
            resource.prlimit(process, resource.RLIMIT_DATA, (_MEMORY, _MEMORY))


def _last(words: str) -> str:
    """The last thing it said, without the addresses of its memory."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    said = lines[-1] if lines else "nothing"
    return said.partition("] ")[2].rstrip(".") if said.startswith("[") else said.rstrip(".")
