"""A format of plans: rows of booths in a text file, as small fairs write them in a mail.

    A01 A02 A03
    -
    B01 B02

Each name is a booth of 3 x 3 m, each row stands 6 m north of the one before (an aisle of 3 m is
between them); a line with a hyphen makes the aisle 3 m wider.
"""

from pathlib import Path

from hallgen import Place
from hallgen.readers.fair_file import YAxis
from hallgen.readers.formats import PlanFormat, UnreadableError
from hallgen.readers.plans.drawing import Drawing, Mark, Shape

_SIDE, _AISLE = 3.0, 3.0


def read_rows(path: Path, name: str) -> Drawing:
    """A square for each booth, in metres."""
    drawing = Drawing(YAxis.UP, unit=1.0)
    y = 0.0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        words = line.split()
        if words == ["-"]:
            y += _AISLE
        elif words:
            for at, word in enumerate(words):
                drawing.shapes.append(_square(at * _SIDE, y, word, Place(name, number)))
            y += _SIDE + _AISLE
    if not drawing.shapes:
        raise UnreadableError("there is no booth in it")
    return drawing


def _square(x: float, y: float, number: str, place: Place) -> Shape:
    ring = ((x, y), (x + _SIDE, y), (x + _SIDE, y + _SIDE), (x, y + _SIDE))
    return Shape(ring, Mark(place, id=number), number=number)


ROWS = PlanFormat((".rows",), read_rows)
