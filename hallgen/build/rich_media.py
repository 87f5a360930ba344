"""Videos, captions, narrations, documents and panoramas, made web-ready before the halls."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from hallgen.build.kept_media import Batch, Job, MediaMaker, Recipe
from hallgen.codes import VIDEO_AS_IT_IS
from hallgen.diagnostics import Diagnostics, Place
from hallgen.media.documents import Document, read_document
from hallgen.media.isolation import Limits
from hallgen.media.keys import code_key
from hallgen.media.panoramas import Panorama, cut_panorama
from hallgen.media.shelf import MediaShelf
from hallgen.media.sound import Sound, convert_sound, sound_as_it_is
from hallgen.media.video import (
    CaptionFile,
    Ffmpeg,
    Film,
    convert_video,
    find_ffmpeg,
    read_captions,
    take_as_it_is,
)
from hallgen.model import Fair, Frozen, RichMedia

Places = dict[Path, Place]
F = TypeVar("F", bound=Frozen)

#: What reading one document, one panorama or one file of captions may take.
LIMITS: Final = Limits(seconds=120.0, memory=3 << 30)

#: What one video may take. ffmpeg has limits of its own for each thing it does: this is what they
#: come to for the longest film.
FILM_LIMITS: Final = Limits(seconds=6 * 3600.0, memory=4 << 30)


#: The same of one narration, of ten minutes at most.
SOUND_LIMITS: Final = Limits(seconds=900.0, memory=4 << 30)


@dataclass(frozen=True, eq=False, slots=True)
class StartedMedia:
    """The videos, captions, narrations, documents and panoramas that are being made."""

    videos: Places
    films: Batch[Film]
    captions: Batch[CaptionFile]
    sounds: Batch[Sound]
    documents: Batch[Document]
    panoramas: Batch[Panorama]
    diagnostics: Diagnostics

    def shelf(self) -> MediaShelf:
        """Those that can be used."""
        films = self.films.by_path()
        for path, film in films.items():
            if film.poster is None:
                message = f"{path} is taken as it is."
                self.diagnostics.add(VIDEO_AS_IT_IS, self.videos[path], message)
        captions = self.captions.by_path()
        return MediaShelf(
            films=films,
            captions={path: file.address for path, file in captions.items()},
            sounds=self.sounds.by_path(),
            documents=self.documents.by_path(),
            panoramas=self.panoramas.by_path(),
        )


def start_media(fair: Fair, maker: MediaMaker) -> StartedMedia:
    """Have every such file of a fair made web-ready.

    A file that cannot be used is told at the first place that names it, and left out.
    """
    videos = _videos(fair)
    narrated, told = _narrations(fair)
    ffmpeg = find_ffmpeg() if videos or narrated else None
    spoken = _places(fair, lambda media: [one.file for one in media.captions]) | told
    documents = _places(fair, lambda media: media.documents)
    panoramas = _places(fair, lambda media: media.panoramas)
    return StartedMedia(
        videos=videos,
        films=maker.start("videos", _jobs(videos, lambda _: film_recipe(ffmpeg))),
        captions=maker.start("captions", _jobs(spoken, lambda _: caption_recipe())),
        sounds=maker.start("narrations", _jobs(narrated, lambda _: sound_recipe(ffmpeg))),
        documents=maker.start("documents", _jobs(documents, document_recipe)),
        panoramas=maker.start("panoramas", _jobs(panoramas, lambda _: panorama_recipe())),
        diagnostics=maker.diagnostics,
    )


def document_words(shelf: MediaShelf, site: Path) -> dict[str, str]:
    """What the documents of a site say, by the addresses of their texts."""
    texts: dict[str, str] = {}
    for document in shelf.documents.values():
        if document.words is not None:
            said = json.loads((site / document.words).read_text("utf-8"))
            texts[document.words] = "\n".join(said["pages"])
    return texts


def film_recipe(ffmpeg: Ffmpeg | None) -> Recipe[Film]:
    """How videos are made web-ready with an ffmpeg or without."""
    code = code_key(("media/made.py", "media/video"), ("numpy", "pillow"))
    if ffmpeg is None:
        return Recipe("video", Film, f"video as it is {code}", FILM_LIMITS, take_as_it_is)
    settings = f"video {code} {ffmpeg.version}"
    return Recipe("video", Film, settings, FILM_LIMITS, partial(convert_video, ffmpeg=ffmpeg))


def caption_recipe() -> Recipe[CaptionFile]:
    """How captions are made web-ready."""
    code = code_key(("media/made.py", "media/video/captions.py", "readers/tables"), ())
    return Recipe("captions", CaptionFile, f"captions {code}", LIMITS, read_captions)


def sound_recipe(ffmpeg: Ffmpeg | None) -> Recipe[Sound]:
    """How narrations are made web-ready with an ffmpeg or without."""
    code = code_key(("media/made.py", "media/sound", "media/video/ffmpeg.py"), ())
    if ffmpeg is None:
        return Recipe("narration", Sound, f"sound as it is {code}", LIMITS, sound_as_it_is)
    settings = f"sound {code} {ffmpeg.version}"
    return Recipe("narration", Sound, settings, SOUND_LIMITS, partial(convert_sound, ffmpeg=ffmpeg))


def document_recipe(path: Path) -> Recipe[Document]:
    """How a document is: it is saved as what it is called, so its name is one of the settings."""
    code = code_key(("media/made.py", "media/documents"), ("pillow", "pypdfium2"))
    return Recipe("document", Document, f"document {code} {path.name}", LIMITS, read_document)


def panorama_recipe() -> Recipe[Panorama]:
    """How panoramas are made web-ready."""
    code = code_key(("media/made.py", "media/panoramas"), ("numpy", "pillow"))
    return Recipe("panorama", Panorama, f"panorama {code}", LIMITS, cut_panorama)


def _jobs(places: Places, recipe: Callable[[Path], Recipe[F]]) -> Iterator[Job[F]]:
    for path, place in places.items():
        yield Job(path, place, recipe(path))


def _videos(fair: Fair) -> Places:
    places = _places(fair, lambda media: filter(None, [media.video]))
    for session in fair.sessions:
        if session.recording is not None:
            places.setdefault(session.recording, session.place)
    for hall in fair.halls:
        for booth in hall.booths:
            if booth.choices.video is not None:
                place = Place(f"booths/{booth.number}/booth.yaml", item="video")
                places.setdefault(booth.choices.video, place)
    return places


def _narrations(fair: Fair) -> tuple[Places, Places]:
    """The recordings of all stops, and their captions."""
    said = [(one, stop.place) for t in fair.trails for stop in t.stops for one in stop.narrations]
    sounds = {one.file: place for one, place in reversed(said)}
    captions = {one.captions: place for one, place in reversed(said) if one.captions is not None}
    return sounds, captions


def _places(fair: Fair, files: Callable[[RichMedia], Iterable[Path]]) -> Places:
    """The files of all exhibitors and products, each with the first place that names it."""
    owners = [(exhibitor.media, exhibitor.place) for exhibitor in fair.exhibitors]
    owners += [(product.media, product.place) for product in fair.products]
    places: Places = {}
    for media, place in owners:
        for path in files(media):
            places.setdefault(path, place)
    return places
