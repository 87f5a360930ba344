"""The fair as it would be: a folder of its files in which a submission lies already.

Files are not copied where the system can give one file two names, so it costs little, and nothing
that is done there changes the fair: a file that is to be other is another file.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from hallgen.build.publish import MARK

#: The folder of the fair in which ways back are kept.
RECEIVED: Final = "received"
#: How such a folder is called in the fair folder: hidden, and passed over by all readers.
_PREFIX = ".hallgen-receiving-"


@contextmanager
def shadow_of(fair: Path) -> Iterator[Path]:
    """A folder with all files of a fair but built sites, old submissions and what is hidden; it
    goes with the block.

    It lies in a hidden folder of its own in the fair folder, on one disk with it. Raises OSError.
    """
    for left in fair.glob(f"{_PREFIX}*"):  # of one that was killed
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=fair) as scratch:
        shadow = Path(scratch) / "fair"
        _link_all(fair, shadow, left_out=_is_apart)
        yield shadow


def _is_apart(name: str) -> bool:
    """Whether something in the fair folder is not read as a part of the fair."""
    return name.startswith(".") or name == RECEIVED


def _link_all(folder: Path, into: Path, left_out: Callable[[str], bool] = lambda _: False) -> None:
    into.mkdir()
    for entry in os.scandir(folder):
        path, other = Path(entry.path), into / entry.name
        if left_out(entry.name):
            continue
        if entry.is_symlink():
            other.symlink_to(path.readlink())
        elif entry.is_dir():
            if not (path / MARK).is_file():
                _link_all(path, other)
        elif entry.is_file():
            _link(path, other)


def _link(file: Path, other: Path) -> None:
    try:
        other.hardlink_to(file)
    except OSError:  # a disk without such names, as of a stick
        shutil.copy2(file, other)
