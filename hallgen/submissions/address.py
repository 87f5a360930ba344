"""Whose a submission is, and where each of its files belongs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.errors import UsageError
from hallgen.model import Booth, Fair
from hallgen.preview import find_booth
from hallgen.preview.shared import named_for
from hallgen.readers.booth_files import NAME as CHOICES
from hallgen.readers.booth_files import booth_folder
from hallgen.submissions.archive import DAMAGED, Archive
from hallgen.submissions.choices import is_plain
from hallgen.submissions.contents import NOTE, Note, is_part


@dataclass(frozen=True, slots=True)
class Parcel:
    """A submission whose place is known. `folder` is the booth's, from the fair folder.

    `own` are the files that will be all of that folder. `shared` lie elsewhere in the fair, where
    the lists name them for this booth alone, and so do those that are to go, `absent`.
    """

    booth: Booth
    folder: str
    own: tuple[str, ...]
    shared: tuple[str, ...]
    absent: tuple[str, ...]


def addressed(
    archive: Archive, fair: Fair, named: str | None, diagnostics: Diagnostics
) -> Parcel | None:
    """Find the booth, which is the one that is `named` where the submission does not say; None,
    and all reasons told, where the submission cannot be taken in.

    Raises UsageError where the named booth is none.
    """
    told = Diagnostics()
    note = _note(archive, told)
    booth = _booth(archive, note, fair, named, told)
    if CHOICES in archive.files:
        is_plain(_read(archive, CHOICES, told), archive.name, told)
    parcel = None if booth is None else _sorted(archive, note, booth, fair, told)
    diagnostics.extend(told)
    return None if len(told) else parcel


def _note(archive: Archive, told: Diagnostics) -> Note | None:
    if NOTE not in archive.files:
        return None
    try:
        return Note.model_validate_json(_read(archive, NOTE, told))
    except ValidationError:
        message = "it is none that this hallgen reads."
        told.add(codes.ARCHIVE_BROKEN, Place(archive.name, item=NOTE), message)
        return None


def _read(archive: Archive, path: str, told: Diagnostics) -> bytes:
    try:
        return archive.read(path)
    except DAMAGED as fault:
        told.add(codes.ARCHIVE_BROKEN, Place(archive.name, item=path), f"it is damaged: {fault}.")
        return b""


def _booth(
    archive: Archive, note: Note | None, fair: Fair, named: str | None, told: Diagnostics
) -> Booth | None:
    def wrong(message: str) -> None:
        told.add(codes.WRONG_BOOTH, Place(archive.name), message)

    if note is not None and note.fair not in (None, fair.id):
        wrong(f"it is of the fair {note.fair!r}, and this is {fair.id!r}.")
        return None
    said = note.booth if note is not None else archive.top
    booth = None if named is None else find_booth(fair, named)
    try:
        sent = find_booth(fair, said) if said else None
    except UsageError as unknown:
        if booth is None:
            wrong(str(unknown))
            return None
        sent = None
    if booth is None and sent is None:
        wrong("it does not say of which booth it is.")
    elif booth is not None and sent is not None and booth.id != sent.id:
        wrong(f"it is of booth {sent.id}, not of {booth.id}.")
    found = booth or sent
    if found is not None and not found.exhibitors:
        wrong(f"nobody is in booth {found.number} by the fair's list.")
    return found


def _sorted(
    archive: Archive, note: Note | None, booth: Booth, fair: Fair, told: Diagnostics
) -> Parcel:
    folder = booth_folder(fair.folder, booth, fair.halls)
    named = named_for(booth, fair)
    own, shared = [], []
    for path in archive.files:
        if path == NOTE:
            continue
        if path not in named or (fair.folder / folder / path).is_file():
            own.append(path)
            if not is_part(path):
                message = "it is no part of a booth."
                told.add(codes.UNEXPECTED_FILE, Place(archive.name, item=path), message)
        elif named[path]:
            shared.append(path)
        elif not _is_same(archive, path, fair.folder / path, told):
            message = f"{path} is not this booth's alone."
            told.add(codes.SHARED_FILE, Place(archive.name, item=path), message)
    absent = () if note is None else note.absent
    gone = tuple(p for p in absent if named.get(p) and p not in archive.files)
    return Parcel(booth, folder, tuple(own), tuple(shared), gone)


def _is_same(archive: Archive, path: str, file: Path, told: Diagnostics) -> bool:
    """Whether a file of the fair is what was sent, so that nothing would change."""
    if not file.is_file() or file.stat().st_size != archive.files[path].file_size:
        return False
    sent = _read(archive, path, told)
    return hashlib.sha256(sent).digest() == hashlib.sha256(file.read_bytes()).digest()
