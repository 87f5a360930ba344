"""Which files of a folder changed since it was last looked at, told once they are at rest.

Files are looked at again and again: the folder may lie on a share, in a container or in a cloud's
folder, where no system tells of changes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from hallgen.build.publish import MARK

#: Seconds between two looks, and how many times longer than a look takes one waits at least.
PAUSE: Final = 0.08
_REST: Final = 4

Stamps = Mapping[Path, tuple[int, int]]


class Watch:
    """Looks after all files below a folder but hidden ones and those of built sites."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = stamps(folder)
        self._pause = PAUSE

    def changed(self) -> frozenset[Path]:
        """Files that are new, gone or other than before, by their paths from the folder.

        One that is still being written is waited for: it must be the same in two looks.
        """
        now = self._look()
        found = _other(self._known, now)
        while found:
            time.sleep(self._pause / 2)
            later = self._look()
            still = _other(now, later)
            now = later
            if not still:
                break
            found |= still
        self._known = now
        return frozenset(found)

    def wait(self) -> None:
        """Let some time pass: little, and no more than a look at a large folder allows."""
        time.sleep(self._pause)

    def _look(self) -> Stamps:
        began = time.perf_counter()
        seen = stamps(self._folder)
        self._pause = max(PAUSE, _REST * (time.perf_counter() - began))
        return seen


def stamps(folder: Path) -> Stamps:
    """Time and size of every file, by its path from the folder."""
    return {path.relative_to(folder): stamp for path, stamp in _stamps(folder)}


def _stamps(folder: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # it went away, or may not be read: then nothing of it can be used either
        return
    if any(entry.name == MARK for entry in entries):
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _stamps(Path(entry.path))
            else:
                told = entry.stat()
                yield Path(entry.path), (told.st_mtime_ns, told.st_size)
        except OSError:  # gone since the folder was read
            continue


def _other(before: Stamps, now: Stamps) -> set[Path]:
    return {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
