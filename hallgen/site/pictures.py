"""The pictures that pages show, each made once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hallgen.diagnostics import Place
from hallgen.media.pictures import Picture, PictureSet
from hallgen.site.inputs import PictureSource, SiteFile

#: The longer side in pixels of the size that stands for a photo where only one can be named.
_USUAL = 800


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as a page shows it. `address` is from the site's root."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo at its sizes, smallest first, and what is seen before it has come, or ''."""

    sizes: tuple[Shown, ...]
    placeholder: str

    @property
    def usual(self) -> Shown:
        """The size for previews, lists of links and browsers that know no other."""
        fitting = [shown for shown in self.sizes if max(shown.width, shown.height) <= _USUAL]
        return fitting[-1] if fitting else self.sizes[0]

    @property
    def largest(self) -> Shown:
        return self.sizes[-1]


class Pictures:
    """The pictures that pages ask for; each comes out of `new_files` once."""

    def __init__(self, source: PictureSource) -> None:
        self._source = source
        self._photos: dict[Path, Photo | None] = {}
        self._logos: dict[Path, Shown | None] = {}
        self._waiting: dict[str, Picture] = {}
        self._given: set[str] = set()

    def photo(self, path: Path, place: Place) -> Photo | None:
        if path not in self._photos:
            made = self._source.photo(path, place)
            self._photos[path] = None if made is None else self._taken(made)
        return self._photos[path]

    def made(self, name: str, made: PictureSet) -> Photo:
        """A picture that the build made itself, by a name that no path has."""
        key = Path(f"/{name}")
        if key not in self._photos:
            self._photos[key] = self._taken(made)
        return self._photos[key] or self._taken(made)

    def logo(self, path: Path, place: Place) -> Shown | None:
        if path not in self._logos:
            made = self._source.page_logo(path, place)
            self._logos[path] = None if made is None else self._shown(made)
        return self._logos[path]

    def new_files(self) -> Iterator[SiteFile]:
        """Pictures that were asked for since the last call."""
        for picture in self._waiting.values():
            yield SiteFile(picture.name, picture.data)
        self._given |= set(self._waiting)
        self._waiting.clear()

    def _taken(self, made: PictureSet) -> Photo:
        return Photo(tuple(map(self._shown, made.sizes)), made.placeholder)

    def _shown(self, picture: Picture) -> Shown:
        if picture.name not in self._given:
            self._waiting[picture.name] = picture
        return Shown(picture.name, picture.width, picture.height)
