"""Videos, documents and panoramas as pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from hallgen.media.documents.types import Document
from hallgen.media.panoramas.types import Panorama
from hallgen.media.video import Film
from hallgen.model import RichMedia
from hallgen.site.page import Page


@dataclass(frozen=True, slots=True)
class Track:
    """Captions of a video in one language; `name` is what the language calls itself."""

    address: str
    language: str
    name: str
    shown: bool


@dataclass(frozen=True, slots=True)
class ShownFilm:
    """A video with its captions, those of the page's language first."""

    film: Film
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document, and what a page says of it: "PDF, 1.2 MB, 8 pages"."""

    document: Document
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class ShownMedia:
    """What a page shows of an exhibitor's or a product's files."""

    film: ShownFilm | None
    documents: tuple[ShownDocument, ...]
    panoramas: tuple[Panorama, ...]


NO_MEDIA: Final = ShownMedia(None, (), ())


def shown_media(page: Page, media: RichMedia) -> ShownMedia:
    """Those files of `media` that could be made web-ready."""
    shelf = page.site.inputs.shelf
    documents = (shelf.documents[path] for path in media.documents if path in shelf.documents)
    return ShownMedia(
        film=shown_film(page, media),
        documents=tuple(_document(page, document) for document in documents),
        panoramas=tuple(
            shelf.panoramas[path] for path in media.panoramas if path in shelf.panoramas
        ),
    )


def shown_track(page: Page, language: str, address: str) -> Track:
    """Captions in a language, shown from the start where that is the page's."""
    return Track(address, language, page.own_name(language), shown=language == page.language)


def shown_film(page: Page, media: RichMedia) -> ShownFilm | None:
    """A video with its captions, where it could be made web-ready."""
    shelf = page.site.inputs.shelf
    film = None if media.video is None else shelf.films.get(media.video)
    if film is None:
        return None
    reading = list(page.reading)
    captions = sorted(
        (c for c in media.captions if c.file in shelf.captions),
        key=lambda c: reading.index(c.language) if c.language in reading else len(reading),
    )
    tracks = (shown_track(page, c.language, shelf.captions[c.file]) for c in captions)
    return ShownFilm(film, tuple(tracks))


def _document(page: Page, document: Document) -> ShownDocument:
    size = f"{document.bytes / 1e6:.1f} MB" if document.bytes >= 1e5 else "0.1 MB"
    about = page.t("comma").join(("PDF", size, page.count("document.pages", document.pages)))
    return ShownDocument(document, document.title or document.name.removesuffix(".pdf"), about)
