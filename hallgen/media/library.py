"""The pictures and logos of a fair folder, checked and made web-ready."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TypeVar

from PIL import Image

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.media.logos import free_logo, on_page
from hallgen.media.made import MediaRefusedError
from hallgen.media.opening import open_picture
from hallgen.media.pictures import (
    PAGE_SIDES,
    Picture,
    PictureSet,
    encode_drawn,
    picture_set,
)

#: Logos are decoded at this size at most: the largest sign is about as many pixels wide.
LOGO_PIXELS = 768
#: A page shows a logo 120 pixels wide, on screens that have up to four for one.
_PAGE_LOGO = 512
#: Logos with a longer side below this look soft on signs.
_SMALL_LOGO = 160
#: Images kept while they may be asked for again: those of a booth, and of a page.
_KEPT = 48

_Made = TypeVar("_Made")


class MediaLibrary:
    """Pictures and logos under one folder. Faults go to `diagnostics`, each told once.

    `path` is relative to the folder, `place` where the fair names the file. What cannot be used
    is None, and the diagnostics say why. Few images are held at once, however many there are.
    """

    def __init__(self, folder: Path, diagnostics: Diagnostics) -> None:
        self._folder = folder.resolve()
        self._diagnostics = diagnostics
        self._recent: OrderedDict[Hashable, object] = OrderedDict()

    def image(self, path: Path, place: Place, longest: int) -> Image.Image | None:
        """A decoded picture for composing into another: RGB or RGBA, sRGB, upright.

        Its longer side has `longest` pixels at most.
        """
        return self._kept(("image", path, longest), lambda: self._open(path, place, longest))

    def logo(self, path: Path, place: Place) -> Image.Image | None:
        """A logo cut free of its surroundings (`free_logo`), LOGO_PIXELS long at most."""
        return self._kept(("logo", path), lambda: self._free(path, place))

    def photo(self, path: Path, place: Place) -> PictureSet | None:
        """A picture at all sizes that pages show."""
        image = self._open(path, place, PAGE_SIDES[-1])
        return None if image is None else picture_set(image)

    def page_logo(self, path: Path, place: Place) -> Picture | None:
        """A logo as pages show it: on white, or transparent where it can be seen on white."""
        logo = self.logo(path, place)
        return None if logo is None else encode_drawn(on_page(logo, _PAGE_LOGO))

    def _free(self, path: Path, place: Place) -> Image.Image | None:
        image = self._open(path, place, LOGO_PIXELS)
        if image is None:
            return None
        logo = free_logo(image)
        if logo is None:
            self._diagnostics.add(codes.PICTURE_BLANK, place, f"{path} is all of one colour.")
        elif max(logo.size) < _SMALL_LOGO:
            size = f"{logo.width} x {logo.height} pixels"
            self._diagnostics.add(codes.LOGO_SMALL, place, f"The logo in {path} has {size}.")
        return logo

    def _open(self, path: Path, place: Place, longest: int) -> Image.Image | None:
        # Here: readers bring all their libraries, and who converts a model needs none.
        from hallgen.readers.media_files import find_media

        found = find_media(self._folder, path, place, self._diagnostics)
        if found is None:
            return None
        try:
            return open_picture(found.read_bytes(), longest)
        except MediaRefusedError as fault:
            self._diagnostics.add(fault.code, place, f"{path}: {fault.message}")
        except OSError as fault:
            reason = f"{path} cannot be read: {fault.strerror}."
            self._diagnostics.add(codes.PICTURE_BROKEN, place, reason)
        return None

    def _kept(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What was made before, where that is not long ago."""
        if key not in self._recent:
            self._recent[key] = make()
            if len(self._recent) > _KEPT:
                self._recent.popitem(last=False)
        self._recent.move_to_end(key)
        return self._recent[key]  # type: ignore[return-value]
