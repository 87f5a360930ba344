"""A hall's plan as a DXF of AutoCAD 2010, in metres, a layer for each kind of thing."""

from __future__ import annotations

import io
from typing import Final

from ezdxf import options, units  # type: ignore[attr-defined]
from ezdxf.document import Drawing
from ezdxf.entities.dxfgfx import DXFGraphic
from ezdxf.enums import TextEntityAlignment
from ezdxf.filemanagement import new
from ezdxf.layouts.layout import Modelspace

from hallgen.exports.features import COLUMN, GATE, HALL, WALL, Feature, features_of
from hallgen.model import Fair, Hall, Point, Polygon
from hallgen.readers.plans.own_marks import APPLICATION, as_texts, written_name

#: The layer of each kind with its colour in AutoCAD's index.
_LAYERS: Final = {HALL: ("OUTLINE", 7), WALL: ("WALLS", 8), COLUMN: ("COLUMNS", 9),
                  GATE: ("GATES", 3)}  # fmt: skip
_BOOTHS, _AREAS, _NUMBERS = ("BOOTHS", 5), ("AREAS", 30), ("NUMBERS", 7)


def hall_dxf(hall: Hall, fair: Fair) -> str:
    """The plan as the text of a file. Two exports of one hall are the same, byte for byte."""
    before = options.write_fixed_meta_data_for_testing
    options.write_fixed_meta_data_for_testing = True  # no clock and no ids made by chance
    try:
        document = _drawn(features_of(hall, fair))
        out = io.StringIO()
        document.write(out)
    finally:
        options.write_fixed_meta_data_for_testing = before
    return out.getvalue()


def _drawn(features: tuple[Feature, ...]) -> Drawing:
    document = new("R2010", units=units.M)
    document.appids.add(APPLICATION)
    for name, color in (*_LAYERS.values(), _BOOTHS, _AREAS, _NUMBERS):
        document.layers.add(name, color=color)
    space = document.modelspace()
    for one in features:
        entity = _entity(space, one)
        values = {
            "number": one.number,
            "name": written_name(one.name) if one.name else "",
            "zone": one.zone,
            "kind": one.kind,
        }
        texts = as_texts({key: value for key, value in values.items() if value})
        entity.set_xdata(APPLICATION, [(1000, text) for text in texts])
        if one.is_booth and one.shape is not None:
            _write_number(space, one.number, one.shape)
    return document


def _entity(space: Modelspace, one: Feature) -> DXFGraphic:
    layer = {"layer": _layer(one)}
    if one.line is not None:
        return space.add_line(*one.line, dxfattribs=layer)
    assert one.shape is not None  # noqa: S101 - a feature has one of both
    if not one.shape.holes:
        return space.add_lwpolyline(one.shape.outer, close=True, dxfattribs=layer)
    hatch = space.add_hatch(dxfattribs=layer)  # only a hatch can have holes
    hatch.paths.add_polyline_path(_open(one.shape.outer), is_closed=True, flags=1)
    for hole in one.shape.holes:
        hatch.paths.add_polyline_path(_open(hole), is_closed=True, flags=16)
    return hatch


def _open(ring: tuple[Point, ...]) -> list[tuple[float, float]]:
    return [(x, y) for x, y in ring]


def _layer(one: Feature) -> str:
    if one.is_booth:
        return _BOOTHS[0]
    return _AREAS[0] if one.is_area else _LAYERS[one.kind][0]


def _write_number(space: Modelspace, number: str, shape: Polygon) -> None:
    x0, y0, x1, y1 = shape.bounds
    height = max(min(0.3 * (y1 - y0), 1.2 * (x1 - x0) / max(len(number), 2), 1.0), 0.05)
    text = space.add_text(number, height=height, dxfattribs={"layer": _NUMBERS[0]})
    text.set_placement(((x0 + x1) / 2, (y0 + y1) / 2), align=TextEntityAlignment.MIDDLE_CENTER)
