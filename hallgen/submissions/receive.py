"""A submission at the organiser's: unpacked beside the fair, checked as the fair would have it, and
compared with what is there. The fair itself is not touched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hallgen import codes
from hallgen.build.locks import alone
from hallgen.build.options import HallOptions
from hallgen.build.report import Progress
from hallgen.build.steps import read_and_check
from hallgen.diagnostics import Diagnostic, Diagnostics, Place, Severity
from hallgen.light import LightQuality
from hallgen.model import Fair, FairIndex
from hallgen.readers.booth_files import NAME as CHOICES
from hallgen.readers.tables.decoding import decode
from hallgen.store import StorePlace
from hallgen.submissions.address import Parcel, addressed
from hallgen.submissions.archive import DAMAGED, Archive, opened
from hallgen.submissions.choices import Verdict, status_after, with_status
from hallgen.submissions.looks import Look, look_at
from hallgen.submissions.shadow import shadow_of
from hallgen.submissions.submit import own_files


@dataclass(frozen=True, slots=True)
class Request:
    """What the organiser says of a submission: its booth, where that is not said in it, and
    whether visitors may see it. `store` is where what is made of its media is kept.
    """

    store: StorePlace
    booth: str | None = None
    verdict: Verdict = Verdict.AS_BEFORE
    progress: Progress = lambda *_: None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A booth as it is and as it would be. `shadow` is a folder of the fair as it would be."""

    fair: Path
    shadow: Path
    parcel: Parcel
    fair_id: str
    whose: str
    before: Look
    after: Look

    @property
    def new_faults(self) -> tuple[Diagnostic, ...]:
        return tuple(one for one in self.after.faults if one not in self.before.faults)

    @property
    def solved(self) -> tuple[Diagnostic, ...]:
        return tuple(one for one in self.before.faults if one not in self.after.faults)

    @property
    def faulty(self) -> bool:
        """Whether it brings an error, so that some of it would be left out."""
        return any(fault.severity is Severity.ERROR for fault in self.new_faults)

    @property
    def changes(self) -> bool:
        return self.before.files != self.after.files

    def unused(self) -> Iterator[Diagnostic]:
        """What it brings that nothing names, with where to write what."""
        for path in self.after.unused:
            if path not in self.before.unused:
                told = Diagnostics()
                told.add(codes.UNUSED_FILE, Place(path), "nothing names it yet.")
                yield from told


@contextmanager
def examined(
    file: Path, fair: Path, request: Request, diagnostics: Diagnostics
) -> Iterator[Proposal | None]:
    """A submission beside the fair, as long as the block lasts; None, and every reason told, where
    it cannot be taken in.

    Raises UsageError where there is no fair, or another submission is being received; FairError
    where nothing of the fair can be built.
    """
    busy = f"Another submission is being received into {fair}. Wait until that is done."
    read_and_check(fair, Diagnostics())  # before a lock file is written into what is no fair
    with alone(fair / ".hallgen-receiving.lock", busy), opened(file, diagnostics) as archive:
        whole = read_and_check(fair, Diagnostics()).fair
        if archive is None:
            yield None
            return
        parcel = addressed(archive, whole, request.booth, diagnostics)
        if parcel is None:
            yield None
            return
        jobs = os.cpu_count() or 1
        options = HallOptions(LightQuality.DRAFT, request.store, jobs, request.progress)
        with shadow_of(fair) as shadow:
            scratch = shadow.parent

            look = partial(look_at, id_=parcel.booth.id, folder=parcel.folder, options=options)
            before = look(fair, scratch=scratch / "before")
            if not _laid(archive, parcel, shadow, diagnostics):
                yield None
                return
            _set_status(shadow / parcel.folder / CHOICES, before, request.verdict)
            after = look(shadow, scratch=scratch / "after")
            yield Proposal(fair, shadow, parcel, whole.id, _whose(whole, parcel), before, after)


def _laid(archive: Archive, parcel: Parcel, shadow: Path, diagnostics: Diagnostics) -> bool:
    """Put the files of a submission where they belong; whether all of them could be.

    What lies in the booth's folder and is no part of a booth is somebody else's, and stays.
    """
    _clear(shadow / parcel.folder)
    faults = 0
    places = {path: shadow / parcel.folder / path for path in parcel.own}
    places |= {path: shadow / path for path in parcel.shared}
    for path, place in places.items():
        place.unlink(missing_ok=True)  # it is the fair's own file by another name
        try:
            archive.unpack(path, place)
        except DAMAGED as fault:
            faults += 1
            message = f"it is damaged: {fault}."
            diagnostics.add(codes.ARCHIVE_BROKEN, Place(archive.name, item=path), message)
    for path in parcel.absent:
        (shadow / path).unlink(missing_ok=True)
    return not faults


def _clear(folder: Path) -> None:
    """Take a booth's files out of its folder, and folders that are empty then."""
    for file in own_files(folder)[0].values():
        file.unlink()
    for at, _, _ in os.walk(folder, topdown=False):
        with suppress(OSError):  # something is in it
            Path(at).rmdir()


def _set_status(file: Path, before: Look, verdict: Verdict) -> None:
    sent = decode(file.read_bytes()).text if file.is_file() else ""
    wanted = with_status(sent, status_after(sent, before.status, verdict))
    if wanted != sent:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(wanted, encoding="utf-8", newline="")


def _whose(fair: Fair, parcel: Parcel) -> str:
    main = FairIndex(fair).exhibitors[parcel.booth.exhibitors[0]]
    return main.name.best(*fair.languages)
