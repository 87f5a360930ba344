"""The pictures and logos of a fair, made web-ready before its halls: each file once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from hallgen import codes
from hallgen.build.kept_media import Batch, Job, MediaMaker, Recipe
from hallgen.diagnostics import Diagnostics, Place
from hallgen.media.isolation import Limits
from hallgen.media.pictures import PictureUse, WebPicture
from hallgen.media.webpictures import make_picture, picture_settings
from hallgen.model import Fair

#: What reading one picture may take: a photo of 12 million pixels takes half a second and 60 MB,
#: one of 200 million 6 s and 2 GB, and a drawing whatever it wants.
LIMITS: Final = Limits(seconds=120.0, memory=3_000_000_000)

#: Logos with a longer side of fewer pixels look soft on signs.
_SMALL_LOGO: Final = 160


@dataclass(slots=True)
class _Wanted:
    """What a file is wanted for, where it is named first, and where as a logo."""

    place: Place
    uses: set[PictureUse]
    logo_of: Place | None = None


@dataclass(frozen=True, eq=False, slots=True)
class StartedPictures:
    """The pictures of a fair that are being made."""

    batch: Batch[WebPicture]
    logos: Mapping[Path, Place]
    diagnostics: Diagnostics

    def by_path(self) -> dict[Path, WebPicture]:
        """Those that can be used; faults of logos are told on the way."""
        pictures = self.batch.by_path()
        for path, place in self.logos.items():
            if path in pictures:
                look_at_logo(path, place, pictures[path], self.diagnostics)
        return pictures


def start_pictures(fair: Fair, maker: MediaMaker) -> StartedPictures:
    """Have every picture and logo that a fair names made web-ready, for all its uses at once."""
    wanted: dict[Path, _Wanted] = {}
    for exhibitor in fair.exhibitors:
        if exhibitor.logo is not None:
            logo = wanted.setdefault(exhibitor.logo, _Wanted(exhibitor.place, set()))
            logo.uses.add(PictureUse.LOGO)
            logo.logo_of = logo.logo_of or exhibitor.place
        if exhibitor.wechat_code is not None:
            code = wanted.setdefault(exhibitor.wechat_code, _Wanted(exhibitor.place, set()))
            code.uses.add(PictureUse.PAGE)
    for product in fair.products:
        for number, path in enumerate(product.images):
            photo = wanted.setdefault(path, _Wanted(product.place, set()))
            photo.uses |= {PictureUse.PAGE} if number else {PictureUse.PAGE, PictureUse.BOOTH}
    for page in fair.pages:
        for path in page.pictures.values():
            wanted.setdefault(path, _Wanted(page.place, set())).uses.add(PictureUse.PAGE)
    for trail in fair.trails:
        if trail.picture is not None:
            wanted.setdefault(trail.picture, _Wanted(trail.place, set())).uses.add(PictureUse.PAGE)
    jobs = (Job(path, one.place, picture_recipe(*one.uses)) for path, one in wanted.items())
    logos = {path: one.logo_of for path, one in wanted.items() if one.logo_of is not None}
    return StartedPictures(maker.start("pictures", jobs), logos, maker.diagnostics)


def picture_recipe(*uses: PictureUse) -> Recipe[WebPicture]:
    """How a picture is made web-ready for some uses."""
    ordered = tuple(use for use in PictureUse if use in uses)
    kind = "logo" if ordered == (PictureUse.LOGO,) else "picture"
    settings = picture_settings(ordered)
    return Recipe(kind, WebPicture, settings, LIMITS, partial(make_picture, ordered))


def look_at_logo(path: Path, place: Place, made: WebPicture, diagnostics: Diagnostics) -> None:
    """Tell what is wrong with a logo as such, though its file can be read."""
    if made.logo is None:
        diagnostics.add(codes.PICTURE_BLANK, place, f"{path} is all of one colour.")
    elif max(made.logo.width, made.logo.height) < _SMALL_LOGO:
        size = f"{made.logo.width} x {made.logo.height} pixels"
        diagnostics.add(codes.LOGO_SMALL, place, f"The logo in {path} has {size}.")
