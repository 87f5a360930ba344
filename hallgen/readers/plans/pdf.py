"""PDF plans with vector content, through PDFium: paths and texts of one page.

A PDF knows no layers here, and no unit but the paper's; a scale such as "1:200" that is written on
the sheet makes metres of it (see `scale`). Pages that are scanned have no paths, and are told.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from svgelements import CubicBezier, Matrix

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Point, Ring
from hallgen.readers.fair_file import YAxis
from hallgen.readers.plans.drawing import Drawing, Label, Mark, Shape
from hallgen.readers.plans.rings import is_finite, nest, without_repeats

#: Metres of paper in PDF's own unit, a point.
POINT: Final = 0.0254 / 72
#: Curves are drawn as so many straight pieces: of a quarter of a circle that is 0.1 % of it.
_PIECES: Final = 12
#: Characters further apart than this, in font sizes, are of two texts; nearer ones of one word.
_APART, _WORD = 1.1, 0.2
_MOST_OBJECTS: Final = 200_000


def read_pdf(path: Path, page: int | None, name: str, diagnostics: Diagnostics) -> Drawing | None:
    """What a page of a PDF draws (the first, where none is said); None where it cannot be read."""
    import pypdfium2 as pdfium

    number = 1 if page is None else page
    try:
        with pdfium.PdfDocument(path) as document:
            if not 1 <= number <= len(document):
                message = f"The file has {len(document)} pages, and no page {number}."
                diagnostics.add(codes.PLAN_UNREADABLE, Place(name), message)
                return None
            drawing = _Reading(name, number, document[number - 1]).drawing(diagnostics)
    except pdfium.PdfiumError as error:
        message = f"The drawing cannot be read as PDF: {error}."
        diagnostics.add(codes.PLAN_UNREADABLE, Place(name), message)
        return None
    if not (drawing.shapes or drawing.lines):
        message = f"Page {number} has no lines, only pictures or text; it is perhaps a scan."
        advice = (
            "Export the plan from the program that drew it, as PDF, SVG or DXF, or draw it over "
            "the scan with `hallgen plan edit`."
        )
        diagnostics.add(codes.PLAN_UNREADABLE, Place(name), message, advice)
        return None
    return drawing


def count_pages(path: Path) -> int:
    """How many pages a PDF has; 0 where it cannot be read."""
    import pypdfium2 as pdfium

    try:
        with pdfium.PdfDocument(path) as document:
            return len(document)
    except pdfium.PdfiumError:
        return 0


@dataclass(slots=True)
class _Run:
    """Characters of one text that follow each other; `ahead` is the way it is written."""

    angle: float
    size: float
    text: str = ""
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)


class _Reading:
    """One page being read, turned as a reader of the file sees it."""

    def __init__(self, name: str, number: int, page: Any) -> None:
        import pypdfium2.raw as raw

        self._raw, self._page = raw, page
        self._place = f"page {number}"
        self._name = name
        self._turn = Matrix.rotate(math.radians(-page.get_rotation()))
        self._count = 0

    def drawing(self, diagnostics: Diagnostics) -> Drawing:
        drawing = Drawing(YAxis.UP, paper=POINT)
        for thing in self._page.get_objects(filter=[self._raw.FPDF_PAGEOBJ_PATH]):
            self._count += 1
            if self._count > _MOST_OBJECTS:
                message = f"The page has more than {_MOST_OBJECTS} paths; the rest is left out."
                diagnostics.add(codes.PLAN_PART_UNREADABLE, Place(self._name), message)
                break
            self._draw(thing, drawing)
        for at, run in enumerate(self._runs(), start=1):
            text = " ".join(run.text.split())
            if text:
                mark = Mark(Place(self._name, None, f"{self._place}, text {at}"))
                turned = run.angle - math.radians(self._page.get_rotation())
                label = Label(text, self._middle(run), mark, run.size, math.degrees(turned))
                drawing.labels.append(label)
        return drawing

    def _draw(self, thing: Any, drawing: Drawing) -> None:
        raw = self._raw
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(thing, mode, stroke) or not (mode.value or stroke.value):
            return  # a path that only clips
        matrix = self._matrix(thing)
        runs = [(points, closed) for points, closed in self._runs_of(thing, matrix) if points]
        place = Place(self._name, None, f"{self._place}, path {self._count}")
        mark = Mark(place, color=self._color(thing, filled=bool(mode.value)))
        rings = [points for points, closed in runs if closed or mode.value]
        shut = [ring[:-1] if ring[0] == ring[-1] else ring for ring in rings]
        drawing.shapes += [Shape(outer, mark, holes) for outer, holes in nest(shut)]
        for points, closed in runs:
            if not (closed or mode.value):
                drawing.add_path(points, mark, closed=False)

    def _matrix(self, thing: Any) -> Matrix:
        """From an object's own space to the page as it is seen."""
        matrix, holder = Matrix(*thing.get_matrix().get()), thing.container
        while holder is not None:
            matrix = matrix * Matrix(*holder.get_matrix().get())
            holder = holder.container
        return matrix * self._turn

    def _runs_of(self, thing: Any, matrix: Matrix) -> Iterator[tuple[Ring, bool]]:
        """The subpaths of a path as points on the page, and whether each is closed."""
        raw = self._raw
        points: list[Point] = []
        curve: list[Point] = []
        for at in range(raw.FPDFPath_CountSegments(thing)):
            segment = raw.FPDFPath_GetPathSegment(thing, at)
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            moved = matrix.point_in_matrix_space((x.value, y.value))
            point = (round(float(moved.x), 4), round(float(moved.y), 4))
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                yield self._sound(points), False
                points = [point]
            elif kind == raw.FPDF_SEGMENT_BEZIERTO:
                curve.append(point)
                if len(curve) == 3:
                    points += _flat(points[-1], curve)
                    curve = []
            else:
                points.append(point)
            if raw.FPDFPathSegment_GetClose(segment):
                yield self._sound(points), True
                points = points[:1]
        yield self._sound(points), False

    def _sound(self, points: list[Point]) -> Ring:
        ring = without_repeats(points)
        return ring if len(ring) > 1 and is_finite(ring) else ()

    def _color(self, thing: Any, *, filled: bool) -> str | None:
        read = (
            self._raw.FPDFPageObj_GetFillColor if filled else self._raw.FPDFPageObj_GetStrokeColor
        )
        parts = [ctypes.c_uint() for _ in range(4)]
        if not read(thing, *parts):
            return None
        return "#{:02x}{:02x}{:02x}".format(*(part.value for part in parts[:3]))

    def _runs(self) -> Iterator[_Run]:
        """The page's texts, each a line; letters that a program set one by one are one text."""
        raw, text = self._raw, self._page.get_textpage()
        run: _Run | None = None
        for at in range(text.count_chars()):
            char = chr(raw.FPDFText_GetUnicode(text, at))
            if raw.FPDFText_IsGenerated(text, at) == 1 or char.isspace() or char == "\0":
                continue
            angle = float(raw.FPDFText_GetCharAngle(text, at))
            box = text.get_charbox(at, loose=True)
            size = _across(box, angle)
            if size <= 0:
                continue
            if run is not None and (gap := _gap(run, box, angle, size)) is not None:
                run.text += (" " if gap > _WORD * size else "") + char
                run.boxes.append(box)
                continue
            if run is not None:
                yield run
            run = _Run(angle, size, char, [box])
        if run is not None:
            yield run

    def _middle(self, run: _Run) -> Point:
        west, south = min(b[0] for b in run.boxes), min(b[1] for b in run.boxes)
        east, north = max(b[2] for b in run.boxes), max(b[3] for b in run.boxes)
        at = self._turn.point_in_matrix_space(((west + east) / 2, (south + north) / 2))
        return float(at.x), float(at.y)


def _flat(start: Point, curve: list[Point]) -> list[Point]:
    bezier = CubicBezier(start, *curve)
    points = (bezier.point(step / _PIECES) for step in range(1, _PIECES + 1))
    return [(float(p.x), float(p.y)) for p in points]


def _across(box: tuple[float, float, float, float], angle: float) -> float:
    """About the height of a letter's line: its box across the way it is written."""
    west, south, east, north = box
    return abs((north - south) * math.cos(angle)) + abs((east - west) * math.sin(angle))


def _gap(
    run: _Run, box: tuple[float, float, float, float], angle: float, size: float
) -> float | None:
    """How far a letter stands behind a run, along it; None where it is not of the run."""
    if abs(angle - run.angle) > 0.02 or not 0.7 < size / run.size < 1.4:
        return None
    ahead, up = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
    last = run.boxes[-1]
    ends = [_along(last, ahead)[1], _along(box, ahead)[0]]
    rise = sum(_along(box, up)) / 2 - sum(_along(last, up)) / 2
    gap = ends[1] - ends[0]
    return gap if -size < gap < _APART * size and abs(rise) < 0.4 * size else None


def _along(box: tuple[float, float, float, float], way: tuple[float, float]) -> tuple[float, float]:
    """The extent of a box along a way."""
    corners = ((x, y) for x in (box[0], box[2]) for y in (box[1], box[3]))
    found = [x * way[0] + y * way[1] for x, y in corners]
    return min(found), max(found)
