"""The videos, captions, documents and panoramas of a fair, made web-ready before its halls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeVar

from hallgen.build.kept_media import MediaMaker, Recipe
from hallgen.codes import VIDEO_AS_IT_IS
from hallgen.diagnostics import Place
from hallgen.media.documents import Document, read_document
from hallgen.media.documents.pdf import VERSION as DOCUMENT_VERSION
from hallgen.media.isolation import Limits, Workshop, workshop
from hallgen.media.panoramas import Panorama, cut_panorama
from hallgen.media.panoramas.cube import VERSION as PANORAMA_VERSION
from hallgen.media.shelf import MediaShelf
from hallgen.media.video import (
    CaptionFile,
    Ffmpeg,
    Film,
    convert_video,
    find_ffmpeg,
    read_captions,
    take_as_it_is,
)
from hallgen.media.video.captions import VERSION as CAPTIONS_VERSION
from hallgen.media.video.convert import VERSION as VIDEO_VERSION
from hallgen.model import Fair, Frozen, RichMedia

#: Called with what is being done, how many are done, and of how many.
Progress = Callable[[str, int, int], None]

Places = dict[Path, Place]
F = TypeVar("F", bound=Frozen)

#: What reading one document or one panorama may take.
LIMITS: Final = Limits(seconds=120.0, memory=3 << 30)


def convert_media(fair: Fair, maker: MediaMaker, progress: Progress) -> MediaShelf:
    """Make every such file of a fair web-ready and write it into the site.

    A file that cannot be used is told at the first place that names it, and left out.
    """
    spoken = _places(fair, lambda media: [one.file for one in media.captions])
    captions = _each(spoken, maker, lambda _: caption_recipe())
    with workshop(1) as workers:
        return MediaShelf(
            films=_films(_videos(fair), maker, progress),
            captions={path: file.address for path, file in captions.items()},
            documents=_each(
                _places(fair, lambda media: media.documents),
                maker,
                lambda path: document_recipe(path, workers),
            ),
            panoramas=_each(
                _places(fair, lambda media: media.panoramas),
                maker,
                lambda _: panorama_recipe(workers),
            ),
        )


def _films(places: Places, maker: MediaMaker, progress: Progress) -> dict[Path, Film]:
    recipe = film_recipe(find_ffmpeg()) if places else None
    found = {}
    for done, (path, place) in enumerate(places.items(), start=1):
        film = None if recipe is None else maker.made(path, place, recipe)
        if film is not None:
            found[path] = film
            if film.poster is None:
                maker.diagnostics.add(VIDEO_AS_IT_IS, place, f"{path} is taken as it is.")
        progress("videos", done, len(places))
    return found


def film_recipe(ffmpeg: Ffmpeg | None) -> Recipe[Film]:
    """How videos are made web-ready with an ffmpeg or without."""
    if ffmpeg is None:
        return Recipe("video", Film, f"video as it is {VIDEO_VERSION}", take_as_it_is)
    settings = f"video {VIDEO_VERSION} {ffmpeg.version}"
    return Recipe("video", Film, settings, lambda file: convert_video(file, ffmpeg))


def caption_recipe() -> Recipe[CaptionFile]:
    """How captions are made web-ready."""
    return Recipe("captions", CaptionFile, f"captions {CAPTIONS_VERSION}", read_captions)


def document_recipe(path: Path, workers: Workshop) -> Recipe[Document]:
    """How a document is: it is saved as what it is called, so its name is one of the settings."""
    settings = f"document {DOCUMENT_VERSION} {path.name}"
    return Recipe(
        "document", Document, settings, lambda file: workers.do(read_document, file, LIMITS)
    )


def panorama_recipe(workers: Workshop) -> Recipe[Panorama]:
    """How panoramas are made web-ready."""
    settings = f"panorama {PANORAMA_VERSION}"
    return Recipe(
        "panorama", Panorama, settings, lambda file: workers.do(cut_panorama, file, LIMITS)
    )


def _each(places: Places, maker: MediaMaker, recipe: Callable[[Path], Recipe[F]]) -> dict[Path, F]:
    """What was made of those files that can be used."""
    found = ((path, maker.made(path, place, recipe(path))) for path, place in places.items())
    return {path: facts for path, facts in found if facts is not None}


def _videos(fair: Fair) -> Places:
    places = _places(fair, lambda media: filter(None, [media.video]))
    for hall in fair.halls:
        for booth in hall.booths:
            if booth.choices.video is not None:
                place = Place(f"booths/{booth.number}/booth.yaml", item="video")
                places.setdefault(booth.choices.video, place)
    return places


def _places(fair: Fair, files: Callable[[RichMedia], Iterable[Path]]) -> Places:
    """The files of all exhibitors and products, each with the first place that names it."""
    owners = [(exhibitor.media, exhibitor.place) for exhibitor in fair.exhibitors]
    owners += [(product.media, product.place) for product in fair.products]
    places: Places = {}
    for media, place in owners:
        for path in files(media):
            places.setdefault(path, place)
    return places
