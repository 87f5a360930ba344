"""Taking a submission in, and keeping a way back."""

from __future__ import annotations

from pathlib import Path

from hallgen.build.publish import exchange
from hallgen.submissions.contents import Note
from hallgen.submissions.receive import Proposal
from hallgen.submissions.shadow import RECEIVED
from hallgen.submissions.submit import own_files, write_archive


def take_in(proposal: Proposal) -> Path:
    """Make the fair as the proposal has it, within its block; the way back is a submission of the
    booth as it was, which is written first and whose path is given.

    The booth's folder is exchanged in one step; files elsewhere that its lists name are replaced
    one by one before, each whole. Raises OSError; then what was not yet replaced is as it was, and
    the same submission can be received again.
    """
    back = _write_way_back(proposal)
    fair, shadow, parcel = proposal.fair, proposal.shadow, proposal.parcel
    for path in parcel.shared:
        (fair / path).parent.mkdir(parents=True, exist_ok=True)
        (shadow / path).replace(fair / path)
    for path in parcel.absent:
        (fair / path).unlink(missing_ok=True)
    _change_places(shadow / parcel.folder, fair / parcel.folder)
    return back


def _write_way_back(proposal: Proposal) -> Path:
    fair, parcel = proposal.fair, proposal.parcel
    touched = (*parcel.shared, *parcel.absent)
    files, _ = own_files(fair / parcel.folder)
    files |= {path: fair / path for path in touched if (fair / path).is_file()}
    absent = tuple(path for path in touched if not (fair / path).is_file())
    note = Note(booth=parcel.booth.id, fair=proposal.fair_id, absent=absent)
    folder = fair / RECEIVED / Path(parcel.folder).name
    folder.mkdir(parents=True, exist_ok=True)
    number = 1 + max((_number(path) for path in folder.glob("*-before.zip")), default=0)
    back = folder / f"{number}-before.zip"
    aside = back.with_name(f".{back.name}.new")
    try:
        write_archive(aside, note, files)
        aside.replace(back)
    finally:
        aside.unlink(missing_ok=True)
    return back


def _number(path: Path) -> int:
    said = path.name.partition("-")[0]
    return int(said) if said.isdigit() else 0


def _change_places(new: Path, place: Path) -> None:
    """Put a folder where another is; that one is then where the new one was. Without a new one,
    the old one is taken away.
    """
    if not place.exists():
        if new.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            new.rename(place)
    elif not new.exists():
        place.rename(new)
    elif not exchange(new, place):
        old = new.with_name(f"{new.name}.old")
        place.rename(old)
        new.rename(place)
