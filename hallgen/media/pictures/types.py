"""Pictures as pages and booths know them."""

from __future__ import annotations

from enum import StrEnum

from hallgen.media.colors import Color
from hallgen.model import Frozen

#: The longer side in pixels of the size that stands for a photo where only one can be named.
_USUAL = 800


class Picture(Frozen):
    """A picture of the site: its address from the site's root, width and height in pixels.

    The address of a cell of a sheet ends in `#cell=<number>`, and the size is the sheet's.
    """

    address: str
    width: int
    height: int

    @property
    def cell(self) -> int | None:
        """Which cell of a sheet it is, from 0; None where it is a file of its own."""
        _, found, number = self.address.partition("#cell=")
        return int(number) if found else None


class PictureSet(Frozen):
    """One picture at every size that pages show, smallest first, at least one.

    `placeholder` is a data URI of a blurred copy that is seen until the picture has come, or ''
    where the picture is transparent, so that a copy below it would show through.
    """

    sizes: tuple[Picture, ...]
    placeholder: str

    @property
    def usual(self) -> Picture:
        """The size for previews, lists of links and browsers that know no other."""
        fitting = [size for size in self.sizes if max(size.width, size.height) <= _USUAL]
        return fitting[-1] if fitting else self.sizes[0]

    @property
    def largest(self) -> Picture:
        return self.sizes[-1]


class PictureUse(StrEnum):
    """What a picture is shown as: on pages, on a booth's walls, as its exhibitor's logo."""

    PAGE = "page"
    BOOTH = "booth"
    LOGO = "logo"


class WebLogo(Frozen):
    """A logo as pages show it, on white or transparent where it can be seen on white; and as
    signs do: the name of a piece, cut free of its surroundings (`free_logo`), its width and
    height in pixels, and its dominant colours, the heavier first.
    """

    page: Picture
    sign: str
    width: int
    height: int
    colors: tuple[Color, ...]


class WebPicture(Frozen):
    """A picture by its uses. `booth` is the name of a piece: the product, cut out (`cut_out`).

    What it was not asked for is None; so is `logo` where nothing can be seen of one.
    """

    page: PictureSet | None = None
    booth: str | None = None
    logo: WebLogo | None = None
