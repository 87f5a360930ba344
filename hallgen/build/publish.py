"""Publishing in one step: a site is built aside and takes the old one's place whole.

The new site grows in a hidden folder beside its place, so that both are on one file system.
Where the kernel can exchange two folders (Linux renameat2, macOS renamex_np), there is no
moment without a complete site; elsewhere the old one is renamed away first.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hallgen.errors import UsageError

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2
_MAC_SWAP = 2

#: A file that says: this folder was made by hallgen and may be replaced by it.
MARK = "fair.json"


class Abandoned(Exception):  # noqa: N818 - a decision, not an error
    """Raised in a `staged` block to leave the site before in its place, and nothing else."""


@contextmanager
def staged(site: Path) -> Iterator[Path]:
    """An empty folder to build in; when the block ends well, it becomes `site`.

    When it ends in an exception the previous site stays as it was, and `Abandoned` goes no
    further than that. Leftovers of a build that
    was killed are removed by the next one. Raises UsageError where `site` holds something
    that hallgen did not make.
    """
    site = site.absolute()
    if site.exists() and not (
        site.is_dir() and (not any(site.iterdir()) or (site / MARK).is_file())
    ):
        raise UsageError(
            f"{site} holds something that is not a site of hallgen. "
            "Name another folder with -o, or empty this one."
        )
    site.parent.mkdir(parents=True, exist_ok=True)
    aside = site.parent / f".{site.name}.building"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    try:
        with suppress(Abandoned):
            yield aside
            _take_place(aside, site)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def scratch_beside(site: Path) -> Iterator[Path]:
    """An empty folder beside a site's place for what a build needs meanwhile, gigabytes perhaps.

    One that a killed build left is emptied by the next.
    """
    site = site.absolute()
    folder = site.parent / f".{site.name}.scratch"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _take_place(new: Path, site: Path) -> None:
    """Put `new` where `site` is; the old site is then where `new` was."""
    if not site.exists():
        new.rename(site)
    elif not _exchange(new, site):
        old = site.parent / f".{site.name}.previous"
        shutil.rmtree(old, ignore_errors=True)
        site.rename(old)
        new.rename(site)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, if this system can."""
    if sys.platform == "linux":
        arguments = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _LINUX_EXCHANGE)
        return _system_call("renameat2", *arguments)
    if sys.platform == "darwin":
        return _system_call("renamex_np", os.fsencode(one), os.fsencode(other), _MAC_SWAP)
    return False


def _system_call(name: str, *arguments: int | bytes) -> bool:
    """Call the C library's `name`; whether it is there and succeeded."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return function is not None and function(*arguments) == 0
