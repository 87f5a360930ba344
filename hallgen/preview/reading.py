"""The fair that a preview shows, read again as little as a change asks for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from hallgen.build.steps import CheckedFair
from hallgen.checks import check_fair
from hallgen.diagnostics import Diagnostic, Diagnostics
from hallgen.layout import lay_out
from hallgen.model import Booth, BoothChoices, Fair, Hall, HallLayout, with_own_words
from hallgen.readers import read_fair
from hallgen.readers.booth_files import FOLDER, NAME, choices_file, with_choices
from hallgen.readers.fair_file import Size
from hallgen.readers.own_booth import read_own_booth
from hallgen.readers.tables.reading import SUFFIXES

#: Endings of the files besides media that a fair is read from.
_READ = frozenset({*SUFFIXES, ".yaml", ".yml", ".svg", ".dxf", ".geojson", ".pdf", ".ai", ".md"})
_MEDIA = "media"


class Kind(Enum):
    """What a file of a fair folder is to a preview."""

    TABLE = auto()
    CHOICES = auto()
    MEDIA = auto()


class Source(Protocol):
    """Where a fair comes from. `folder` is where its media paths start, and what is watched."""

    @property
    def folder(self) -> Path: ...

    def read(self, diagnostics: Diagnostics) -> CheckedFair:
        """Read all of it, as `build.read_and_check` does."""

    def reread(self, changed: Iterable[Path], diagnostics: Diagnostics) -> CheckedFair:
        """Read it again, where these files of the folder are other than before."""

    def choices_of(self, booth: Booth) -> str:
        """Where an exhibitor writes what it chooses for its booth, as faults name the file."""


class FairFolder:
    """An organiser's fair folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fair: Fair | None = None
        self._read: tuple[Diagnostic, ...] = ()
        self._layouts: dict[str, tuple[Hall, HallLayout, Diagnostics]] = {}

    @property
    def folder(self) -> Path:
        return self._folder

    def read(self, diagnostics: Diagnostics) -> CheckedFair:
        self._fair = None
        self._fair = read_fair(self._folder, diagnostics)
        self._read = tuple(diagnostics)
        return self._checked(self._fair, diagnostics)

    def reread(self, changed: Iterable[Path], diagnostics: Diagnostics) -> CheckedFair:
        """What exhibitors choose for their booths is read alone, and of media nothing."""
        kinds = {kind_of(path) for path in changed}
        if self._fair is None or Kind.TABLE in kinds:
            return self.read(diagnostics)
        if Kind.CHOICES in kinds:
            diagnostics.extend(found for found in self._read if not _of_choices(found))
            halls = tuple(map(without_choices, self._fair.halls))
            halls = with_choices(halls, self._folder, self._fair.products, diagnostics)
            self._fair = self._fair.model_copy(update={"halls": halls})
            self._read = tuple(diagnostics)
        else:
            diagnostics.extend(self._read)
        return self._checked(self._fair, diagnostics)

    def choices_of(self, booth: Booth) -> str:
        return choices_file(self._folder, booth)

    def _checked(self, fair: Fair, diagnostics: Diagnostics) -> CheckedFair:
        layouts = {hall.id: self._laid_out(hall, diagnostics) for hall in fair.halls}
        said = with_own_words(fair)
        check_fair(said, layouts, diagnostics)
        return CheckedFair(said, layouts, diagnostics)

    def _laid_out(self, hall: Hall, diagnostics: Diagnostics) -> HallLayout:
        """The hall's layout, which does not depend on what exhibitors choose."""
        plain = without_choices(hall)
        known = self._layouts.get(hall.id)
        if known is None or known[0] != plain:
            found = Diagnostics()
            known = plain, lay_out(hall, found), found
            self._layouts[hall.id] = known
        diagnostics.extend(known[2])
        return known[1]


class OwnFolder:
    """An exhibitor's own folder, whose booth has `size`, without the fair around it."""

    def __init__(self, folder: Path, size: Size) -> None:
        self._folder = folder
        self._size = size

    @property
    def folder(self) -> Path:
        return self._folder

    def read(self, diagnostics: Diagnostics) -> CheckedFair:
        """The booth alone is checked: nobody can do anything about the hall."""
        fair = with_own_words(read_own_booth(self._folder, self._size, diagnostics))
        layouts = {hall.id: lay_out(hall, Diagnostics()) for hall in fair.halls}
        alone = fair.model_copy(update={"exhibitors": fair.exhibitors[:1]})
        check_fair(alone, {}, diagnostics)
        return CheckedFair(fair, layouts, diagnostics)

    def reread(self, changed: Iterable[Path], diagnostics: Diagnostics) -> CheckedFair:
        """There is little to read, and a file that is new may be one more product."""
        del changed
        return self.read(diagnostics)

    def choices_of(self, booth: Booth) -> str:
        del booth
        return NAME


def kind_of(path: Path) -> Kind:
    """What a file is, by its path from the fair folder."""
    if path.parts[0] == FOLDER and path.name == NAME:
        return Kind.CHOICES
    table = path.suffix.lower() in _READ and _MEDIA not in path.parts
    return Kind.TABLE if table else Kind.MEDIA


def without_choices(hall: Hall) -> Hall:
    """The hall as its plan and its list have it."""
    booths = (booth.model_copy(update={"choices": BoothChoices()}) for booth in hall.booths)
    return hall.model_copy(update={"booths": tuple(booths)})


def _of_choices(found: Diagnostic) -> bool:
    path = Path(found.place.file)
    return len(path.parts) > 1 and kind_of(path) is Kind.CHOICES
