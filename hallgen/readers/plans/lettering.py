"""Texts as a person reads them: letters set one by one put together, title blocks left out."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import shapely
from shapely import Point as ShapelyPoint
from shapely import STRtree

from hallgen.model import Point
from hallgen.readers.plans.drawing import Drawing, Label
from hallgen.readers.plans.svg_text import text_width

#: In letter heights: pieces of one word are no further apart, and stand on one line, within these.
_NEAR: Final = 0.45
_ON_LINE: Final = 0.3
#: Pieces longer than this are words of their own.
_PIECE: Final = 4
#: A drawing of more texts is a map, in which nobody looks for a title block.
_MOST_LABELS: Final = 100_000
#: What stands in the corner of a sheet and nowhere in a hall.
_TITLE: Final = re.compile(
    r"\b(?:scale|drawn(?: by)?|drawing (?:no|number|title)|sheet(?: no)?|revision|rev"
    r"|checked(?: by)?|approved(?: by)?|project(?: no)?|dwg(?: no)?|legend|key plan"
    r"|maßstab|massstab|gezeichnet"
    r"|legende|échelle|echelle|légende|escala|leyenda|scala|legenda)\b"
    r"|比例|图例|圖例|图号|审核|制图|설계|축척|범례|縮尺|凡例|図面",
    re.IGNORECASE,
)
#: A title block or a legend takes less of the sheet than this, and holds so many texts at least.
_LARGEST_BLOCK, _TEXTS = 0.15, 2


def joined(labels: Sequence[Label]) -> list[Label]:
    """The labels, with pieces of one word that programs set apart (kerning, outlines) as one.

    A piece is joined to what ends just before it on the same line, in letters as high. Labels
    whose height is not known stay as they are.
    """
    if len(labels) < 2:
        return list(labels)
    pieces = [one for one in labels if one.height > 0 and len(one.text) <= _PIECE]
    kept = [one for one in labels if not (one.height > 0 and len(one.text) <= _PIECE)]
    lines: list[list[Label]] = []
    for piece in sorted(pieces, key=lambda one: _turned(one)[0]):
        line = next((line for line in lines if _is_on(line[-1], piece)), None)
        if line is None:
            lines.append([piece])
        else:
            line.append(piece)
    order = {id(label.mark): at for at, label in enumerate(labels)}  # a word keeps its first's
    found = [*kept, *(word for line in lines for word in _words(line))]
    return sorted(found, key=lambda one: order[id(one.mark)])


def _is_on(first: Label, other: Label) -> bool:
    """Whether two texts stand on one line, in letters as high."""
    return (
        abs(first.angle - other.angle) < 1
        and 0.8 < other.height / first.height < 1.25
        and abs(_turned(first)[1] - _turned(other)[1]) < _ON_LINE * first.height
    )


def _words(line: Sequence[Label]) -> list[Label]:
    found: list[Label] = []
    for label in line:
        if found and _follows(found[-1], label):
            found[-1] = _both(found[-1], label)
        else:
            found.append(label)
    return found


def _follows(first: Label, other: Label) -> bool:
    gap = _start(other) - _end(first)
    return -0.6 * first.height < gap < _NEAR * first.height and len(first.text) <= 2 * _PIECE


def _both(first: Label, other: Label) -> Label:
    west, east = _start(first), _end(other)
    ahead = (west + east) / 2 - _turned(first)[0]
    angle = math.radians(first.angle)
    at = (first.at[0] + ahead * math.cos(angle), first.at[1] + ahead * math.sin(angle))
    return replace(first, text=first.text + other.text, at=at)


def _start(label: Label) -> float:
    return _turned(label)[0] - text_width(label.text) * label.height / 2


def _end(label: Label) -> float:
    return _turned(label)[0] + text_width(label.text) * label.height / 2


def _turned(label: Label) -> Point:
    """Where a label's middle is along the way it is written, and across it."""
    angle = math.radians(label.angle)
    x, y = label.at
    return x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)


def without_title_blocks(drawing: Drawing) -> Drawing:
    """The drawing without what stands in a title block or a legend that has a frame."""
    titles = [label for label in drawing.labels if _TITLE.search(label.text)]
    if not titles or not drawing.shapes or len(drawing.labels) > _MOST_LABELS:
        return drawing
    boxes = [shapely.box(*shapely.MultiPoint(shape.outer).bounds) for shape in drawing.shapes]
    drawn = [*boxes, *(shapely.LineString(line.points) for line in drawing.lines)]
    west, south, east, north = (float(v) for v in shapely.total_bounds(drawn))
    most = _LARGEST_BLOCK * (east - west) * (north - south)
    tree = STRtree(boxes)
    texts = STRtree([ShapelyPoint(label.at) for label in drawing.labels])
    blocks = []
    for label in titles:
        around = sorted(tree.query(ShapelyPoint(label.at)), key=lambda i: boxes[i].area)
        block = next((i for i in around if len(texts.query(boxes[i])) >= _TEXTS), None)
        if block is not None and boxes[block].area <= most:
            blocks.append(boxes[block].buffer(1e-9 * (east - west)))
    if not blocks:
        return drawing
    whole = shapely.union_all(blocks)
    shapely.prepare(whole)

    def is_outside(points: Sequence[Point]) -> bool:
        return not whole.covers(shapely.MultiPoint(points))

    return replace(
        drawing,
        shapes=[shape for shape in drawing.shapes if is_outside(shape.outer)],
        lines=[line for line in drawing.lines if is_outside(line.points)],
        labels=[label for label in drawing.labels if is_outside((label.at,))],
    )
