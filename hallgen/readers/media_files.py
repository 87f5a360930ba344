"""Where the files are that tables name: logos, pictures, models."""

from __future__ import annotations

from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.archives import ArchiveError
from hallgen.readers.packed_files import archive_of, unpacked


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
    except (OSError, RuntimeError, ValueError) as fault:
        diagnostics.add(codes.FILE_MISSING, place, f"{path} cannot be found: {fault}.")
        return None
    if not found.is_relative_to(folder):
        diagnostics.add(codes.MEDIA_OUTSIDE, place, f"{path} leads out of the fair folder.")
        return None
    if missing:
        diagnostics.add(codes.FILE_MISSING, place, f"There is no file {path}.")
        return None
    return found


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
