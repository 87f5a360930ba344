"""How a booth is, before a submission and after: its choices, files, faults and completeness."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hallgen.build.media import make_media
from hallgen.build.options import HallOptions
from hallgen.build.steps import read_and_check
from hallgen.diagnostics import Diagnostic, Diagnostics
from hallgen.model import Booth, BoothStatus, Fair, FairIndex, with_own_words
from hallgen.preview.faults import faults_of
from hallgen.preview.score import lacks_of
from hallgen.preview.shared import named_for
from hallgen.readers.booth_files import NAME as CHOICES
from hallgen.readers.booth_files import choices_file
from hallgen.readers.tables.decoding import decode
from hallgen.submissions.contents import TABLES
from hallgen.submissions.submit import own_files


@dataclass(frozen=True, slots=True)
class Sent:
    """A file of a booth: its bytes, and the hash of its content."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Look:
    """A booth in a fair folder. `files` are by their paths in the fair folder, `unused` those of
    them that nothing names.
    """

    choices: str
    status: BoothStatus
    files: dict[str, Sent]
    unused: tuple[str, ...]
    faults: tuple[Diagnostic, ...]
    score: int


def look_at(fair: Path, id_: str, folder: str, scratch: Path, options: HallOptions) -> Look:
    """A booth as the fair has it. Its media are made, as a build would, and thrown away; they are
    kept in the store for that build. `scratch` is an empty folder.
    """
    told = Diagnostics()
    whole = with_own_words(read_and_check(fair, told).fair)
    booth = FairIndex(whole).booths[id_]
    alone = _alone(whole, booth)
    (scratch / "pieces").mkdir(parents=True)
    make_media(alone, scratch / "site", scratch / "pieces", options, told)
    index = FairIndex(whole)
    files = _files(whole, booth, folder)
    text = fair / folder / CHOICES
    return Look(
        choices=decode(text.read_bytes()).text if text.is_file() else "",
        status=booth.choices.status,
        files=files,
        unused=_unused(whole, booth, folder, files),
        faults=faults_of(booth, index, choices_file(fair, booth), told),
        score=lacks_of(booth, index)[0],
    )


def _alone(fair: Fair, booth: Booth) -> Fair:
    """The fair with what a booth shows, and nothing else."""
    own = set(booth.exhibitors)
    hall = next(hall for hall in fair.halls if hall.id == booth.hall)
    return fair.model_copy(
        update={
            "halls": (hall.model_copy(update={"booths": (booth,)}),),
            "exhibitors": tuple(one for one in fair.exhibitors if one.id in own),
            "products": tuple(one for one in fair.products if one.exhibitor in own),
            "sessions": (),
            "pages": (),
            "trails": (),
        }
    )


def _files(fair: Fair, booth: Booth, folder: str) -> dict[str, Sent]:
    own = {f"{folder}/{path}": file for path, file in own_files(fair.folder / folder)[0].items()}
    named = {path: fair.folder / path for path in named_for(booth, fair)}
    return {
        path: Sent(file.stat().st_size, hashlib.sha256(file.read_bytes()).hexdigest())
        for path, file in sorted((own | named).items())
        if file.is_file()
    }


def _unused(fair: Fair, booth: Booth, folder: str, files: dict[str, Sent]) -> tuple[str, ...]:
    video = booth.choices.video
    named = {*named_for(booth, fair), *([] if video is None else [video.as_posix()])}
    # What else lies in a folder with a model may be its pictures.
    around = {str(Path(path).parent) for path in named}
    media = f"{folder}/media"
    return tuple(
        path
        for path in files
        if path not in named
        and path != f"{folder}/{CHOICES}"
        and (path.removeprefix(f"{folder}/").lower() in TABLES or _apart(path, media, around))
    )


def _apart(path: str, media: str, around: set[str]) -> bool:
    parent = str(Path(path).parent)
    return parent == media or parent not in around


def changed_lines(before: str, after: str) -> Sequence[str]:
    """How a booth.yaml changes, as programmers see it: lines with + and -."""
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"{CHOICES} before", "after", lineterm="", n=2
    )
    return list(lines)
