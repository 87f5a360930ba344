"""Plans that are tables: a row for each rectangle or polygon."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Point, Ring
from hallgen.readers.columns import Cells, columns_of
from hallgen.readers.fair_file import PlanSource, Role, TableSource, YAxis
from hallgen.readers.fields import TableKind, meanings
from hallgen.readers.plans.drawing import Drawing, Label, Mark, Shape
from hallgen.readers.plans.kinds import role_of_kind
from hallgen.readers.plans.points import parse_points
from hallgen.readers.plans.rings import is_finite
from hallgen.readers.tables import Table, read_table

#: Fields that are found by their headers' words even where fair.yaml names other columns.
_UNIT = re.compile(r"\s*[(（\[][^)）\]]*[)）\]]\s*$")
_GEOMETRY = frozenset({"number", "x", "y", "width", "depth", "points", "rotation"})


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
    columns = columns_of_plan(table, source, diagnostics)
    if table.rows and not any(needed <= set(columns) for needed in ({"x", "y"}, {"points"})):
        message = f"no column is x and y, or points; there are: {', '.join(table.columns[:20])}."
        advice = "Say in fair.yaml which they are, under `table: columns` of the hall's plan."
        diagnostics.add(codes.NO_NAME_COLUMN, Place(name), message, advice)
        return False
    for row in table.rows:
        try:
            _add_row(drawing, Cells(row, columns), role)
        except ValueError as error:
            message = f"This row is not on the plan: {error}."
            diagnostics.add(codes.PLAN_ROW_UNUSABLE, row.place, message)
    return True


def columns_of_plan(
    table: Table, source: TableSource, diagnostics: Diagnostics
) -> Mapping[str, str]:
    """The column of each field: what fair.yaml says, else what the headers mean."""
    if not source.columns:
        return meant_by(table.columns)
    stated = columns_of(TableKind.BOOTHS, source, table, (), diagnostics)
    meant = meant_by([column for column in table.columns if column not in stated.values()])
    return {field: meant[field] for field in sorted(_GEOMETRY & set(meant))} | dict(stated)


def meant_by(headers: Sequence[str], kind: TableKind = TableKind.BOOTHS) -> dict[str, str]:
    """The header of each field of a plan's table, whether or not it has a unit: "width (m)"."""
    bare = {_UNIT.sub("", header): header for header in reversed(headers)}
    order = [_UNIT.sub("", header) for header in headers]
    return {m.field: bare[m.column] for m in meanings(kind, dict.fromkeys(order))}


def _add_row(drawing: Drawing, cells: Cells, role: Role | None) -> None:
    number, kind = cells.text("number"), cells.text("kind")
    mark = Mark(
        place=cells.row.place,
        id=number,
        classes=(kind,) if kind else (),
        role=role or role_of_kind(kind) or Role.BOOTHS,
    )
    name = cells.said("name").best()
    ring = _outline(cells)
    if not is_finite(ring):
        raise ValueError("its size is none that a hall could have")
    if len(ring) > 2:
        zone = cells.text("zone")
        shape = Shape(ring, mark, number=number, name=name, zone=zone, kind=kind)
        drawing.shapes.append(shape)
    elif len(ring) == 1 and mark.role in (Role.GATES, Role.EXITS, Role.HYDRANTS, Role.LABELS):
        drawing.labels.append(Label(name or number, ring[0], mark))
    else:
        raise ValueError("it has no width and depth, and no outline of three points or more")


def _outline(cells: Cells) -> Ring:
    """The row's polygon or rectangle; a single point where it has but that."""
    cell = cells.row.values.get(cells.columns.get("points", ""))
    if cell not in (None, "", []):
        return parse_points(cell)
    xs, ys = (cells.row.values.get(cells.columns.get(field, "")) for field in ("x", "y"))
    if isinstance(xs, list) and isinstance(ys, list) and len(xs) == len(ys):
        return parse_points(list(zip(xs, ys, strict=True)))  # a list of {x, y} in a record
    x, y = _number(cells, "x"), _number(cells, "y")
    if not (cells.text("width") or cells.text("depth")):
        return ((x, y),)
    width, depth = _number(cells, "width"), _number(cells, "depth")
    if width < 0 or depth < 0:
        raise ValueError("its width or depth is negative")
    corners = ((x, y), (x + width, y), (x + width, y + depth), (x, y + depth))
    if not cells.text("rotation"):
        return corners
    middle = (x + width / 2, y + depth / 2)
    return tuple(_turned(p, middle, _number(cells, "rotation")) for p in corners)


def _turned(point: Point, middle: Point, degrees: float) -> Point:
    """A point turned about another, from the x axis towards the y axis."""
    angle = math.radians(degrees)
    x, y = point[0] - middle[0], point[1] - middle[1]
    return (
        middle[0] + x * math.cos(angle) - y * math.sin(angle),
        middle[1] + x * math.sin(angle) + y * math.cos(angle),
    )


def _number(cells: Cells, field: str) -> float:
    column = cells.columns.get(field)
    number = None if column is None else cells.row.number(column)
    if number is None:
        said = cells.text(field)
        raise ValueError(f'its {column} is "{said}"' if said else f"it has no {field}")
    return number
