"""Exhibitors' files made web-ready in workers: several at a time, once per content and settings."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from hallgen import codes
from hallgen.build.files import file_digest, write_file
from hallgen.build.kept_files import keep_files, kept_files
from hallgen.build.report import ConvertedFile, Progress
from hallgen.diagnostics import Code, Diagnostics, Place
from hallgen.media.isolation import Ending, Limits, WorkEndedError, Workshop
from hallgen.media.made import Made, MediaRefusedError, insist_on_passive
from hallgen.model import Frozen
from hallgen.readers.media_files import find_media
from hallgen.store import Store, told_of_fault

F = TypeVar("F", bound=Frozen)

_ENDINGS: Mapping[Ending, Code] = {
    Ending.CRASHED: codes.WORK_CRASHED,
    Ending.FAILED: codes.WORK_CRASHED,
    Ending.SLOW: codes.WORK_SLOW,
    Ending.LARGE: codes.WORK_LARGE,
}

#: So often a file is made that changes meanwhile.
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Recipe(Generic[F]):
    """A way to make files of a kind web-ready: what it gives, and how.

    `settings` say all that the result depends on besides the file's content. `make` is called in
    a worker, within `limits`. `holds` tells whether what was kept of a file is still right, where
    that depends on more than can be said before it was read.
    """

    kind: str
    facts: type[F]
    settings: str
    limits: Limits
    make: Callable[[Path], Made[F]]
    holds: Callable[[Path, F], bool] = lambda _path, _facts: True


@dataclass(frozen=True, slots=True)
class Job(Generic[F]):
    """A file that is to be made web-ready, by its path in the fair folder.

    `place` is the first that names it.
    """

    path: Path
    place: Place
    recipe: Recipe[F]


@dataclass(frozen=True, slots=True)
class _Done(Generic[F]):
    """What came of a job, and what there is to tell."""

    facts: F | None
    line: ConvertedFile | None
    told: Diagnostics


@dataclass(frozen=True, eq=False, slots=True)
class MediaMaker:
    """Makes files of the fair folder `folder` web-ready, as many at a time as `shop` has workers.

    Their files go into the site `aside`, their pieces into the folder `scratch`. `lines` are the
    report's, one a file.
    """

    folder: Path
    aside: Path
    scratch: Path
    store: Store
    shop: Workshop
    progress: Progress
    diagnostics: Diagnostics
    lines: list[ConvertedFile] = field(default_factory=list)
    _making: dict[str, threading.Lock] = field(default_factory=dict)

    def start(self, what: str, jobs: Iterable[Job[F]]) -> Batch[F]:
        """Have some jobs done. Nothing is told before `Batch.results` is asked."""
        started = [(job, self.shop.start(partial(self._done, job))) for job in jobs]
        return Batch(self, what, started)

    def _done(self, job: Job[F]) -> _Done[F]:
        told = Diagnostics()
        file = find_media(self.folder, job.path, job.place, told)
        if file is None:
            return _Done(None, None, told)
        try:
            made, seconds, kept = self._kept_or_made(file, job.recipe, told)
            insist_on_passive(made)
        except Exception as error:  # what a library raises about a broken file is not foreseen
            tell(error, str(job.path), job.place, told)
            return _Done(None, None, told)
        for one in made.files:
            write_file(self.aside, one.name, one.data)
        for one in made.pieces:
            write_file(self.scratch, one.name, one.data)
        size = file.stat().st_size
        line = report_line(str(job.path), size, job.recipe.kind, made, seconds, kept=kept)
        return _Done(made.facts, line, told)

    def _kept_or_made(
        self, file: Path, recipe: Recipe[F], told: Diagnostics
    ) -> tuple[Made[F], float, bool]:
        """What a file becomes, what that took, and whether it was done before.

        Two copies of a file are not made at the same time: one is what the other finds kept.
        """
        key = _key(recipe.settings, file)
        with self._making.setdefault(key, threading.Lock()):
            known = kept_files(self.store, key, recipe.facts)
            if known is not None and recipe.holds(file, known.made.facts):
                return known.made, known.seconds, True
            began = time.perf_counter()
            made, key = self._made(file, recipe, key)
            seconds = time.perf_counter() - began
            try:
                keep_files(self.store, key, made, seconds)
            except OSError as fault:
                told_of_fault(self.store, f"{recipe.kind}s", fault, told)
            return made, seconds, False

    def _made(self, file: Path, recipe: Recipe[F], key: str) -> tuple[Made[F], str]:
        """What a worker makes of a file, and the key of the content that it read.

        A file that changes meanwhile is made again: half of the old one and half of the new may
        not be kept as what either is. Raises MediaRefusedError where it goes on changing.
        """
        for _ in range(_TRIES):
            made = self.shop.do(recipe.make, file, recipe.limits)
            now = _key(recipe.settings, file)
            if now == key:
                return made, key
            key = now
        raise MediaRefusedError(codes.FILE_CHANGED, "it changes while it is read")


@dataclass(frozen=True, eq=False, slots=True)
class Batch(Generic[F]):
    """Jobs that are being done."""

    maker: MediaMaker
    what: str
    started: Sequence[tuple[Job[F], Future[_Done[F]]]]

    def results(self) -> Iterator[F | None]:
        """What became of each file, in their order; None where one cannot be used.

        Progress, faults and lines of the report are told on the way. To be asked for once.
        """
        for number, (_, future) in enumerate(self.started, start=1):
            done = future.result()
            self.maker.diagnostics.extend(done.told)
            self.maker.lines.extend([] if done.line is None else [done.line])
            self.maker.progress(self.what, number, len(self.started))
            yield done.facts

    def by_path(self) -> dict[Path, F]:
        """What became of those files that can be used. To be asked for once."""
        pairs = zip(self.started, self.results(), strict=True)
        return {job.path: facts for (job, _), facts in pairs if facts is not None}


def tell(error: Exception, file: str, place: Place, diagnostics: Diagnostics) -> None:
    """Say why a file could not be made web-ready, whatever it was that was raised."""
    match error:
        case MediaRefusedError():
            diagnostics.add(error.code, place, f"{file}: {error.message}")
        case WorkEndedError():
            diagnostics.add(_ENDINGS[error.ending], place, f"{file} {error}.")
        case _:  # a library's own about a file that nobody foresaw
            message = " ".join(f"{file}: {type(error).__name__}: {error}".split())
            diagnostics.add(codes.WORK_CRASHED, place, message)


def report_line(
    path: str, size: int, kind: str, made: Made[Frozen], seconds: float, *, kept: bool
) -> ConvertedFile:
    """What the report says of a file of so many bytes."""
    account = made.account
    total: dict[str, float] = {
        "files": len(made.files),
        "bytes": sum(len(one.data) for one in made.files),
    }
    return ConvertedFile(
        path=path,
        kind=account.form or kind,
        bytes=size,
        triangles=account.triangles,
        made=account.figures or {"site": total},
        seconds=round(seconds, 2),
        kept=kept,
        notes=account.notes,
    )


def _key(settings: str, file: Path) -> str:
    return hashlib.sha256(f"{settings}\n{file_digest(file)}".encode()).hexdigest()
