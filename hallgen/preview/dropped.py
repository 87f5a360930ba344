"""Where a file belongs that an exhibitor drops on the form: a logo, a photo, a film."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Final

from pydantic import Field

from hallgen.errors import UsageError
from hallgen.model import Frozen
from hallgen.preview.neighbourhood import Neighbourhood
from hallgen.preview.reading import OwnFolder, Source
from hallgen.preview.shared import named_for
from hallgen.readers.own_booth import LOGOS, MEDIA, PHOTOS, has_table


class DropKind(StrEnum):
    """What a dropped file is to be."""

    LOGO = "logo"
    PHOTO = "photo"
    VIDEO = "video"


class Drop(Frozen):
    """A file that was dropped: what it is to be, of which product if it is a photo of one, and
    what it is called.
    """

    kind: DropKind
    name: str = Field(min_length=1, max_length=255)
    product: str | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where it goes, from the source's folder, and which files go for it. `key` is the one of
    booth.yaml that names it; `named` is whether anything does.
    """

    path: Path
    instead: tuple[Path, ...] = ()
    key: str | None = None
    named: bool = True


#: Endings of files that may be dropped as something.
ENDINGS: Final[Mapping[DropKind, frozenset[str]]] = {
    DropKind.LOGO: LOGOS,
    DropKind.PHOTO: PHOTOS,
    DropKind.VIDEO: frozenset({".mp4", ".m4v", ".mov", ".webm", ".mkv"}),
}
#: What no file's name has, on one system or another.
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
#: Names of devices on Windows.
_DEVICES: Final = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
_LONGEST: Final = 80


def placed(source: Source, around: Neighbourhood, drop: Drop) -> Placed:
    """Where a dropped file goes: in the place of the one that is shown, where nobody else's entry
    names that; else beside booth.yaml. Raises UsageError for a file that cannot be what it is
    dropped as.
    """
    suffix = PurePosixPath(drop.name).suffix.lower()
    if suffix not in ENDINGS[drop.kind]:
        fitting = ", ".join(sorted(ENDINGS[drop.kind]))
        raise UsageError(f"{drop.name} is none of {fitting}.")
    name = f"{_stem(drop.name)}{suffix}"
    beside = Path(source.choices_of(around.booth)).parent / MEDIA
    if drop.kind is DropKind.VIDEO:
        return Placed(beside / name, key="video")
    shown = _shown(around, drop)
    if shown is not None and shown.suffix.lower() == suffix and _is_own(source, around, shown):
        return Placed(shown)
    if not isinstance(source, OwnFolder):
        return Placed(beside / name, named=False)
    table = "exhibitors" if drop.kind is DropKind.LOGO else "products"
    if has_table(source.folder, table):
        return Placed(beside / name, named=False)
    stem = shown.stem if shown else "logo" if drop.kind is DropKind.LOGO else _stem(drop.name)
    if drop.kind is DropKind.PHOTO and stem.casefold() == "logo":
        stem = "product"  # a picture called logo is taken for one
    path = Path(MEDIA) / f"{stem}{suffix}"
    return Placed(path, (shown,) if shown is not None and shown != path else ())


def _shown(around: Neighbourhood, drop: Drop) -> Path | None:
    """The file that is shown now."""
    if drop.kind is DropKind.LOGO:
        main = around.booth.main_exhibitor
        return None if main is None else around.index.exhibitors[main].logo
    if drop.product is None:
        return None
    product = around.index.products.get(drop.product)
    if product is None or product.exhibitor not in around.booth.exhibitors:
        raise UsageError(f"Nobody here shows {drop.product!r}.")
    return next(iter(product.images), None)


def _is_own(source: Source, around: Neighbourhood, path: Path) -> bool:
    """Whether a path is that of a file, not one within an archive, and nobody else's entry names
    it.
    """
    named = named_for(around.booth, around.index.fair)
    return named.get(path.as_posix(), False) and (source.folder / path).is_file()


def _stem(name: str) -> str:
    """A name that a file can have everywhere."""
    stem = _UNSAFE.sub("-", PurePosixPath(name).stem).strip(" .-")[:_LONGEST] or "file"
    return f"{stem}-file" if _DEVICES.match(stem) else stem
