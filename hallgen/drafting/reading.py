"""One hall's plan of a fair folder, with all that was found out about it on the way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.readers.booth_numbers import folded
from hallgen.readers.fair_file import HallEntry
from hallgen.readers.fair_yaml import FairYaml, read_fair_yaml
from hallgen.readers.halls import shown
from hallgen.readers.plans import Understood, understand


@dataclass(frozen=True, slots=True)
class ReadHall:
    """A hall's entry in fair.yaml, where it is among the halls, and its plan as it was understood.

    `understood` is None where nothing of the plan can be used; diagnostics say why.
    """

    fair: FairYaml
    at: int
    file: Path
    understood: Understood | None

    @property
    def entry(self) -> HallEntry:
        return self.fair.file.halls[self.at]


def read_hall(folder: Path, hall: str, diagnostics: Diagnostics) -> ReadHall:
    """The hall that is called `hall`, by its id or one of its names; the fair's lists are not read.

    Raises UsageError where the fair has no such hall, and FairError as `read_fair_yaml` does.
    """
    fair = read_fair_yaml(folder, Diagnostics())
    at = _hall_called(fair, hall)
    source = fair.file.halls[at].plan
    file = folder / source.file
    name = shown(source.file)
    read = understand(file, source, fair.file.halls[at].id, name, diagnostics)
    return ReadHall(fair, at, file, read)


def _hall_called(fair: FairYaml, said: str) -> int:
    halls = fair.file.halls
    for at, entry in enumerate(halls):
        names = (entry.id, *(words for _, words in entry.name.said))
        if folded(said) in map(folded, names):
            return at
    known = ", ".join(entry.id for entry in halls) or "none"
    raise UsageError(f"There is no hall {said!r} in fair.yaml; its halls are: {known}.")
