"""What was understood of a plan, drawn over the drawing it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Final

from hallgen.drafting.sheet import Sheet, sheet_of
from hallgen.model import BoothKind, Plan, Point, Polygon
from hallgen.readers.fair_file import YAxis
from hallgen.readers.plans import Understood

#: Fill and line of each thing. Booths of unknown kind are blue as well.
_COLORS: Final = {
    "booth": ("#2f6fdf", "#1b4699"),
    BoothKind.PAVILION: ("#8a4fd0", "#5a2f90"),
    BoothKind.OUTDOOR: ("#2f9e6e", "#1c6a49"),
    "wall": ("#3a3f45", "#3a3f45"),
    "column": ("#c02f2f", "#8c1d1d"),
    "area": ("#e0a030", "#9b6b12"),
    "gate": ("#12a150", "#0a6e35"),
}
#: A number is written at most this high, in metres, and as wide as its booth at most.
_TALLEST: Final = 1.2
_LETTER: Final = 0.6

#: A plan's point in metres on the sheet of its drawing, in the drawing's units.
ToSheet = Callable[[Point], Point]


def overlay(understood: Understood, file: Path, caption: str) -> str:
    """An SVG document in the drawing's own units: the drawing pale, the plan in colours over it,
    and below it a line that says what the picture shows.
    """
    sheet = sheet_of(file, understood.drawing, understood.y)
    metre = 1 / understood.scale
    line = max(sheet.width, sheet.height) / 60
    parts = "".join(_parts(understood.plan, to_sheet(understood), metre))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{sheet.x:.7g} {sheet.y:.7g} '
        f'{sheet.width:.7g} {sheet.height + 2 * line:.7g}" width="1600" '
        f'font-family="Arial, sans-serif">\n'
        f'<rect x="{sheet.x:.7g}" y="{sheet.y:.7g}" width="{sheet.width:.7g}" '
        f'height="{sheet.height + 2 * line:.7g}" fill="#fff"/>\n'
        f'<g opacity="0.55">\n{sheet.picture}</g>\n{parts}{_caption(sheet, line, caption)}</svg>\n'
    )


def to_sheet(understood: Understood, metres: float | None = None) -> ToSheet:
    """From metres on the plan to a sheet of the drawing's units, or of `metres` a unit; y down."""
    west, south = understood.origin
    scale = understood.scale if metres is None else metres

    def moved(point: Point) -> Point:
        return (point[0] + west) / scale, -(point[1] + south) / scale

    return moved


def _parts(plan: Plan, move: ToSheet, metre: float) -> Iterator[str]:
    width = 0.08 * metre
    if plan.outline is not None:
        yield (
            f'<path d="{_path(plan.outline, move)}" fill="none" stroke="#111" '
            f'stroke-width="{3 * width:.4g}" stroke-dasharray="{12 * width:.4g}"/>\n'
        )
    for polygon in plan.walls:
        yield _shape(polygon, "wall", move, width)
    for area in plan.areas:
        yield _shape(area.outline, "area", move, width, area.name.best() or area.kind.value)
    for booth in plan.booths:
        kind = booth.kind if booth.kind in _COLORS else "booth"
        yield _shape(booth.outline, kind, move, width, booth.number)
        yield _number(booth.number, booth.outline, move, metre)
    for polygon in plan.columns:
        yield _shape(polygon, "column", move, width)
    for gate in plan.gates:
        x, y = move(gate.position)
        fill, edge = _COLORS["gate"]
        yield (
            f'<circle cx="{x:.6g}" cy="{y:.6g}" r="{gate.width / 2 * metre:.4g}" fill="{fill}" '
            f'fill-opacity="0.5" stroke="{edge}" stroke-width="{2 * width:.4g}">'
            f"<title>{escape(gate.name.best() or gate.id)}</title></circle>\n"
        )


def _shape(
    polygon: Polygon, kind: str, move: ToSheet, width: float, called: str | None = None
) -> str:
    fill, edge = _COLORS[kind]
    title = f"<title>{escape(called or kind)}</title>"
    return (
        f'<path d="{_path(polygon, move)}" fill="{fill}" fill-opacity="0.3" fill-rule="evenodd" '
        f'stroke="{edge}" stroke-width="{width:.4g}">{title}</path>\n'
    )


def _path(polygon: Polygon, move: ToSheet) -> str:
    runs = (
        " ".join(f"{x:.7g},{y:.7g}" for x, y in map(move, r))
        for r in (polygon.outer, *polygon.holes)
    )
    return "".join(f"M{run}Z" for run in runs)


def _number(number: str, polygon: Polygon, move: ToSheet, metre: float) -> str:
    west, south, east, north = polygon.bounds
    x, y = move(((west + east) / 2, (south + north) / 2))
    high = min(_TALLEST, (north - south) * 0.5, (east - west) / (_LETTER * max(len(number), 2)))
    return (
        f'<text x="{x:.6g}" y="{y:.6g}" text-anchor="middle" dy="0.35em" '
        f'font-size="{high * metre:.4g}" font-weight="700" fill="#10265c">{escape(number)}</text>\n'
    )


def _caption(sheet: Sheet, line: float, words: str) -> str:
    return (
        f'<text x="{sheet.x + line / 2:.6g}" y="{sheet.y + sheet.height + 1.3 * line:.6g}" '
        f'font-size="{line * 0.8:.4g}" fill="#111">{escape(words)}</text>\n'
    )


def caption_of(understood: Understood, hall: str) -> str:
    """What is to be seen, in one line."""
    plan = understood.plan
    things = [
        f"hall {hall}: {len(plan.booths)} booths",
        *(f"{len(plan.walls)} walls" for _ in plan.walls[:1]),
        *(f"{len(plan.columns)} columns" for _ in plan.columns[:1]),
        *(f"{len(plan.areas)} areas" for _ in plan.areas[:1]),
        *(f"{len(plan.gates)} gates" for _ in plan.gates[:1]),
        "no outline drawn" if plan.outline is None else _size(plan.outline),
        f"1 unit = {understood.scale:.6g} m",
        *("y up" for _ in [0] if understood.y is YAxis.UP),
    ]
    return ", ".join(things)


def _size(polygon: Polygon) -> str:
    west, south, east, north = polygon.bounds
    return f"{east - west:.2f} x {north - south:.2f} m"
