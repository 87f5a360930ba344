"""Files of a fair folder before they are read: that they lie in it, and are no larger than may be.

Whoever opens a file that people send asks here first, so that no reader follows a path or a link
out of the folder, and none is handed gigabytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from hallgen import codes
from hallgen.diagnostics import Code, Diagnostics, Place

_MB: Final = 1 << 20
#: What people write by hand: fair.yaml, a booth.yaml, tours.yaml, a page in Markdown.
MOST_BY_HAND: Final = 4 * _MB
#: Lists: fifty thousand exhibitors, each with a page of text.
MOST_OF_TABLE: Final = 64 * _MB
#: Drawings: those of whole venues have 10 to 20 MB. Read, one takes up to a hundred times its size.
MOST_OF_PLAN: Final = 48 * _MB


def is_inside(folder: Path, path: Path) -> bool:
    """Whether what a path leads to, through links too, is in a folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a name too long, a circle of links, a zero in it
        return False


def find_input(
    folder: Path, name: str, place: Place, diagnostics: Diagnostics, missing: Code
) -> Path | None:
    """The file called `name` in the fair folder, as `place` has it; None where it is not there,
    which is told with the code `missing`, or leads out of it.
    """
    path = folder / name
    if not is_inside(folder, path):
        message = f"{name} leads out of the fair folder."
        diagnostics.add(codes.INPUT_OUTSIDE, place, message)
        return None
    if not is_file(path):
        diagnostics.add(missing, place, f"there is no file {name}.")
        return None
    return path


def own_input(folder: Path, name: str, diagnostics: Diagnostics) -> Path | None:
    """A file that a fair folder may have under a name of ours; None, and nothing said, without."""
    path = folder / name
    if not is_file(path):
        return None
    if not is_inside(folder, path):
        diagnostics.add(codes.INPUT_OUTSIDE, Place(name), "it is a link out of the fair folder.")
        return None
    return path


def is_small(path: Path, shown: str, most: int, diagnostics: Diagnostics) -> bool:
    """Whether a file has at most so many bytes; else that is told of it as `shown`. Raises OSError
    where there is no file.
    """
    size = path.stat().st_size
    if size > most:
        message = f"it has {size / _MB:,.0f} MB; {most / _MB:,.0f} MB are read at most."
        diagnostics.add(codes.INPUT_TOO_LARGE, Place(shown), message)
    return size <= most


def is_file(path: Path) -> bool:
    """Whether there is such a file; a name that none can have, of a cell's text, is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
