"""What a catalogue says of a product, whatever its format: the cells of a row to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hallgen.diagnostics import Place
from hallgen.model import Classification, Specification, Text


class CatalogueError(Exception):
    """What is wrong with a whole catalogue, as the end of a sentence about it."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Contact:
    """How a catalogue says that a maker is reached; '' where it does not."""

    website: str = ""
    email: str = ""
    phone: str = ""
    address: Text = field(default_factory=Text)
    city: Text = field(default_factory=Text)
    country: Text = field(default_factory=Text)
    logo: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueProduct:
    """A product. `makers` are names of whose it may be, the likeliest first.

    Files are as the catalogue names them, or as paths into it where it is an archive.
    """

    place: Place
    name: Text
    id: str = ""
    makers: tuple[str, ...] = ()
    description: Text = field(default_factory=Text)
    category: Text = field(default_factory=Text)
    classifications: tuple[Classification, ...] = ()
    specifications: tuple[Specification, ...] = ()
    images: tuple[str, ...] = ()
    model: str = ""
    video: str = ""
    documents: tuple[str, ...] = ()
    contact: Contact = field(default_factory=Contact)


@dataclass(slots=True)
class Files:
    """The files of a product, sorted by what they are."""

    images: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    models: list[str] = field(default_factory=list)
    videos: list[str] = field(default_factory=list)

    def add(self, file: str, mime: str = "") -> None:
        """Sort a file in by its MIME type, or else by how its name ends; others are left out."""
        kind = _kind(file, mime)
        if file and kind is not None:
            listed: list[str] = getattr(self, kind)
            if file not in listed:
                listed.append(file)


_MODELS = (".step", ".stp", ".glb", ".gltf", ".obj", ".stl", ".ply", ".off", ".3mf", ".dae")
_IMAGES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".bmp", ".svg")
_VIDEOS = (".mp4", ".mov", ".webm", ".mkv", ".avi")


def _kind(file: str, mime: str) -> str | None:
    """By the ending first: catalogues say `application/octet-stream` of anything, or `url`."""
    name = file.partition("?")[0].partition("#")[0].casefold()
    for kind, endings in (
        ("models", _MODELS),
        ("documents", (".pdf",)),
        ("images", _IMAGES),
        ("videos", _VIDEOS),
    ):
        if name.endswith(endings):
            return kind
    main = mime.casefold().partition("/")[0]
    known = {"image": "images", "video": "videos", "model": "models"}
    return "documents" if mime.casefold() == "application/pdf" else known.get(main)


def merged(lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """All items, each once."""
    return tuple(dict.fromkeys(item for one in lists for item in one if item))
