"""What a submission is made of: a ZIP of a booth's folder, and a note of whose it is.

submission.json        format, booth, fair
booth.yaml             what its exhibitor chose
media/...              its pictures, films, models, documents
exhibitors.* products.*   tables of the exhibitor's own, for the organiser to read
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final, Literal

from hallgen.model import Frozen
from hallgen.readers.booth_files import NAME as CHOICES
from hallgen.readers.tables.reading import SUFFIXES

NOTE: Final = "submission.json"
MEDIA: Final = "media/"
TABLES: Final = frozenset(f"{kind}{s}" for kind in ("exhibitors", "products") for s in SUFFIXES)

#: No booth needs more.
MOST_FILES: Final = 2000
MOST_BYTES: Final = 2 << 30
MOST_TEXT: Final = 1 << 20
#: What is larger than so many bytes and unpacks to so many times its size is no media.
BOMB_BYTES: Final = 10 << 20
BOMB_RATIO: Final = 200

_ENDINGS: Final = frozenset(
    f".{ending}"
    for endings in (
        ("jpg", "jpeg", "png", "webp", "avif", "heic", "heif", "tif", "tiff", "gif", "bmp"),
        ("svg", "eps", "ai", "pdf", "txt", "md"),
        ("glb", "gltf", "bin", "step", "stp", "obj", "mtl", "stl", "ply", "off", "3mf", "dae"),
        ("zip", "ktx2"),
        ("mp4", "m4v", "mov", "webm", "mkv", "avi", "vtt", "srt"),
        ("mp3", "m4a", "wav", "ogg", "flac"),
    )
    for ending in endings
)
#: What systems put beside people's files.
_JUNK: Final = re.compile(
    r"(^|/)(__MACOSX/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE
)
_DEVICES: Final = re.compile(r"^(CON|PRN|AUX|NUL|COM\d|LPT\d)(\.|$)", re.IGNORECASE)
_FORBIDDEN: Final = frozenset('<>:"|?*\\')
#: Marks that make a name read other than it is.
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: As file systems have it, in bytes.
_LONGEST: Final = 255


class Note(Frozen):
    """submission.json: the booth's id or number, and the fair's id where that is known.

    `absent` are files of the fair that were not there when this was made: to be taken away again
    by who goes back to it.
    """

    format: Literal[1] = 1
    booth: str
    fair: str | None = None
    absent: tuple[str, ...] = ()


def is_junk(path: str) -> bool:
    return bool(_JUNK.search(path))


def is_part(path: str) -> bool:
    """Whether a file belongs to a booth's own folder by its place and its ending."""
    if path in (CHOICES, NOTE) or path.lower() in TABLES:
        return True
    return path.startswith(MEDIA) and is_media(path)


def is_media(path: str) -> bool:
    return PurePosixPath(path).suffix.lower() in _ENDINGS


def folded(path: str) -> str:
    """The form in which two paths are one on some systems."""
    return unicodedata.normalize("NFC", path).casefold()


def fault_of_name(path: str) -> str | None:
    """Why a file cannot be called so; None where it can, on every system."""
    if path.startswith("/") or re.match(r"^[A-Za-z]:", path):
        return "it has a place of its own on the disk"
    for part in path.split("/"):
        if part in ("", ".", ".."):
            return "it leads out of its folder" if part == ".." else "a part of its path is empty"
        if any(unicodedata.category(sign) == "Cc" for sign in part) or _TURNING & set(part):
            return "it has signs that cannot be seen"
        if found := sorted(_FORBIDDEN & set(part)):
            return f"some systems do not allow {' '.join(found)}"
        if part[-1] in ". " or _DEVICES.match(part):
            return "Windows does not allow it"
        if len(part.encode("utf-8", "surrogateescape")) > _LONGEST:
            return "it is too long"
    return None
