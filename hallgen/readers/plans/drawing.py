"""A drawing as every format gives it: closed shapes, open lines and labels, in its own units.

Frontends (one a format) make a `Drawing`; the pipeline behind it knows no format.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hallgen.diagnostics import Place
from hallgen.model import Point, Ring, Text
from hallgen.readers.fair_file import Role, YAxis


@dataclass(frozen=True, slots=True)
class Mark:
    """What everything drawn has: where it stands in the file, and what it is called there.

    `layers` are its layer or groups, outermost first. `role` is set where the file itself
    says what a thing is, such as a table's column of kinds.
    """

    place: Place
    layers: tuple[str, ...] = ()
    id: str = ""
    classes: tuple[str, ...] = ()
    color: str | None = None
    role: Role | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All that a layer pattern may match: names, and the colour as "#1f4fa3"."""
        named = (*self.layers, self.id, *self.classes, self.color or "")
        return tuple(name for name in named if name)


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed outline, as drawn: it may still cross itself. The last point is not repeated.

    The fields below `mark` are what the file says of it in so many words, or ''; `names` is its
    name in the languages of the file, where it has languages.
    """

    outer: Ring
    mark: Mark
    holes: tuple[Ring, ...] = ()
    number: str = ""
    name: str = ""
    zone: str = ""
    kind: str = ""
    names: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class Line:
    """An open line of two points or more. `names` are what the file calls it, if it does."""

    points: Ring
    mark: Mark
    names: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class Label:
    """A text (or a mere point, with no text), and about where its middle is.

    Lines of a text of several are split by newlines. `height` is the size of its letters in the
    drawing's units, 0 where that is not known, and `angle` the way it is written in degrees, from
    the drawing's x to its y.
    """

    text: str
    at: Point
    mark: Mark
    height: float = 0.0
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Measure:
    """A length that the drawing states: what is written, and how long that is in its units."""

    text: str
    length: float


@dataclass(slots=True)
class Drawing:
    """All that is drawn, with the file's own unit in metres, where it states one.

    A unit that is `surveyed` comes of places on the earth, and is beyond doubt; others are what
    a program wrote, and may be the paper's. `paper` is the size of a unit on the printed sheet, in
    metres, where that is known; `measures` are the dimensions that a program keeps as such, and
    `titles` the texts of all the sheet, its title block included.
    """

    y: YAxis
    unit: float | None = None
    surveyed: bool = False
    shapes: list[Shape] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    paper: float | None = None
    measures: list[Measure] = field(default_factory=list)
    titles: list[Label] = field(default_factory=list)

    def add_path(self, points: Ring, mark: Mark, *, closed: bool) -> None:
        """Add a ring or a line, whichever it is; less than two points are nothing."""
        if len(points) > 2 and (closed or points[0] == points[-1]):
            ring = points[:-1] if points[0] == points[-1] else points
            if len(ring) > 2:
                self.shapes.append(Shape(ring, mark))
                return
        if len(points) > 1:
            self.lines.append(Line(points, mark))
