"""Which fair is meant by a folder: an organiser's, one that holds the folder, or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hallgen.errors import UsageError
from hallgen.preview.reading import FairFolder, OwnFolder, Source
from hallgen.readers.booth_files import FOLDER
from hallgen.readers.fair_file import Size
from hallgen.readers.fair_yaml import NAME
from hallgen.readers.own_booth import USUAL, is_own_booth


@dataclass(frozen=True, slots=True)
class Meant:
    """Where a fair comes from, and the booth that the folder is of, if it is one's."""

    source: Source
    booth: str | None


def source_of(folder: Path, size: tuple[float, float] | None) -> Meant:
    """A fair folder, a booth's folder in one, or an exhibitor's own; `size`, its width and depth
    in metres, is of the last alone.

    Raises UsageError for any other folder.
    """
    whole = folder.resolve()
    fair = next((one for one in (whole, whole.parent.parent) if (one / NAME).is_file()), None)
    inside = fair is not None and fair != whole
    if fair is not None and (not inside or whole.parent.name == FOLDER):
        if size is not None:
            raise UsageError("The plan tells how large the booth is: leave out --size.")
        return Meant(FairFolder(fair), whole.name if inside else None)
    if not is_own_booth(whole):
        raise UsageError(
            f"{folder} is neither a fair folder (it has no {NAME}) nor that of a booth "
            "(it has no booth.yaml and no folder media)."
        )
    return Meant(
        OwnFolder(whole, USUAL if size is None else Size(width=size[0], depth=size[1])), None
    )
