"""Pictures of a hall's plan for those who plan it: what is against the rules, and heat maps.

Each is an SVG that stands alone. The drawing's unit and frame are those of the site's plans.
"""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.diagnostics import Severity
from hallgen.model import Gate, Hall, HallLayout, Point
from hallgen.scores import PlanScore
from hallgen.site.plan_svg import MARGIN, SCALE, Sheet, sheet, size_of
from hallgen.site.site import environment
from hallgen.venue import Finding

#: From little to much: pale to dark blue, read by people who see colours otherwise as well (a part
#: of ColorBrewer's YlGnBu, C. Brewer, 2003), and from good to bad for ways out (its RdYlGn, without
#: the middle's glare).
BLUES = ("#fbfbe1", "#d6efc0", "#9bd8b9", "#4fbbc1", "#2a86b9", "#254b9b", "#12215c")
ALARM = ("#2f8f5b", "#8cc36b", "#e6de7c", "#f0a94f", "#d7552f", "#9c1f26")
_SEVERITY = {Severity.ERROR: "#b3151e", Severity.WARNING: "#d2451e", Severity.HINT: "#b98300"}
#: Space under the drawing for its legend, in metres.
LEGEND = 5.0


@dataclass(frozen=True, slots=True)
class PlannedShape:
    """A booth of the drawing, or what is wrong: `label` stands in its middle where it fits."""

    path: str
    fill: str
    title: str
    label: str = ""
    at: Point = (0.0, 0.0)
    size: float = 0.0
    dark: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour of a legend, where it is from 0 to 1."""

    at: float
    color: str


@dataclass(frozen=True, slots=True)
class Legend:
    """What colours mean: a ramp from `low` to `high`."""

    words: str
    low: str
    high: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered place of what is wrong."""

    at: Point
    number: int
    color: str


@dataclass(frozen=True, slots=True)
class FloorImage:
    """A raster under the booths, as a data address."""

    href: str
    at: Point
    width: float
    height: float


def findings_picture(
    hall: Hall, layout: HallLayout, findings: Sequence[Finding], title: str
) -> str:
    """The plan with a mark at each thing that is against a rule, numbered in their order."""
    on = sheet(layout.outline)
    wrong = [
        PlannedShape(on.path(polygon), _SEVERITY[finding.kind.severity], f"{i}. {finding.message}")
        for i, finding in enumerate(findings, start=1)
        for polygon in finding.outlines
    ]
    marks = [
        Mark(on.at(finding.spot), i, _SEVERITY[finding.kind.severity])
        for i, finding in enumerate(findings, start=1)
    ]
    booths = _booths(hall, layout, on, lambda _: "#ffffff", lambda _: "")
    return _drawn(hall, layout, on, title, booths, wrong=wrong, marks=_apart(marks))


def heat_picture(
    hall: Hall,
    layout: HallLayout,
    title: str,
    figures: Mapping[str, float],
    most: float,
    say: Callable[[float], str],
    *,
    ramp: Sequence[str] = BLUES,
    words: str,
    floor: FloorImage | None = None,
) -> str:
    """The plan with each booth in the colour of its figure: of 0 to `most`, and what is more."""
    on = sheet(layout.outline)
    booths = _booths(
        hall,
        layout,
        on,
        lambda id_: color_at(ramp, figures[id_] / most) if id_ in figures else "#ffffff",
        lambda id_: say(figures[id_]) if id_ in figures else "",
    )
    stops = tuple(Stop(i / (len(ramp) - 1), color) for i, color in enumerate(ramp))
    legend = Legend(words, say(0.0), f"{say(most)} +", stops)
    return _drawn(hall, layout, on, title, booths, legend=legend, floor=floor)


def floor_image(
    layout: HallLayout, score: PlanScore, values: NDArray[np.float64], ramp: Sequence[str]
) -> FloorImage:
    """`values` of 0 to 1 for each cell of the score's raster, on the drawing of the hall."""
    on = sheet(layout.outline)
    raster = score.raster
    shown = np.clip(_up_to_walls(values, raster.open), 0.0, 1.0)
    table = np.array([_rgb(color_at(ramp, i / 255)) for i in range(256)], dtype=np.uint8)
    pixels = np.zeros((*shown.shape, 4), dtype=np.uint8)
    pixels[..., :3] = table[(shown * 255).astype(np.int64)]
    pixels[..., 3] = np.where(raster.clear, 235, 0)
    rows = np.ascontiguousarray(pixels.transpose(1, 0, 2)[::-1])  # from the top, row by row
    out = io.BytesIO()
    Image.fromarray(rows, "RGBA").save(out, "PNG", optimize=True)
    columns, high = raster.open.shape
    x, y = raster.origin
    return FloorImage(
        "data:image/png;base64," + base64.b64encode(out.getvalue()).decode(),
        on.at((x, y + high * raster.cell)),
        round(columns * raster.cell * SCALE, 1),
        round(high * raster.cell * SCALE, 1),
    )


def _up_to_walls(values: NDArray[np.float64], open_: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Values of open cells, and of the rim along walls that of the cell beside it; 1 where no way
    leads.
    """
    found = np.where(open_, np.where(np.isfinite(values), values, 1.0), np.inf)
    for _ in range(2):
        padded = np.pad(found, 1, constant_values=np.inf)
        columns, rows = found.shape
        beside = [
            padded[1 + dx : columns + 1 + dx, 1 + dy : rows + 1 + dy]
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        ]
        found = np.where(np.isfinite(found), found, np.minimum.reduce(beside))
    return np.where(np.isfinite(found), found, 1.0)


def color_at(ramp: Sequence[str], share: float) -> str:
    """The colour at a share (0 to 1; outside of it the ends') of a ramp."""
    if not math.isfinite(share):
        return ramp[-1]
    place = min(max(share, 0.0), 1.0) * (len(ramp) - 1)
    at = min(int(place), len(ramp) - 2)
    part = place - at
    mixed = (
        round(a + (b - a) * part) for a, b in zip(_rgb(ramp[at]), _rgb(ramp[at + 1]), strict=True)
    )
    return "#" + "".join(f"{value:02x}" for value in mixed)


def _booths(
    hall: Hall,
    layout: HallLayout,
    on: Sheet,
    fill: Callable[[str], str],
    say: Callable[[str], str],
) -> list[PlannedShape]:
    numbers = {booth.id: booth for booth in hall.booths}
    found = []
    for laid in layout.booths:
        booth = numbers[laid.booth]
        color = fill(booth.id)
        said = say(booth.id)
        x0, y0, x1, y1 = booth.outline.bounds
        wide, high = (x1 - x0) * SCALE, (y1 - y0) * SCALE
        size = min(0.9 * SCALE, high * 0.5, wide / max(2, len(booth.number)) * 1.5)
        found.append(
            PlannedShape(
                on.path(booth.outline),
                color,
                booth.number + (f": {said}" if said else ""),
                booth.number if size >= 0.35 * SCALE else "",
                on.at(((x0 + x1) / 2, (y0 + y1) / 2)),
                round(size, 1),
                sum(_rgb(color)) < 330,
            )
        )
    return found


def _drawn(
    hall: Hall,
    layout: HallLayout,
    on: Sheet,
    title: str,
    booths: Sequence[PlannedShape],
    *,
    wrong: Sequence[PlannedShape] = (),
    marks: Sequence[Mark] = (),
    legend: Legend | None = None,
    floor: FloorImage | None = None,
) -> str:
    width, height = size_of(layout.outline)
    template = environment().get_template("plan_picture.svg.j2")
    return template.render(
        title=title,
        width=width,
        height=round(height + (LEGEND * SCALE if legend else 0.0), 1),
        foot=height,
        margin=MARGIN * SCALE,
        outline=on.path(layout.outline),
        walls=[on.path(wall) for wall in hall.walls],
        columns=[on.path(column) for column in hall.columns],
        hydrants=[on.path(hydrant) for hydrant in hall.hydrants],
        areas=[on.path(area.outline) for area in hall.areas],
        gates=[_door(on, gate, layout) for gate in layout.gates],
        exits=[_door(on, gate, layout) for gate in hall.exits],
        booths=booths,
        wrong=wrong,
        marks=marks,
        legend=legend,
        floor=floor,
    )


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    """Marks that would hide each other, side by side."""
    placed: list[Mark] = []
    step = 1.5 * SCALE
    for mark in marks:
        x, y = mark.at
        while any(math.dist((x, y), other.at) < step for other in placed):
            x += step
        placed.append(Mark((round(x, 1), round(y, 1)), mark.number, mark.color))
    return placed


def _door(on: Sheet, gate: Gate, layout: HallLayout) -> str:
    """A line across a doorway, along the nearest wall."""
    ring = layout.outline.outer
    start, end = min(
        zip(ring, (*ring[1:], ring[0]), strict=True),
        key=lambda wall: round(_apart_from(gate.position, *wall), 3),
    )
    length = math.dist(start, end)
    along = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    (x, y), half = gate.position, gate.width / 2
    return on.line(
        (x - along[0] * half, y - along[1] * half), (x + along[0] * half, y + along[1] * half)
    )


def _apart_from(point: Point, start: Point, end: Point) -> float:
    """Metres from a point to a straight wall."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / (dx * dx + dy * dy)
    along = min(max(along, 0.0), 1.0)
    return math.dist(point, (start[0] + along * dx, start[1] + along * dy))


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
