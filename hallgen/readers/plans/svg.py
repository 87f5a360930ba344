"""SVG drawings: from Illustrator, CorelDRAW, Figma, Inkscape, or written by hand.

The drawing's units are those of the outermost viewBox, which is what a person sees in the file.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from pathlib import Path

from svgelements import Matrix, Viewbox

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.fair_file import YAxis
from hallgen.readers.plans.drawing import Drawing, Label, Line, Mark, Shape
from hallgen.readers.plans.kinds import role_of_kind
from hallgen.readers.plans.markup import Element, MarkupError, parse_markup
from hallgen.readers.plans.own_marks import PREFIX, from_attributes
from hallgen.readers.plans.own_marks import said_of as own_said
from hallgen.readers.plans.rings import nest
from hallgen.readers.plans.svg_said import NOTHING, Said, id_of, said_of
from hallgen.readers.plans.svg_shapes import DRAWN, read_transform, subpaths
from hallgen.readers.plans.svg_style import (
    Rules,
    Style,
    color_of,
    font_size,
    is_filled,
    is_hidden,
    is_invisible,
    rules_of,
    style_of,
)
from hallgen.readers.plans.svg_text import read_text
from hallgen.units import Unit

_NOT_DRAWN = frozenset(
    ("defs", "symbol", "clipPath", "mask", "pattern", "marker", "style", "metadata", "title")
)
_PHYSICAL = re.compile(r"\s*([\d.]+)\s*(mm|cm|in)\s*")
#: Illustrator writes what an id may not hold as "_x31_", and numbers copies as "_2_".
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{2,4})_")
#: Illustrator puts a line before an id that begins with a digit.
_BEFORE_DIGIT = re.compile(r"^_(?=\d)")
#: Uses within uses deeper than this are a circle.
_DEEPEST_USE = 20
#: A drawing of more elements than this, each use counted, is no plan.
_MOST_ELEMENTS = 200_000


def read_svg(path: Path, name: str, diagnostics: Diagnostics) -> Drawing | None:
    """What an SVG file draws; None where it cannot be read."""
    try:
        root = parse_markup(path)
    except MarkupError as error:
        place = Place(name, error.line)
        diagnostics.add(codes.PLAN_UNREADABLE, place, f"The drawing cannot be read: {error}.")
        return None
    if root.tag != "svg":
        message = f"The drawing cannot be read: its root is <{root.tag}>, not <svg>."
        diagnostics.add(codes.PLAN_UNREADABLE, Place(name, root.line), message)
        return None
    own = root.attributes.get(f"{PREFIX}unit") == "m"  # an export of ours, drawn in metres
    unit = 1.0 if own else _unit(root)
    drawing = Drawing(YAxis.DOWN, unit, surveyed=own, paper=None if own else unit)
    walk = _Walk(name, diagnostics, rules_of(root), _by_id(root), drawing)
    at = _At(Matrix(), (), style_of(root, {}, walk.rules))
    for child in root.children:
        walk.visit(child, at)
    if walk.count > _MOST_ELEMENTS:
        message = f"The drawing has more than {_MOST_ELEMENTS} elements; the rest is left out."
        diagnostics.add(codes.PLAN_PART_UNREADABLE, Place(name), message)
    return walk.drawing


@dataclass(frozen=True, slots=True)
class _At:
    """What an element inherits from those it lies in."""

    matrix: Matrix
    layers: tuple[str, ...]
    style: Style
    uses: int = 0
    said: Said = NOTHING


@dataclass(slots=True)
class _Walk:
    name: str
    diagnostics: Diagnostics
    rules: Rules
    by_id: dict[str, Element]
    drawing: Drawing
    count: int = 0

    def visit(self, element: Element, at: _At) -> None:
        """Add what an element draws to the drawing."""
        self.count += 1
        if element.tag in _NOT_DRAWN or self.count > _MOST_ELEMENTS:
            return
        style = style_of(element, at.style, self.rules)
        if is_hidden(style):
            return
        try:
            matrix = read_transform(element.attributes.get("transform", "")) * at.matrix
        except ValueError as error:
            self._report(element, str(error))
            return
        here = replace(at, matrix=matrix, style=style, said=said_of(element, at.said))
        if element.tag in DRAWN:
            self._draw(element, here)
        elif element.tag == "text":
            self._write(element, here)
        elif element.tag == "use":
            self._use(element, here)
        elif element.tag in ("g", "svg", "a", "switch"):
            self._enter(element, here)

    def _enter(self, element: Element, at: _At) -> None:
        inner = replace(at, layers=(*at.layers, *_names(element)))
        if element.tag == "svg":
            inner = replace(inner, matrix=_nested(element) * inner.matrix)
        for child in element.children:
            if self.count <= _MOST_ELEMENTS:
                self.visit(child, inner)

    def _draw(self, element: Element, at: _At) -> None:
        if is_invisible(at.style):
            return
        try:
            runs = subpaths(element, at.matrix)
        except ValueError as error:
            self._report(element, str(error))
            return
        own = from_attributes(element.attributes)
        said, names, role = own_said(own)
        mark = self._mark(element, at)
        if own:
            mark = replace(mark, role=role)
        else:
            said = {"number": at.said.number, "name": at.said.name, "kind": at.said.kind}
        filled = is_filled(at.style) and element.tag != "line"
        rings = [points for points, closed in runs if closed or filled]
        shut = [ring[:-1] if ring[0] == ring[-1] else ring for ring in rings]
        for outer, holes in nest(shut):
            self.drawing.shapes.append(Shape(outer, mark, holes, names=names, **said))
        for points, closed in runs:
            if not (closed or filled) and names and len(points) > 1:
                self.drawing.lines.append(Line(points, mark, names))
            elif not (closed or filled):
                self.drawing.add_path(points, mark, closed=False)

    def _write(self, element: Element, at: _At) -> None:
        text, where = read_text(element, at.matrix, at.style, self.rules)
        if text and not is_invisible(at.style):
            size = font_size(at.style) * math.sqrt(abs(float(at.matrix.determinant)))
            angle = math.degrees(math.atan2(float(at.matrix.b), float(at.matrix.a)))
            mark = self._mark(element, at)
            self.drawing.labels.append(Label(text, where, mark, size, angle))

    def _use(self, element: Element, at: _At) -> None:
        reference = element.attributes.get("href", "")
        target = self.by_id.get(reference.removeprefix("#"))
        if target is None or not reference.startswith("#") or at.uses >= _DEEPEST_USE:
            self._report(element, f'it uses "{reference}", which is not in the drawing')
            return
        inner = replace(
            at,
            matrix=Matrix.translate(*_offset(element)) * at.matrix,
            layers=(*at.layers, *_names(element)),
            uses=at.uses + 1,
        )
        if target.tag == "symbol":
            target = replace(target, tag="svg")
        self.visit(target, inner)

    def _mark(self, element: Element, at: _At) -> Mark:
        names = _names(element)
        return Mark(
            place=self._place(element),
            layers=at.layers,
            id=names[-1] if names else "",
            classes=(*element.attributes.get("class", "").split(), *names[:-1]),
            color=color_of(at.style),
            role=role_of_kind(at.said.kind) if at.said.kind else None,
        )

    def _place(self, element: Element) -> Place:
        called = id_of(element.attributes.get("id", "")) or element.tag
        return Place(self.name, element.line, called)

    def _report(self, element: Element, fault: str) -> None:
        message = f"This <{element.tag}> is left out: {fault}."
        self.diagnostics.add(codes.PLAN_PART_UNREADABLE, self._place(element), message)


def _names(element: Element) -> tuple[str, ...]:
    """What an element is called: its id, unescaped, and last its label in a drawing program, of
    which Illustrator makes the id, and beside which Inkscape counts them.
    """
    keys = ("id", "data-name", "inkscape:label")
    found = (id_of(element.attributes.get(key, "")) for key in keys)
    names = (_ESCAPED.sub(lambda match: chr(int(match[1], 16)), name) for name in found)
    named = (_BEFORE_DIGIT.sub("", name) for name in names if not name.startswith("#"))
    return tuple(dict.fromkeys(name for name in named if name))


def _by_id(element: Element) -> dict[str, Element]:
    found = {element.attributes["id"]: element} if "id" in element.attributes else {}
    for child in element.children:
        found = _by_id(child) | found
    return found


def _unit(root: Element) -> float | None:
    """Metres per user unit, where the sheet has a size in mm, cm or inches."""
    match = _PHYSICAL.fullmatch(root.attributes.get("width", ""))
    box = _view_box(root)
    if match is None or not match[1].replace(".", "", 1).isdigit() or box is None:
        return None
    return float(match[1]) * Unit(match[2]).metres / float(box.width) or None


def _offset(element: Element) -> tuple[float, float]:
    def length(key: str) -> float:
        match = re.match(r"\s*([-+]?[\d.]+)", element.attributes.get(key, ""))
        return float(match[1]) if match and match[1].strip("+-.") else 0.0

    return length("x"), length("y")


def _nested(element: Element) -> Matrix:
    """Where an svg inside of an svg draws: moved to its x and y, its viewBox fitted in."""
    matrix = Matrix.translate(*_offset(element))
    size = [element.attributes.get(key, "") for key in ("width", "height")]
    box = _view_box(element)
    if box is not None and all(re.fullmatch(r"\d*\.?\d+(px)?", length) for length in size):
        return Matrix(box.transform(Viewbox(f"0 0 {size[0]} {size[1]}"))) * matrix
    return matrix


def _view_box(element: Element) -> Viewbox | None:
    """An element's viewBox; None where it has none, or one that could hold nothing."""
    numbers = re.split(r"[\s,]+", element.attributes.get("viewBox", "").strip())
    if len(numbers) != 4 or not all(re.fullmatch(r"-?\d*\.?\d+", one) for one in numbers):
        return None
    return Viewbox(" ".join(numbers)) if float(numbers[2]) > 0 < float(numbers[3]) else None
