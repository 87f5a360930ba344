"""The videos, captions, documents and panoramas of a fair, made web-ready before its halls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from hallgen.build.kept_media import MediaMaker
from hallgen.codes import VIDEO_AS_IT_IS
from hallgen.diagnostics import Place
from hallgen.media.documents import Document, read_document
from hallgen.media.documents.pdf import VERSION as DOCUMENT_VERSION
from hallgen.media.isolation import Limits, Workshop, workshop
from hallgen.media.made import Made
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
from hallgen.media.video.convert import VERSION as VIDEO_VERSION
from hallgen.model import Fair, RichMedia

#: Called with what is being done, how many are done, and of how many.
Progress = Callable[[str, int, int], None]

Places = dict[Path, Place]

#: What reading one document or one panorama may take.
_LIMITS: Final = Limits(seconds=120.0, memory=3 << 30)


def convert_media(fair: Fair, maker: MediaMaker, progress: Progress) -> MediaShelf:
    """Make every such file of a fair web-ready and write it into the site.

    A file that cannot be used is told at the first place that names it, and left out.
    """
    with workshop(_LIMITS) as workers:
        return MediaShelf(
            films=_films(_videos(fair), maker, progress),
            captions=_captions(fair, maker),
            documents=_documents(fair, maker, workers),
            panoramas=_panoramas(fair, maker, workers),
        )


def _films(places: Places, maker: MediaMaker, progress: Progress) -> dict[Path, Film]:
    ffmpeg = find_ffmpeg() if places else None
    found = {}
    for done, (path, place) in enumerate(places.items(), start=1):
        film = _film(path, place, maker, ffmpeg)
        if film is not None:
            found[path] = film
        progress("videos", done, len(places))
    return found


def _film(path: Path, place: Place, maker: MediaMaker, ffmpeg: Ffmpeg | None) -> Film | None:
    if ffmpeg is None:
        settings = f"video as it is {VIDEO_VERSION}"
        film = maker.made(path, place, Film, settings, take_as_it_is)
        if film is not None:
            maker.diagnostics.add(VIDEO_AS_IT_IS, place, f"{path} is taken as it is.")
        return film

    def convert(file: Path) -> Made[Film]:
        return convert_video(file, ffmpeg)

    return maker.made(path, place, Film, f"video {VIDEO_VERSION} {ffmpeg.version}", convert)


def _captions(fair: Fair, maker: MediaMaker) -> dict[Path, str]:
    found = {}
    for path, place in _places(fair, lambda media: [c.file for c in media.captions]).items():
        file = maker.made(path, place, CaptionFile, "captions 1", read_captions)
        if file is not None:
            found[path] = file.address
    return found


def _documents(fair: Fair, maker: MediaMaker, workers: Workshop) -> dict[Path, Document]:
    def read(file: Path) -> Made[Document]:
        return workers.do(read_document, file)

    found = {}
    for path, place in _places(fair, lambda media: media.documents).items():
        # What it is saved as is its own name, so the name decides on the result as well.
        settings = f"document {DOCUMENT_VERSION} {path.name}"
        document = maker.made(path, place, Document, settings, read)
        if document is not None:
            found[path] = document
    return found


def _panoramas(fair: Fair, maker: MediaMaker, workers: Workshop) -> dict[Path, Panorama]:
    def cut(file: Path) -> Made[Panorama]:
        return workers.do(cut_panorama, file)

    found = {}
    for path, place in _places(fair, lambda media: media.panoramas).items():
        panorama = maker.made(path, place, Panorama, f"panorama {PANORAMA_VERSION}", cut)
        if panorama is not None:
            found[path] = panorama
    return found


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
