"""Packing a booth for the organiser."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hallgen.diagnostics import Diagnostic, Diagnostics
from hallgen.errors import UsageError
from hallgen.model import Booth, Fair, FairIndex
from hallgen.preview import FairFolder, Source, find_booth
from hallgen.preview.faults import faults_of
from hallgen.preview.score import lacks_of
from hallgen.preview.shared import named_for
from hallgen.readers.booth_files import NAME as CHOICES
from hallgen.readers.booth_files import booth_folder
from hallgen.submissions.archive import opened
from hallgen.submissions.contents import NOTE, Note, is_junk, is_part

#: Every entry has the moment at which ZIPs begin: the same booth is the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Submitted:
    """A ZIP that was written: its files and bytes, what was left out since it is no part of a
    booth, the booth's faults, and how complete it is in percent.
    """

    booth: str
    file: Path
    files: int
    bytes: int
    left_out: tuple[str, ...]
    faults: tuple[Diagnostic, ...]
    score: int


def submit(source: Source, name: str, file: Path, diagnostics: Diagnostics) -> Submitted | None:
    """Write a booth's folder, and what the lists name for it, into one ZIP.

    None, and every reason told, where it would not be taken at the organiser's; then there is no
    ZIP. In an exhibitor's own folder `name` is only written down: the organiser's plan has it.
    Raises UsageError where there is no such booth or nothing in its folder.
    """
    told = Diagnostics()
    fair = source.read(told).fair
    in_fair = isinstance(source, FairFolder)
    booth = find_booth(fair, name) if in_fair else fair.halls[0].booths[0]
    files, left_out = gather(fair, booth) if in_fair else own_files(source.folder)
    if not files:
        raise UsageError(
            f"There is nothing to send of booth {booth.number}: it has no {CHOICES} and no media."
        )
    note = Note(booth=booth.id, fair=fair.id) if in_fair else Note(booth=name)
    aside = file.with_name(f".{file.name}.new")
    try:
        write_archive(aside, note, files)
        with opened(aside, diagnostics) as archive:
            if archive is None:
                return None
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)
    index = FairIndex(fair)
    return Submitted(
        booth.number,
        file,
        len(files),
        file.stat().st_size,
        left_out,
        faults_of(booth, index, source.choices_of(booth), told),
        lacks_of(booth, index)[0],
    )


def gather(fair: Fair, booth: Booth) -> tuple[dict[str, Path], tuple[str, ...]]:
    """The files of a booth in its fair, by their paths in a submission: those of its folder, and
    those that the lists name for its exhibitors; and what of its folder is no part of a booth.
    """
    found, left_out = own_files(fair.folder / booth_folder(fair.folder, booth, fair.halls))
    for path in named_for(booth, fair):
        file = fair.folder / path
        if path not in found and file.is_file() and _is_inside(file, fair.folder):
            found[path] = file
    return found, left_out


def own_files(folder: Path) -> tuple[dict[str, Path], tuple[str, ...]]:
    """The files of a booth's own folder, and what in it is no part of a booth: by its name, or
    since it is a link that leads out.
    """
    found: dict[str, Path] = {}
    left_out: list[str] = []
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(at, name)
            path = file.relative_to(folder).as_posix()
            if is_junk(path) or name.startswith(".") or path == NOTE:
                continue
            if is_part(path) and file.is_file() and _is_inside(file, folder):
                found[path] = file
            else:
                left_out.append(path)
    return found, tuple(left_out)


def write_archive(file: Path, note: Note, files: Mapping[str, Path]) -> None:
    """Write a submission: the same files make the same bytes. Raises OSError."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, NOTE, (note.model_dump_json(indent=1) + "\n").encode())
        for path, source in sorted(files.items()):
            _add(archive, path, source.read_bytes())


def _add(archive: zipfile.ZipFile, path: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(path, _MOMENT)
    entry.create_system = 3  # Unix, wherever this runs
    entry.external_attr = 0o100644 << 16
    archive.writestr(entry, data, zipfile.ZIP_DEFLATED)


def _is_inside(file: Path, folder: Path) -> bool:
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a loop of links
        return False
