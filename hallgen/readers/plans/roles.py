"""What each thing drawn is: booth, wall, gate..., by its layer, groups, id and class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Ring
from hallgen.readers.fair_file import Layers, Role, YAxis
from hallgen.readers.plans.drawing import Drawing, Label, Line, Mark, Shape

#: Of roles whose patterns all match, the first is taken: what is named apart from booths wins.
_ORDER = (
    Role.IGNORE,
    Role.OUTLINE,
    Role.WALLS,
    Role.COLUMNS,
    Role.EXITS,
    Role.HYDRANTS,
    Role.GATES,
    Role.AREAS,
    Role.LABELS,
    Role.BOOTHS,
)


@dataclass(slots=True)
class Part:
    """Everything drawn that has one role."""

    shapes: list[Shape] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)


Parts = dict[Role, Part]


def sort_by_role(drawing: Drawing, layers: Layers, place: Place, diagnostics: Diagnostics) -> Parts:
    """The drawing by what its things are. What matches no pattern may be a booth, unless
    `layers` says which layers are; a label that matches none is a label, likewise.
    """
    patterns = {role: tuple(p.casefold() for p in getattr(layers, role.value)) for role in _ORDER}
    parts: Parts = defaultdict(Part)
    for shape in drawing.shapes:
        _put(parts, _role(shape.mark, patterns, Role.BOOTHS), "shapes", shape)
    for line in drawing.lines:
        _put(parts, _role(line.mark, patterns, Role.BOOTHS), "lines", line)
    for label in drawing.labels:
        _put(parts, _label_role(label.mark, patterns), "labels", label)
    _report_unknown(drawing, layers, place, diagnostics)
    return parts


def matches(names: Iterable[str], patterns: Iterable[str]) -> bool:
    """Whether any name fits any pattern; the patterns are in lower case."""
    folded = [name.casefold() for name in names]
    return any(fnmatchcase(name, pattern) for pattern in patterns for name in folded)


def _put(parts: Parts, role: Role | None, kind: str, thing: Shape | Line | Label) -> None:
    if role is not None and role is not Role.IGNORE:
        getattr(parts[role], kind).append(thing)


def _role(mark: Mark, patterns: dict[Role, tuple[str, ...]], otherwise: Role) -> Role | None:
    for role in _ORDER:
        if matches(mark.names, patterns[role]):
            return role
    if mark.role is not None:
        return mark.role
    return None if patterns[otherwise] else otherwise


def _label_role(mark: Mark, patterns: dict[Role, tuple[str, ...]]) -> Role | None:
    """A label on a layer of booths or areas says what they are; one on gates is a gate."""
    role = _role(mark, patterns, Role.LABELS)
    if role in (Role.BOOTHS, Role.AREAS, Role.COLUMNS, Role.WALLS, Role.OUTLINE):
        return Role.LABELS
    return role


def _report_unknown(
    drawing: Drawing, layers: Layers, place: Place, diagnostics: Diagnostics
) -> None:
    drawn: tuple[Shape | Line | Label, ...] = (*drawing.shapes, *drawing.lines, *drawing.labels)
    names = {name.casefold() for thing in drawn for name in thing.mark.names}
    for role in _ORDER:
        for pattern in getattr(layers, role.value):
            if not matches(names, (pattern.casefold(),)):
                message = f'The pattern "{pattern}" for {role.value} matches nothing drawn.'
                diagnostics.add(codes.LAYER_UNKNOWN, place, message)


def in_metres(parts: Parts, scale: float, y: YAxis) -> Parts:
    """The parts in metres and y up, about the drawing's own origin."""
    up = -scale if y is YAxis.DOWN else scale

    def ring(points: Ring) -> Ring:
        return tuple((px * scale, py * up) for px, py in points)

    moved: Parts = defaultdict(Part)
    for role, part in parts.items():
        moved[role] = Part(
            [
                replace(shape, outer=ring(shape.outer), holes=tuple(map(ring, shape.holes)))
                for shape in part.shapes
            ],
            [replace(line, points=ring(line.points)) for line in part.lines],
            [
                replace(
                    label,
                    at=ring((label.at,))[0],
                    height=label.height * scale,
                    angle=-label.angle if up < 0 else label.angle,
                )
                for label in part.labels
            ],
        )
    return moved
