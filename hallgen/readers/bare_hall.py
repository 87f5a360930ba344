"""One hall of a fair folder, whether or not booths stand in it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.model import Hall, VenueRules
from hallgen.readers.fair_yaml import read_fair_yaml
from hallgen.readers.halls import read_halls
from hallgen.readers.plans import read_plan
from hallgen.readers.suggest import did_you_mean
from hallgen.readers.venue_rules import read_venue_rules


def read_bare_hall(folder: Path, hall: str, diagnostics: Diagnostics) -> tuple[Hall, VenueRules]:
    """The hall of an id, with the booths of its plan if there are any, and the fair's rules.

    Raises UsageError where the fair has no such hall, or its plan cannot be read.
    """
    source = read_fair_yaml(folder, diagnostics)
    rules = read_venue_rules(source, diagnostics)
    ids = [entry.id for entry in source.file.halls]
    if hall not in ids:
        raise UsageError(
            f"The fair has no hall {hall!r}. "
            f"{did_you_mean(hall, ids) or 'It has: ' + ', '.join(ids) + '.'}"
        )
    read = read_halls(source, folder, partial(read_plan, empty=True), diagnostics)
    place = source.place("halls", ids.index(hall))
    for found in read.halls:
        if found.place == place:
            return found, rules
    raise UsageError(f"The plan of hall {hall!r} cannot be read; see the faults above.")
