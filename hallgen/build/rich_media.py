"""The videos, captions, documents and panoramas of a fair, made web-ready before its halls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from hallgen.build.kept_media import MediaMaker
from hallgen.codes import VIDEO_AS_IT_IS
from hallgen.diagnostics import Place
from hallgen.media.made import Made
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


def convert_media(fair: Fair, maker: MediaMaker, progress: Progress) -> MediaShelf:
    """Make every such file of a fair web-ready and write it into the site.

    A file that cannot be used is told at the first place that names it, and left out.
    """
    return MediaShelf(
        films=_films(_videos(fair), maker, progress),
        captions=_captions(fair, maker),
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
    places: Places = {}
    for media, place in _media(fair):
        for captions in media.captions:
            places.setdefault(captions.file, place)
    found = {}
    for path, place in places.items():
        file = maker.made(path, place, CaptionFile, "captions 1", read_captions)
        if file is not None:
            found[path] = file.address
    return found


def _videos(fair: Fair) -> Places:
    places: Places = {}
    for media, place in _media(fair):
        if media.video is not None:
            places.setdefault(media.video, place)
    for hall in fair.halls:
        for booth in hall.booths:
            if booth.choices.video is not None:
                place = Place(f"booths/{booth.number}/booth.yaml", item="video")
                places.setdefault(booth.choices.video, place)
    return places


def _media(fair: Fair) -> Iterator[tuple[RichMedia, Place]]:
    for exhibitor in fair.exhibitors:
        yield exhibitor.media, exhibitor.place
    for product in fair.products:
        yield product.media, product.place
