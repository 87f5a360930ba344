"""All files of a fair's exhibitors, made web-ready before its halls are built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from hallgen.build.booths import Exhibits
from hallgen.build.kept_media import MediaMaker
from hallgen.build.models import start_models
from hallgen.build.options import HallOptions
from hallgen.build.photo_sheets import on_sheets
from hallgen.build.pictures import start_pictures
from hallgen.build.report import ConvertedFile
from hallgen.build.rich_media import start_media
from hallgen.build.shelf import ModelShelf
from hallgen.diagnostics import Diagnostics
from hallgen.media import MediaLibrary
from hallgen.media.isolation import workshop
from hallgen.media.models.shelf import PublishedModel
from hallgen.media.pictures import WebPicture
from hallgen.media.shelf import MediaShelf
from hallgen.media.studio import Studio
from hallgen.model import Fair
from hallgen.store import Store


@dataclass(frozen=True, eq=False, slots=True)
class FairMedia:
    """What exhibitors' files became; models are by product. `lines` are the report's."""

    models: Mapping[str, PublishedModel]
    pictures: Mapping[Path, WebPicture]
    shelf: MediaShelf
    lines: tuple[ConvertedFile, ...]
    studio: Studio

    def exhibits(self, scratch: Path) -> Exhibits:
        """What booths need of it, with pieces in `scratch`."""
        return Exhibits(
            MediaLibrary(self.pictures, scratch, self.studio), ModelShelf(self.models, scratch)
        )


def make_media(
    fair: Fair, aside: Path, scratch: Path, options: HallOptions, diagnostics: Diagnostics
) -> FairMedia:
    """Make all files of exhibitors web-ready, as many at a time as there are jobs.

    What the site serves of them is written into `aside`. What takes longest is started first.
    """
    with workshop(options.jobs, scratch) as shop:
        maker = MediaMaker(
            fair.folder,
            aside,
            scratch,
            Store(options.store),
            shop,
            options.progress,
            diagnostics,
        )
        made = media_of(fair, maker, Studio(options.store))
    if not fair.publishing.few:
        return made
    return replace(made, pictures=on_sheets(fair, made.pictures, aside))


def media_of(fair: Fair, maker: MediaMaker, studio: Studio) -> FairMedia:
    """The same by a maker whose workers go on working for others."""
    rest, models = start_media(fair, maker), start_models(fair, maker)
    pictures = start_pictures(fair, maker)
    return FairMedia(
        models.by_product(), pictures.by_path(), rest.shelf(), tuple(maker.lines), studio
    )
