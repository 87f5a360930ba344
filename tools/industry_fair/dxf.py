"""A hall as DXF in millimetres, as a contractor's CAD has it: layers, standard stands as inserts
of a block whose attribute is the number, a round stand as a circle, all else as polylines.
"""

from __future__ import annotations

import io

import ezdxf
from ezdxf.enums import TextEntityAlignment
from ezdxf.layouts import Modelspace

from tools.industry_fair.drawn import Corner, DrawnHall, Stand

MM = 1000.0
_LAYERS = {"HALL": 7, "STAND": 5, "STAND_NO": 3, "AREA": 6, "GATE": 1, "DIM": 8}
_STANDARD = "STAND_3X3"


def dxf(hall: DrawnHall) -> str:
    # No time stamps and no new GUIDs: the same hall is the same file.
    ezdxf.options.write_fixed_meta_data_for_testing = True
    document = ezdxf.new("R2010", units=ezdxf.units.MM)
    for name, color in _LAYERS.items():
        document.layers.add(name, color=color)
    block = document.blocks.new(_STANDARD)
    block.add_lwpolyline(_mm(((0, 0), (3, 0), (3, 3), (0, 3))), close=True)
    block.add_attdef("NO", (1500, 1500), height=500, dxfattribs={"layer": "STAND_NO"})
    space = document.modelspace()
    space.add_lwpolyline(_mm(hall.outline), close=True, dxfattribs={"layer": "HALL"})
    for stand in hall.stands:
        _stand(space, stand)
    for area in hall.spaces:
        space.add_lwpolyline(_mm(area.corners), close=True, dxfattribs={"layer": "AREA"})
        xs, ys = zip(*area.corners, strict=True)
        _text(space, area.name, ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2), 600)
    for door in hall.doors:
        _gate(space, door.at, door.width, hall)
    text = io.StringIO()
    document.write(text)
    return text.getvalue()


def _stand(space: Modelspace, stand: Stand) -> None:
    attributes = {"layer": "STAND"}
    xs, ys = zip(*stand.corners, strict=True)
    if stand.radius is not None:
        space.add_circle((xs[0] * MM, ys[0] * MM), stand.radius * MM, dxfattribs=attributes)
    elif len(xs) == 4 and stand.area == 9:
        insert = space.add_blockref(_STANDARD, (xs[0] * MM, ys[0] * MM), dxfattribs=attributes)
        insert.add_auto_attribs({"NO": stand.number})
        return
    else:
        space.add_lwpolyline(_mm(stand.corners), close=True, dxfattribs=attributes)
    _text(space, stand.number, stand.middle, 500)


def _text(space: Modelspace, words: str, at: Corner, height: float) -> None:
    text = space.add_text(words, height=height, dxfattribs={"layer": "STAND_NO"})
    text.set_placement((at[0] * MM, at[1] * MM), align=TextEntityAlignment.MIDDLE_CENTER)


def _gate(space: Modelspace, at: Corner, width: float, hall: DrawnHall) -> None:
    half = width / 2
    upright = at[0] in (0, hall.size[0])
    ends = ((at[0], at[1] - half), (at[0], at[1] + half)) if upright else (
        (at[0] - half, at[1]), (at[0] + half, at[1])
    )  # fmt: skip
    start, end = _mm(ends)
    space.add_line(start, end, dxfattribs={"layer": "GATE"})


def _mm(corners: tuple[Corner, ...]) -> list[Corner]:
    return [(x * MM, y * MM) for x, y in corners]
