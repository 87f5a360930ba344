"""The cells of a row that name videos, captions, documents and panoramas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from hallgen.model import UNDETERMINED, Captions, RichMedia
from hallgen.readers.columns import Cells, is_remote, media_path

#: The language in a file's name: "robot.zh.vtt", "robot_zh-Hant.srt".
_LANGUAGE = re.compile(r"[._-]([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)$")


def read_media(cells: Cells, folder: Path, table: str, languages: Sequence[str]) -> RichMedia:
    """The files that the row names, but for web addresses.

    Captions are in the language of their column, else in that of their file's name, else in the
    fair's first.
    """

    def paths(field: str) -> tuple[Path, ...]:
        return tuple(
            media_path(item, folder, table) for item in cells.items(field) if not is_remote(item)
        )

    videos = paths("video")
    captions: dict[str, Captions] = {}
    for tag, field in _captions(cells):
        for file in paths(field):
            language = _named(file, languages) if tag == UNDETERMINED else tag
            captions.setdefault(language, Captions(language=language, file=file))
    return RichMedia(
        video=videos[0] if videos else None,
        captions=tuple(captions.values()),
        documents=paths("documents"),
        panoramas=paths("panoramas"),
    )


def remote_media(cells: Cells) -> int:
    """How many such files of a row are given as web addresses."""
    fields = ["video", "documents", "panoramas", *(field for _, field in _captions(cells))]
    return sum(is_remote(item) for field in fields for item in cells.items(field))


def merged_media(first: RichMedia, other: RichMedia) -> RichMedia:
    """What two rows of one exhibitor say together; of two videos, the first."""
    film = first if first.video is not None else other
    return RichMedia(
        video=film.video,
        captions=film.captions,
        documents=tuple(dict.fromkeys(first.documents + other.documents)),
        panoramas=tuple(dict.fromkeys(first.panoramas + other.panoramas)),
    )


def _captions(cells: Cells) -> Iterator[tuple[str, str]]:
    """The columns of captions: the language of each, and its field."""
    for field in cells.columns:
        name, _, tag = field.partition(".")
        if name == "captions":
            yield tag or UNDETERMINED, field


def _named(file: Path, languages: Sequence[str]) -> str:
    found = _LANGUAGE.search(file.stem)
    return found[1] if found else languages[0]
