"""Pictures of a folder as booths have them, each made here when it is first asked for."""

from __future__ import annotations

import atexit
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hallgen.media import MediaLibrary
from hallgen.media.made import MediaRefusedError
from hallgen.media.pictures import PictureUse, WebPicture
from hallgen.media.webpictures import make_picture

#: Where pieces lie: they are named by their content, so all libraries share them.
_FOLDER = tempfile.TemporaryDirectory(prefix="hallgen-library-")
atexit.register(_FOLDER.cleanup)


@dataclass(frozen=True, slots=True)
class LiveLibrary(MediaLibrary):
    """The pictures below `source`, whichever it is asked for, made without workers."""

    source: Path = Path()

    def of(self, path: Path) -> WebPicture | None:
        file = self.source / path
        return _made(file, file.stat().st_mtime_ns) if file.is_file() else None


@lru_cache(maxsize=512)
def _made(file: Path, _changed: int) -> WebPicture | None:
    try:
        made = make_picture(tuple(PictureUse), file)
    except MediaRefusedError:
        return None
    for piece in made.pieces:
        (Path(_FOLDER.name) / piece.name).write_bytes(piece.data)
    return made.facts


def library_of(source: Path) -> MediaLibrary:
    """A library of the pictures in a fair folder."""
    return LiveLibrary(folder=Path(_FOLDER.name), source=source)
