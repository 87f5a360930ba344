"""The pictures and logos that booths are composed of, read when a booth wants them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from PIL import Image

from hallgen.media.colors import Color
from hallgen.media.pictures import WebPicture
from hallgen.media.studio import Studio

#: Images kept while they may be asked for again: those of some booths.
_KEPT = 48


@dataclass(frozen=True, eq=False, slots=True)
class Logo:
    """A logo cut free of its surroundings: RGBA, or RGB where it brings a ground of its own.

    `colors` are its dominant ones, the heavier first: none, one or two.
    """

    image: Image.Image
    colors: tuple[Color, ...]


@dataclass(frozen=True, slots=True)
class MediaLibrary:
    """Pictures by their paths in the fair folder, as `make_picture` made them; their pieces lie in
    `folder`. Travels to another process.

    Products without a photo are photographed in `studio`. What cannot be used is None; the build
    has told why. Images belong to all who ask: they are not to be changed.
    """

    pictures: Mapping[Path, WebPicture] = field(default_factory=dict)
    folder: Path = Path()
    studio: Studio = field(default_factory=Studio)

    def logo(self, path: Path) -> Logo | None:
        """An exhibitor's logo, `BOOTH_PIXELS` long at most."""
        made = self.of(path)
        if made is None or made.logo is None:
            return None
        return Logo(_read(self.folder / made.logo.sign), made.logo.colors)

    def cut_out(self, path: Path) -> Image.Image | None:
        """A product's photo: RGBA without its ground, or RGB where it fills its frame.

        It was `BOOTH_PIXELS` long at most before it was cut.
        """
        made = self.of(path)
        return None if made is None or made.booth is None else _read(self.folder / made.booth)

    def of(self, path: Path) -> WebPicture | None:
        """What was made of a file, if it can be used."""
        return self.pictures.get(path)


@lru_cache(maxsize=_KEPT)
def _read(file: Path) -> Image.Image:
    with Image.open(file, formats=("PNG",)) as opened:
        opened.load()
        return opened
