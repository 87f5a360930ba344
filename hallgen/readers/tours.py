"""tours.yaml: the hot spots and guided tours of a fair, their stops found in its halls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import UNDETERMINED, Fair, Narration, Stop, Text, Trail, TrailKind
from hallgen.readers.columns import is_remote, media_path
from hallgen.readers.documents import mend, place_of, read_document
from hallgen.readers.inputs import own_input
from hallgen.readers.lined import Lined
from hallgen.readers.stops import Sites
from hallgen.readers.suggest import did_you_mean
from hallgen.readers.tours_file import StopEntry, TourEntry, ToursFile, TrailEntry
from hallgen.readers.tours_made import category_stops, zone_stops

NAME = "tours.yaml"


def read_tours(fair: Fair, diagnostics: Diagnostics) -> tuple[Trail, ...]:
    """The hot spots, then the tours of the fair's folder; none where it has no tours.yaml.

    Every fault is told, and what it concerns is left out.
    """
    path = own_input(fair.folder, NAME, diagnostics)
    document = None if path is None else read_document(path, NAME, diagnostics)
    if document is None:
        return ()
    mend(document, ToursFile, NAME, diagnostics)
    file = ToursFile.model_validate(document)
    reader = _Reader(document, Sites(fair, diagnostics), diagnostics)
    lists: tuple[tuple[TrailKind, str, tuple[TrailEntry, ...]], ...] = (
        (TrailKind.HOT_SPOT, "hot_spots", file.hot_spots),
        (TrailKind.TOUR, "tours", file.tours),
    )
    found: dict[str, Trail] = {}
    for kind, key, entries in lists:
        for at, entry in enumerate(entries):
            if entry.id in found:
                message = f"the id {entry.id!r} is taken already."
                diagnostics.add(codes.REPEATED_ID, reader.place(key, at, "id"), message)
            elif trail := reader.trail(kind, entry, (key, at), found):
                found[trail.id] = trail
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Reader:
    """What reading tours.yaml needs to know of it and of the fair."""

    document: Lined
    sites: Sites
    diagnostics: Diagnostics

    @property
    def fair(self) -> Fair:
        return self.sites.fair

    def place(self, *path: str | int) -> Place:
        return place_of(self.document, path, NAME)

    def trail(
        self,
        kind: TrailKind,
        entry: TrailEntry,
        path: tuple[str | int, ...],
        before: Mapping[str, Trail],
    ) -> Trail | None:
        """The trail at `path`, if it has a stop; `before` are those that were read already."""
        stops = (*self._stops(entry, path), *self._made(entry, path, before))
        if not stops:
            message = f"{entry.id} has no stop."
            self.diagnostics.add(codes.EMPTY_TRAIL, self.place(*path), message)
            return None
        return Trail(
            id=entry.id,
            kind=kind,
            name=entry.name,
            place=self.place(*path),
            stops=stops,
            text=entry.text,
            picture=self._file(entry.picture, "picture", (*path, "picture")),
        )

    def _stops(self, entry: TrailEntry, path: tuple[str | int, ...]) -> Iterator[Stop]:
        for at, one in enumerate(entry.stops):
            stop = self.sites.stop(one, self.place(*path, "stops", at))
            if stop is not None:
                narrations = tuple(self._narrations(one, (*path, "stops", at)))
                yield stop.model_copy(update={"narrations": narrations})

    def _made(
        self, entry: TrailEntry, path: tuple[str | int, ...], before: Mapping[str, Trail]
    ) -> tuple[Stop, ...]:
        """The stops that a tour has from elsewhere, after its own."""
        if not isinstance(entry, TourEntry):
            return ()
        index, place = self.sites.index, self.place(*path)
        made: list[Stop] = []
        if entry.hot_spot:
            spot = before.get(entry.hot_spot)
            made += self._from(entry.hot_spot, "hot_spot", spot.stops if spot else (), path)
        if entry.category:
            found = category_stops(index, entry.category, place)
            made += self._from(entry.category, "category", found, path)
        if entry.zone:
            made += self._from(entry.zone, "zone", zone_stops(index, entry.zone, place), path)
        return tuple(made)

    def _from(
        self, said: str, key: str, stops: tuple[Stop, ...], path: tuple[str | int, ...]
    ) -> tuple[Stop, ...]:
        """Those stops; where there is none, that is told."""
        if not stops:
            message = f"no stop is to be had from the {key.replace('_', ' ')} {said!r}."
            advice = did_you_mean(said, self._known(key)) or None
            self.diagnostics.add(codes.UNKNOWN_SOURCE, self.place(*path, key), message, advice)
        return stops

    def _known(self, key: str) -> Iterator[str]:
        """What tours may go through."""
        if key == "zone":
            yield from (zone.id for zone in self.fair.zones)
        elif key == "hot_spot":
            yield from (entry["id"] for entry in self.document.get("hot_spots", ()))
        else:
            names = [product.category for product in self.fair.products]
            names += [one for exhibitor in self.fair.exhibitors for one in exhibitor.categories]
            yield from (words for name in names for _, words in name.said)

    def _narrations(self, entry: StopEntry, path: tuple[str | int, ...]) -> Iterator[Narration]:
        captions = dict(self._spoken(entry.captions, "captions", path))
        for language, file in self._spoken(entry.narration, "narration", path):
            yield Narration(language=language, file=file, captions=captions.pop(language, None))
        for language in captions:
            message = f"there are captions in {language}, but no narration."
            place = self.place(*path, "captions")
            self.diagnostics.add(codes.CAPTIONS_ALONE, place, message)

    def _spoken(
        self, files: Text, key: str, path: tuple[str | int, ...]
    ) -> Iterator[tuple[str, Path]]:
        """Files by language, of those of the fair; a file without one is in the first of them."""
        languages = self.fair.languages
        for said, name in files.said:
            language = languages[0] if said == UNDETERMINED else said
            file = self._file(name, key, (*path, key, said))
            if language not in languages:
                message = f"{key} has the language {said!r}, which the fair does not have."
                advice = f"Write one of: {', '.join(languages)}."
                self.diagnostics.add(codes.BAD_VALUE, self.place(*path, key, said), message, advice)
            elif file is not None:
                yield language, file

    def _file(self, name: str | None, what: str, path: tuple[str | int, ...]) -> Path | None:
        """The path of a file; whether it is there is for the checks to tell."""
        if name is None:
            return None
        if is_remote(name):
            message = f"the {what} is given as a web address."
            self.diagnostics.add(codes.REMOTE_MEDIA, self.place(*path), message)
            return None
        return media_path(name, self.fair.folder, NAME)
