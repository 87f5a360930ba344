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
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hallgen.build.locks import alone
from hallgen.errors import UsageError

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2
_MAC_SWAP = 2
#: So often an old folder is tried to be removed, a tenth of a second apart.
_TRIES = 50

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
    that hallgen did not make, or another build of it is at work.
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
    busy = (
        f"Another build of {site} is at work. Wait until it is done, "
        "or name another folder with -o."
    )
    with alone(site.parent / f".{site.name}.lock", busy):
        _put_back(site)
        aside = site.parent / f".{site.name}.building"
        _empty(aside)
        try:
            with suppress(Abandoned):
                yield aside
                _take_place(aside, site)
        except OSError as fault:
            fault.filename = fault.filename or str(site.parent)  # a full disk names no file
            raise
        finally:
            shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def scratch_beside(site: Path) -> Iterator[Path]:
    """An empty folder beside a site's place for what a build needs meanwhile, gigabytes perhaps.

    One that a killed build left is emptied by the next.
    """
    site = site.absolute()
    folder = site.parent / f".{site.name}.scratch"
    _empty(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _empty(folder: Path) -> None:
    """Make an empty folder, whatever is there. Processes of a build that was killed may go on
    writing into it for a moment.
    """
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            time.sleep(0.1)
        else:
            return
    raise UsageError(f"{folder} is left of a build and cannot be removed. Remove it by hand.")


def _put_back(site: Path) -> None:
    """Undo what a build began that was killed while no site was in its place."""
    previous = _previous(site)
    if previous.exists() and not site.exists():
        previous.rename(site)


def _previous(site: Path) -> Path:
    return site.parent / f".{site.name}.previous"


def _take_place(new: Path, site: Path) -> None:
    """Put `new` where `site` is; the old site is then where `new` was."""
    if not site.exists():
        new.rename(site)
    elif not exchange(new, site):
        old = _previous(site)
        shutil.rmtree(old, ignore_errors=True)
        site.rename(old)
        new.rename(site)
        shutil.rmtree(old, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
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
