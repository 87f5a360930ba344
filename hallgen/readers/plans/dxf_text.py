"""The words of DXF texts, and about where their middle is."""

from __future__ import annotations

import math

from ezdxf.entities.dxfgfx import DXFGraphic
from ezdxf.entities.mtext import MText
from ezdxf.entities.text import Text
from ezdxf.enums import TextEntityAlignment

from hallgen.model import Point
from hallgen.readers.plans.svg_text import text_width

TEXTS = frozenset(("TEXT", "MTEXT", "ATTRIB"))

#: From the point a text is placed by to its middle, in halves of its width and height.
_ACROSS = {"LEFT": 1, "CENTER": 0, "MIDDLE": 0, "RIGHT": -1}
_UP = {"TOP": -1, "MIDDLE": 0, "BOTTOM": 1}
#: A line of an MTEXT stands 5/3 of the letters' height above the next, as AutoCAD sets it.
_LINE_SPACING = 5 / 3


def read_text(entity: DXFGraphic) -> tuple[str, Point]:
    """A text's lines, split by newlines, and its middle in the drawing's units."""
    if isinstance(entity, MText):
        return _paragraph(entity)
    if isinstance(entity, Text):
        return _line(entity)
    return "", (0.0, 0.0)


def _line(entity: Text) -> tuple[str, Point]:
    text = " ".join(entity.plain_text().split())
    align, first, second = entity.get_placement()
    point = first
    across, up = 1, 1
    if second is not None and align in (TextEntityAlignment.FIT, TextEntityAlignment.ALIGNED):
        point, across = first.lerp(second), 0
    else:
        across = next((v for name, v in _ACROSS.items() if align.name.endswith(name)), 1)
        up = next((v for name, v in _UP.items() if align.name.startswith(name)), 1)
    height = float(entity.dxf.height)
    width = text_width(text) * height * float(entity.dxf.get("width", 1.0)) / 0.7
    angle = math.radians(float(entity.dxf.get("rotation", 0.0)))
    x, y = _turned(across * width / 2, up * height / 2, angle)
    at = entity.ocs().to_wcs((point.x + x, point.y + y, point.z))
    return text, (float(at.x), float(at.y))


def _paragraph(entity: MText) -> tuple[str, Point]:
    lines = [" ".join(line.split()) for line in str(entity.plain_text()).splitlines()]
    text = "\n".join(line for line in lines if line)
    size = float(entity.dxf.char_height)
    width = max((text_width(line) for line in lines), default=0.0) * size / 0.7
    height = size * (1 + _LINE_SPACING * max(0, len(lines) - 1))
    attachment = int(entity.dxf.get("attachment_point", 1)) - 1
    x, y = _turned(
        (1, 0, -1)[attachment % 3] * width / 2,
        (-1, 0, 1)[attachment // 3 % 3] * height / 2,
        math.radians(entity.get_rotation()),
    )
    insert = entity.dxf.insert
    return text, (float(insert.x) + x, float(insert.y) + y)


def _turned(x: float, y: float, angle: float) -> Point:
    return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)
