"""Plans that are tables: a row for each rectangle or polygon."""

from __future__ import annotations

import math
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.model import Point, Ring
from hallgen.readers.fair_file import PlanSource, Role, TableSource, YAxis
from hallgen.readers.plans.drawing import Drawing, Label, Mark, Shape
from hallgen.readers.plans.kinds import role_of_kind
from hallgen.readers.plans.points import parse_points
from hallgen.readers.tables import Row, read_table

#: The fields of a plan's table, and the columns they are in where fair.yaml names none.
FIELDS = ("number", "x", "y", "width", "depth", "points", "rotation", "zone", "kind", "name")


def read_plan_table(
    path: Path, source: PlanSource, name: str, diagnostics: Diagnostics
) -> Drawing | None:
    """What a table of rectangles or polygons draws; None where it cannot be read."""
    drawing = Drawing(YAxis.DOWN)
    main = source.table or TableSource(file=source.file)
    if not _add_table(drawing, main, None, path, name, diagnostics):
        return None
    return drawing


def add_other_tables(
    drawing: Drawing, source: PlanSource, path: Path, diagnostics: Diagnostics
) -> None:
    """Add what the tables of `source.also` say to a plan's drawing, in the same units.

    Their files are relative to the fair folder, as the plan's own is.
    """
    up = len(Path(source.file).parts)
    folder = path.parents[up - 1] if up <= len(path.parents) else path.parent
    for role, table in source.also.items():
        _add_table(drawing, table, role, folder / table.file, table.file, diagnostics)


def _add_table(
    drawing: Drawing,
    source: TableSource,
    role: Role | None,
    path: Path,
    name: str,
    diagnostics: Diagnostics,
) -> bool:
    """Add a table's rows; False where the table cannot be read."""
    table = read_table(path, source, name, diagnostics)
    if table is None:
        return False
    fields = {field: source.columns.get(field, field) for field in FIELDS}
    for row in table.rows:
        try:
            _add_row(drawing, row, fields, role)
        except ValueError as error:
            message = f"This row is not on the plan: {error}."
            diagnostics.add(codes.PLAN_ROW_UNUSABLE, row.place, message)
    return True


def _add_row(drawing: Drawing, row: Row, fields: dict[str, str], role: Role | None) -> None:
    number, kind = row.text(fields["number"]), row.text(fields["kind"])
    mark = Mark(
        place=row.place,
        id=number,
        classes=(kind,) if kind else (),
        role=role or role_of_kind(kind) or Role.BOOTHS,
    )
    name = row.text(fields["name"])
    ring = _outline(row, fields)
    if len(ring) > 2:
        zone = row.text(fields["zone"])
        shape = Shape(ring, mark, number=number, name=name, zone=zone, kind=kind)
        drawing.shapes.append(shape)
    elif len(ring) == 1 and mark.role in (Role.GATES, Role.AREAS, Role.LABELS):
        drawing.labels.append(Label(name or number, ring[0], mark))
    else:
        raise ValueError("it has no width and depth, and no outline of three points or more")


def _outline(row: Row, fields: dict[str, str]) -> Ring:
    """The row's polygon or rectangle; a single point where it has but that."""
    cell = row.values.get(fields["points"])
    if cell not in (None, "", []):
        return parse_points(cell)
    x, y = _number(row, fields["x"]), _number(row, fields["y"])
    if not (row.text(fields["width"]) or row.text(fields["depth"])):
        return ((x, y),)
    width, depth = _number(row, fields["width"]), _number(row, fields["depth"])
    if width < 0 or depth < 0:
        raise ValueError("its width or depth is negative")
    corners = ((x, y), (x + width, y), (x + width, y + depth), (x, y + depth))
    if not row.text(fields["rotation"]):
        return corners
    middle = (x + width / 2, y + depth / 2)
    return tuple(_turned(p, middle, _number(row, fields["rotation"])) for p in corners)


def _turned(point: Point, middle: Point, degrees: float) -> Point:
    """A point turned about another, from the x axis towards the y axis."""
    angle = math.radians(degrees)
    x, y = point[0] - middle[0], point[1] - middle[1]
    return (
        middle[0] + x * math.cos(angle) - y * math.sin(angle),
        middle[1] + x * math.sin(angle) + y * math.cos(angle),
    )


def _number(row: Row, column: str) -> float:
    number = row.number(column)
    if number is None:
        said = row.text(column)
        raise ValueError(f'its {column} is "{said}"' if said else f"it has no {column}")
    return number
