"""Exhibitors' files made web-ready, once per content and settings, and written into the site."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from hallgen.build.files import write_file
from hallgen.build.store import Store
from hallgen.codes import MEDIA_GAVE_UP, STORE_NOT_WRITTEN
from hallgen.diagnostics import Diagnostics, Place
from hallgen.media.isolation import WorkEndedError
from hallgen.media.made import Made, MadeFile, MediaRefusedError
from hallgen.model import Frozen
from hallgen.readers.media_files import find_media

F = TypeVar("F", bound=Frozen)


class _Kept(Frozen):
    """A converted file as it is kept: its facts as JSON, and its files by address, each with the
    key of its bytes.
    """

    facts: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, eq=False, slots=True)
class MediaMaker:
    """Makes files of the fair folder `folder` web-ready and writes them into the site `aside`."""

    folder: Path
    aside: Path
    store: Store
    diagnostics: Diagnostics

    def made(
        self,
        path: Path,
        place: Place,
        facts: type[F],
        settings: str,
        make: Callable[[Path], Made[F]],
    ) -> F | None:
        """What a file becomes; its files are in the site then.

        `settings` say all that the result depends on besides the file's content. None where the
        file cannot be used; the diagnostics say why, at `place`.
        """
        file = find_media(self.folder, path, place, self.diagnostics)
        if file is None:
            return None
        try:
            key = _key(settings, file)
            known = self._kept(key, facts)
            if known is None:
                known = make(file)
                self._keep(key, known)
        except MediaRefusedError as refused:
            self.diagnostics.add(refused.code, place, f"{path}: {refused.message}")
            return None
        except WorkEndedError as ended:
            message = f"{path}: what reads it {ended.ending} ({ended.detail})."
            self.diagnostics.add(MEDIA_GAVE_UP, place, message)
            return None
        except OSError as fault:
            message = f"{path} cannot be read: {fault.strerror or fault}."
            self.diagnostics.add(MEDIA_GAVE_UP, place, message)
            return None
        for one in known.files:
            write_file(self.aside, one.name, one.data)
        return known.facts

    def _kept(self, key: str, facts: type[F]) -> Made[F] | None:
        """What is kept under a key, if all of it is there and whole."""
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
        return Made(known, tuple(files))

    def _keep(self, key: str, made: Made[F]) -> None:
        files = tuple((file.name, hashlib.sha256(file.data).hexdigest()) for file in made.files)
        kept = _Kept(facts=made.facts.model_dump_json(), files=files)
        try:
            for file, (_, at) in zip(made.files, files, strict=True):
                self.store.put(at, file.data)
            self.store.put(key, kept.model_dump_json().encode())
        except OSError as fault:
            message = f"media could not be kept: {fault.strerror or fault}."
            self.diagnostics.add(STORE_NOT_WRITTEN, Place(str(self.store.folder)), message)


def _key(settings: str, file: Path) -> str:
    with file.open("rb") as opened:
        content = hashlib.file_digest(opened, "sha256").hexdigest()
    return hashlib.sha256(f"{settings}\n{content}".encode()).hexdigest()
