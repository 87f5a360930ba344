"""Exhibitors' files made web-ready, once per content and settings, and written into the site."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from hallgen.build.files import write_file
from hallgen.build.models import tell
from hallgen.build.report import ConvertedFile
from hallgen.build.store import Store
from hallgen.codes import STORE_NOT_WRITTEN
from hallgen.diagnostics import Diagnostics, Place
from hallgen.media.made import Made, MadeFile
from hallgen.model import Frozen
from hallgen.readers.media_files import find_media

F = TypeVar("F", bound=Frozen)


class _Kept(Frozen):
    """A converted file as it is kept: its facts as JSON, its files by address, each with the key
    of its bytes, and the seconds that it took.
    """

    facts: str
    files: tuple[tuple[str, str], ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Recipe(Generic[F]):
    """A way to make files of a kind web-ready: what it gives, and how.

    `settings` say all that the result depends on besides the file's content.
    """

    kind: str
    facts: type[F]
    settings: str
    make: Callable[[Path], Made[F]]


@dataclass(frozen=True, eq=False, slots=True)
class MediaMaker:
    """Makes files of the fair folder `folder` web-ready and writes them into the site `aside`.

    `lines` are the report's, one a file.
    """

    folder: Path
    aside: Path
    store: Store
    diagnostics: Diagnostics
    lines: list[ConvertedFile] = field(default_factory=list)

    def made(self, path: Path, place: Place, recipe: Recipe[F]) -> F | None:
        """What a file becomes; its files are in the site then.

        None where the file cannot be used; the diagnostics say why, at `place`.
        """
        file = find_media(self.folder, path, place, self.diagnostics)
        if file is None:
            return None
        try:
            key = _key(recipe.settings, file)
            known = self._kept(key, recipe.facts)
            kept = known is not None
            made, seconds = known or self._make(key, file, recipe)
        except Exception as error:  # what a library raises about a broken file is not foreseen
            tell(error, str(path), place, self.diagnostics)
            return None
        self.lines.append(_line(path, file, recipe.kind, made, seconds, kept=kept))
        for one in made.files:
            write_file(self.aside, one.name, one.data)
        return made.facts

    def _make(self, key: str, file: Path, recipe: Recipe[F]) -> tuple[Made[F], float]:
        began = time.perf_counter()
        made = recipe.make(file)
        seconds = time.perf_counter() - began
        files = tuple((one.name, hashlib.sha256(one.data).hexdigest()) for one in made.files)
        kept = _Kept(facts=made.facts.model_dump_json(), files=files, seconds=seconds)
        try:
            for one, (_, at) in zip(made.files, files, strict=True):
                self.store.put(at, one.data)
            self.store.put(key, kept.model_dump_json().encode())
        except OSError as fault:
            message = f"{recipe.kind}s could not be kept: {fault.strerror or fault}."
            self.diagnostics.add(STORE_NOT_WRITTEN, Place(str(self.store.folder)), message)
        return made, seconds

    def _kept(self, key: str, facts: type[F]) -> tuple[Made[F], float] | None:
        """What is kept under a key and what it took, if all of it is there and whole."""
        data = self.store.get(key)
        if data is None:
            return None
        try:
            kept = _Kept.model_validate_json(data)
            known = facts.model_validate_json(kept.facts)
        except ValidationError:
            return None
        files = []
        for name, at in kept.files:
            content = self.store.get(at)
            if content is None or hashlib.sha256(content).hexdigest() != at:
                return None
            files.append(MadeFile(name, content))
        return Made(known, tuple(files)), kept.seconds


def _line(
    path: Path, file: Path, kind: str, made: Made[Frozen], seconds: float, *, kept: bool
) -> ConvertedFile:
    """What the report says of a file."""
    total = {"files": len(made.files), "bytes": sum(len(one.data) for one in made.files)}
    size = file.stat().st_size
    return ConvertedFile(str(path), kind, size, 0, {"site": total}, round(seconds, 2), kept, ())


def _key(settings: str, file: Path) -> str:
    with file.open("rb") as opened:
        content = hashlib.file_digest(opened, "sha256").hexdigest()
    return hashlib.sha256(f"{settings}\n{content}".encode()).hexdigest()
