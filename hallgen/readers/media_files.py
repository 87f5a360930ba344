"""Where the files are that tables name: logos, pictures, models."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Final

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.archives import ArchiveError
from hallgen.readers.packed_files import archive_of, unpacked

_NOWHERE: Final = "{} is a link that leads nowhere."


def find_media(folder: Path, path: Path, place: Place, diagnostics: Diagnostics) -> Path | None:
    """The real path of a file that is named at `place`, where it is a file inside `folder`.

    Checks and media both ask here, so that a fault is told once, in the same words.
    """
    folder = folder.resolve()
    archive = archive_of(folder, path)
    if archive is not None:
        return _member(folder, archive, path, place, diagnostics)
    try:
        found = (folder / path).resolve()
        missing = not found.is_file()
    except RuntimeError:  # what Python up to 3.12 says of a loop of links
        diagnostics.add(codes.FILE_MISSING, place, _NOWHERE.format(path))
        return None
    except (OSError, ValueError) as fault:
        diagnostics.add(codes.FILE_MISSING, place, f"{path} cannot be found: {fault}.")
        return None
    if not found.is_relative_to(folder):
        diagnostics.add(codes.MEDIA_OUTSIDE, place, f"{path} leads out of the fair folder.")
        return None
    if missing and (folder / path).is_symlink():
        diagnostics.add(codes.FILE_MISSING, place, _NOWHERE.format(path))
        return None
    if missing:
        advice = _alike(folder, path)
        diagnostics.add(codes.FILE_MISSING, place, f"There is no file {path}.", advice)
        return None
    return found


def _alike(folder: Path, path: Path) -> str | None:
    """Advice where a file is there whose name differs in capitals alone, or in how its accents are
    written: some systems find it, and others, as those that publish, do not.
    """
    for candidate in (path, Path("media") / path):
        try:
            parent = (folder / candidate).parent
            there = _names(parent, parent.stat().st_mtime_ns).get(_folded(candidate.name))
        except (OSError, ValueError):
            continue
        if there is not None:
            return f"There is {candidate.with_name(there)}: write it so."
    return None


@lru_cache(maxsize=8)
def _names(folder: Path, changed: int) -> dict[str, str]:
    """The files in a folder, as it was at a time, by their folded names."""
    del changed
    return {_folded(path.name): path.name for path in sorted(folder.iterdir())}


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _member(
    folder: Path, archive: Path, path: Path, place: Place, diagnostics: Diagnostics
) -> Path | None:
    """A file inside of an archive of the folder, unpacked to where it can be read."""
    member = path.relative_to(archive).as_posix()
    if not (folder / archive).resolve().is_relative_to(folder):
        diagnostics.add(codes.MEDIA_OUTSIDE, place, f"{path} leads out of the fair folder.")
        return None
    try:
        found = unpacked(folder / archive, member)
    except (ArchiveError, OSError) as error:
        diagnostics.add(codes.FILE_MISSING, place, f"{path} cannot be unpacked: {error}.")
        return None
    if found is None:
        diagnostics.add(codes.FILE_MISSING, place, f"There is no file {member} in {archive}.")
    return found
