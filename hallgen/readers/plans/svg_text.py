"""The words of SVG text elements, and about where their middle is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from svgelements import Matrix

from hallgen.model import Point
from hallgen.readers.plans.markup import Element
from hallgen.readers.plans.svg_style import Rules, Style, font_size, style_of

#: About the width of a Latin letter and of a full-width one, and the height of a capital's
#: middle over the base line, in font sizes: means over common sans-serif fonts.
LATIN, FULL, MIDDLE = 0.55, 1.0, 0.35
_START_OF_TEXT = {"start": 0.5, "middle": 0.0, "end": -0.5}
_FIRST_NUMBER = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(em)?")


@dataclass(slots=True)
class _Run:
    text: str
    x: float
    y: float


def read_text(element: Element, matrix: Matrix, style: Style, rules: Rules) -> tuple[str, Point]:
    """A text's lines, split by newlines, and its middle in the drawing's units.

    Pieces on one base line are one line, however a program has split them.
    """
    size = font_size(style)
    runs: list[_Run] = []
    _collect(element, _Run("", 0.0, 0.0), size, runs)
    lines: dict[float, str] = {}
    for run in runs:
        lines[run.y] = lines.get(run.y, "") + run.text
    text = "\n".join(" ".join(line.split()) for line in lines.values() if line.strip())
    if not text:
        return "", (0.0, 0.0)
    first = next(run for run in runs if run.text.strip())
    inner = next((child for child in element.children if child.tag == "tspan"), None)
    anchor_style = style if inner is None else style_of(inner, style, rules)
    across = _START_OF_TEXT.get(anchor_style.get("text-anchor", "start"), 0.5)
    widest = max(text_width(line) for line in text.split("\n"))
    down = (first.y + max(lines)) / 2 if len(lines) > 1 else first.y
    at = matrix.point_in_matrix_space(
        (first.x + across * widest * font_size(anchor_style), down - MIDDLE * size)
    )
    return text, (float(at.x), float(at.y))


def text_width(text: str) -> float:
    """About how wide a line is, in font sizes."""
    return sum(FULL if unicodedata.east_asian_width(c) in "WF" else LATIN for c in text)


def _collect(element: Element, at: _Run, size: float, runs: list[_Run]) -> _Run:
    """Walk a text element and its tspans, noting where each piece of text begins.

    Returns where the pen is then: what follows goes on there unless it says otherwise.
    """
    pen = _Run("", _moved(element, "x", at.x, size), _moved(element, "y", at.y, size))
    runs.append(_Run(element.text, pen.x, pen.y))
    for child in element.children:
        if child.tag in ("tspan", "textPath", "a"):
            pen = _collect(child, pen, size, runs)
        runs.append(_Run(child.tail, pen.x, pen.y))
    return pen


def _moved(element: Element, axis: str, at: float, size: float) -> float:
    for name, start in ((axis, 0.0), (f"d{axis}", at)):
        match = _FIRST_NUMBER.match(element.attributes.get(name, ""))
        if match:
            at = start + float(match[1]) * (size if match[2] else 1.0)
    return at
