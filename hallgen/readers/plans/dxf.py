"""DXF drawings of any version since R12, through ezdxf; a damaged file is repaired where it can be.

Only the model space is read; dimensions, leaders and what lies on layers switched off are not.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from ezdxf import colors, recover
from ezdxf.document import Drawing as Document
from ezdxf.entities.dimension import Dimension
from ezdxf.entities.dxfgfx import DXFGraphic
from ezdxf.entities.hatch import Hatch
from ezdxf.entities.insert import Insert
from ezdxf.entities.mpolygon import MPolygon
from ezdxf.filemanagement import readfile
from ezdxf.lldxf.const import DXFError
from ezdxf.path import Path as DxfPath
from ezdxf.path import from_hatch, make_path
from ezdxf.protocols import SupportsVirtualEntities, virtual_entities

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Ring
from hallgen.readers.fair_file import YAxis
from hallgen.readers.plans.drawing import Drawing, Label, Line, Mark, Measure, Shape
from hallgen.readers.plans.dxf_text import TEXTS, read_text
from hallgen.readers.plans.own_marks import APPLICATION, from_texts, said_of
from hallgen.readers.plans.rings import FLATNESS, is_finite, nest, without_repeats

_DRAWN_AS_PATHS = (
    *("LINE", "LWPOLYLINE", "POLYLINE", "CIRCLE", "ARC", "ELLIPSE", "SPLINE", "HELIX"),
    *("SOLID", "TRACE", "3DFACE"),
)
_SKIPPED = (
    *("DIMENSION", "ARC_DIMENSION", "LEADER", "MULTILEADER", "TOLERANCE", "VIEWPORT", "IMAGE"),
    *("WIPEOUT", "ATTDEF", "POINT", "XLINE", "RAY", "SHAPE", "ACAD_TABLE", "OLE2FRAME"),
)
#: Blocks within blocks deeper than this are a circle, and a drawing of more parts is no plan.
_DEEPEST_BLOCK = 20
_MOST_ENTITIES = 200_000
_MOST_COPIES = 10_000
#: Metres per unit of the header's $INSUNITS; others are not for halls.
_UNITS = {
    1: 0.0254,
    2: 0.3048,
    4: 0.001,
    5: 0.01,
    6: 1.0,
    10: 0.9144,
    14: 0.1,
    15: 10.0,
    21: 0.3048,
}


def read_dxf(path: Path, name: str, diagnostics: Diagnostics) -> Drawing | None:
    """What a DXF file draws; None where it cannot be read."""
    try:
        document = _load(path)
    except Exception as error:  # in damaged files ezdxf meets whatever its parsers raise
        message = f"The drawing cannot be read as DXF: {error or type(error).__name__}."
        diagnostics.add(codes.PLAN_UNREADABLE, Place(name), message)
        return None
    drawing = Drawing(YAxis.UP, _UNITS.get(document.header.get("$INSUNITS", 0)))
    walk = _Walk(name, diagnostics, document, _lines_of_handles(path), drawing)
    for entity in document.modelspace():
        walk.visit(entity, _At())
    if walk.count > _MOST_ENTITIES:
        message = f"The drawing has more than {_MOST_ENTITIES} parts; the rest is left out."
        diagnostics.add(codes.PLAN_PART_UNREADABLE, Place(name), message)
    return drawing


def _load(path: Path) -> Document:
    try:
        return readfile(path)
    except Exception:  # as above; what cannot be recovered raises again
        return recover.readfile(path)[0]


@dataclass(frozen=True, slots=True)
class _At:
    """The block reference that an entity is drawn by: its layers, and the handle to point at."""

    layers: tuple[str, ...] = ()
    handle: str | None = None
    color: str | None = None
    depth: int = 0


@dataclass(slots=True)
class _Walk:
    name: str
    diagnostics: Diagnostics
    document: Document
    lines: dict[str, int]
    drawing: Drawing
    count: int = 0

    def visit(self, entity: DXFGraphic, at: _At) -> None:
        """Add what an entity draws to the drawing."""
        self.count += 1
        kind = entity.dxftype()
        if isinstance(entity, Dimension):
            self._measure(entity)
        if kind in _SKIPPED or self.count > _MOST_ENTITIES:
            return
        try:
            if not self._is_off(entity):
                self._read(entity, kind, at)
        except Exception as error:  # of an entity that is broken in itself
            fault = str(error) or type(error).__name__
            message = f"This {kind} is left out: {fault}."
            self.diagnostics.add(codes.PLAN_PART_UNREADABLE, self._place(entity, at), message)

    def _read(self, entity: DXFGraphic, kind: str, at: _At) -> None:
        if isinstance(entity, Insert):
            self._insert(entity, at)
        elif kind in TEXTS:
            self._write(entity, at)
        elif isinstance(entity, Hatch | MPolygon):
            self._fill(list(from_hatch(entity)), entity, self._mark(entity, at))
        elif isinstance(entity, SupportsVirtualEntities) and kind not in _DRAWN_AS_PATHS:
            for part in virtual_entities(entity):
                self.visit(part, at)
        else:
            self._draw(entity, at)

    def _insert(self, insert: Insert, at: _At) -> None:
        if at.depth >= _DEEPEST_BLOCK:
            raise ValueError(f"blocks are nested more than {_DEEPEST_BLOCK} deep")
        if not insert.dxf.get("zscale", 1.0):
            insert.dxf.zscale = 1.0  # flat drawings say 0, which cannot be turned back
        mark = self._mark(insert, at)
        inner = replace(
            at,
            layers=(*mark.layers, insert.dxf.name),
            handle=at.handle or insert.dxf.handle,
            color=mark.color,
            depth=at.depth + 1,
        )
        if insert.mcount > _MOST_COPIES:
            raise ValueError(f"it repeats a block {insert.mcount} times")
        copies = insert.multi_insert() if insert.mcount > 1 else (insert,)
        for copy in copies:
            if self.count > _MOST_ENTITIES:
                return
            for attribute in copy.attribs:
                self.visit(attribute, inner)
            for part in virtual_entities(copy):
                self.visit(part, inner)

    def _write(self, entity: DXFGraphic, at: _At) -> None:
        text, where = read_text(entity)
        if text and is_finite([where]) and not getattr(entity, "is_invisible", False):
            size = float(
                entity.dxf.get("char_height" if entity.dxftype() == "MTEXT" else "height", 0)
            )
            angle = float(entity.dxf.get("rotation", 0.0))
            self.drawing.labels.append(Label(text, where, self._mark(entity, at), size, angle))

    def _measure(self, entity: Dimension) -> None:
        """What a dimension states where it is written by hand; else it only says what is drawn."""
        text = str(entity.dxf.get("text", ""))
        if not any(char.isdigit() for char in text):
            return
        try:
            length = float(entity.get_measurement())
        except (TypeError, ValueError, AttributeError, DXFError):
            return  # an angle or a radius, or one without its points
        if length > 0 and math.isfinite(length):
            self.drawing.measures.append(Measure(text, length))

    def _draw(self, entity: DXFGraphic, at: _At) -> None:
        if entity.dxftype() not in _DRAWN_AS_PATHS:
            return
        mark = self._mark(entity, at)
        path = make_path(entity)
        if entity.has_xdata(APPLICATION):
            self._own([_flat(path)], entity, mark)
            return
        for part in path.sub_paths() if path.has_sub_paths else (path,):
            points = _flat(part)
            closed = bool(getattr(entity, "is_closed", False)) or part.is_closed
            self.drawing.add_path(points, mark, closed=closed)

    def _own(self, rings: list[Ring], entity: DXFGraphic, mark: Mark) -> None:
        """A shape or a line of an export of ours, which says what it is."""
        texts = (tag.value for tag in entity.get_xdata(APPLICATION) if tag.code == 1000)
        said, names, role = said_of(from_texts(texts))
        mark = replace(mark, role=role)
        self.drawing.surveyed = True  # in metres, as its header says
        if entity.dxftype() == "LINE":
            self.drawing.lines.append(Line(rings[0], mark, names))
            return
        for outer, holes in nest([r[:-1] if r and r[0] == r[-1] else r for r in rings]):
            self.drawing.shapes.append(Shape(outer, mark, holes, names=names, **said))

    def _fill(self, paths: list[DxfPath], entity: DXFGraphic, mark: Mark) -> None:
        rings = [_flat(path) for path in paths]
        if entity.has_xdata(APPLICATION):
            self._own(rings, entity, mark)
            return
        for outer, holes in nest([r[:-1] if r and r[0] == r[-1] else r for r in rings]):
            self.drawing.shapes.append(Shape(outer, mark, holes))

    def _is_off(self, entity: DXFGraphic) -> bool:
        name = entity.dxf.get("layer", "0")
        if entity.dxf.get("invisible", 0) or name not in self.document.layers:
            return bool(entity.dxf.get("invisible", 0))
        layer = self.document.layers.get(name)
        return layer.is_off() or layer.is_frozen()

    def _mark(self, entity: DXFGraphic, at: _At) -> Mark:
        layer = entity.dxf.get("layer", "0")
        layers = at.layers if layer == "0" and at.layers else (*at.layers, layer)
        return Mark(
            place=self._place(entity, at),
            layers=tuple(dict.fromkeys(layers)),
            color=self._color(entity, layer) or at.color,
        )

    def _place(self, entity: DXFGraphic, at: _At) -> Place:
        handle = at.handle or getattr(entity.dxf, "handle", None)
        item = f"{entity.dxftype()} #{handle}" if handle else entity.dxftype()
        return Place(self.name, self.lines.get(handle or ""), item)

    def _color(self, entity: DXFGraphic, layer: str) -> str | None:
        index = entity.dxf.get("color", colors.BYLAYER)
        if index == colors.BYLAYER and layer in self.document.layers:
            index = abs(self.document.layers.get(layer).dxf.get("color", 7))
        return (
            colors.int2rgb(colors.DXF_DEFAULT_COLORS[index]).to_hex() if 0 < index < 256 else None
        )


def _flat(path: DxfPath) -> Ring:
    """A path's points on the plan, curves as near as `FLATNESS` asks."""
    corners = [(v.x, v.y) for v in path.control_vertices()]
    if not corners:
        return ()
    if not is_finite(corners):
        raise ValueError("a coordinate is not a finite number")
    extent = max(max(axis) - min(axis) for axis in zip(*corners, strict=True))
    if extent == 0:
        return ()
    points = (
        path.flattening(extent * FLATNESS, segments=4)
        if path.has_curves
        else path.control_vertices()
    )
    return without_repeats((v.x, v.y) for v in points)


def _lines_of_handles(path: Path) -> dict[str, int]:
    """The line of each entity's handle in a text DXF, whose lines are pairs of code and value."""
    lines: dict[str, int] = {}
    with path.open("rb") as file:
        if file.read(22).startswith(b"AutoCAD Binary DXF"):
            return lines
        file.seek(0)
        for number, (code, value) in enumerate(_pairs(file), start=1):
            if code.strip() == b"5":
                lines.setdefault(value.strip().decode("ascii", "replace"), number * 2)
    return lines


def _pairs(file: Any) -> Iterator[tuple[bytes, bytes]]:
    return ((code, value) for at, (code, value) in enumerate(pairwise(file)) if at % 2 == 0)
