"""How many metres a unit of a drawing is: said by a person, by the file, or guessed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

import shapely
from shapely import Polygon as ShapelyPolygon

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.fair_file import PlanSource, Role
from hallgen.readers.plans.chains import join_lines
from hallgen.readers.plans.drawing import Drawing, Shape
from hallgen.readers.plans.printed import from_booths, from_dimensions, from_title
from hallgen.readers.plans.roles import Part, sort_by_role

#: The side of the standard booth in metres, the world over but for 10 ft in North America.
STANDARD_SIDE = 3.0
#: A drawing's own unit is believed while its commonest booth has an area in m2 within these.
PLAUSIBLE = (1.0, 1000.0)
#: Two booths side by side are drawn this much longer than twice one booth, at most, where each
#: has a gap around it.
WIDEST_GAP = 0.3
#: The shares of printed sizes that agree with their median from which that is sure, or likely;
#: and from how many on.
MOST, HALF, ENOUGH = 0.8, 0.5, 3
#: Lines whose ends are this share of the drawing apart are meant to meet, of so many at most.
MEETS, MOST_LINES = 1e-4, 20_000
#: Scales found in two ways are one within this share.
SAME = 0.01


class Certainty(StrEnum):
    """How sure a guess is."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure: please check"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A guessed scale in metres per unit, and what it was guessed from."""

    scale: float
    reason: str
    certainty: Certainty


def metres_per_unit(
    drawing: Drawing,
    part: Part,
    source: PlanSource,
    place: Place,
    diagnostics: Diagnostics,
) -> float | None:
    """What fair.yaml says, else the file's own unit if that can be; else None, and an error
    that proposes a scale. `part` is what may be booths, in units of the drawing.
    """
    if source.scale is not None:
        return source.scale
    if source.unit is not None:
        return source.unit.metres
    unit = drawing.unit
    shapes = with_faces(part)
    booth = commonest_booth(shapes)
    area = booth[0] * booth[1] * unit**2 if booth and unit else 0.0
    possible = booth is None or PLAUSIBLE[0] <= area <= PLAUSIBLE[1]
    if unit is not None and (drawing.surveyed or possible):
        return unit
    message = "Nothing says how large the drawing is."
    if unit is not None:
        message = (
            f"By the drawing's own unit its commonest shape has {area:.2g} m2, which cannot be "
            "a booth; the unit is perhaps the paper's."
        )
    proposal = propose_scale(shapes, drawing)
    advice = codes.PLAN_WITHOUT_SCALE.cure
    if proposal is not None:
        advice = f"{advice} Perhaps scale: {proposal.scale:.6g}, {proposal.reason}."
    diagnostics.add(codes.PLAN_WITHOUT_SCALE, place, message, advice)
    return None


def propose(drawing: Drawing, source: PlanSource) -> Proposal | None:
    """A scale for a drawing as `propose_scale` has it, from what may be booths of it."""
    parts = sort_by_role(drawing, source.layers, Place(source.file), Diagnostics())
    return propose_scale(with_faces(parts[Role.BOOTHS]), drawing)


def with_faces(part: Part) -> list[Shape]:
    """The shapes of a part, and those that its lines enclose only together."""
    if not part.lines or len(part.lines) > MOST_LINES:
        return part.shapes
    points = [point for line in part.lines for point in line.points]
    xs, ys = zip(*points, strict=True)
    extent = max(max(xs) - min(xs), max(ys) - min(ys))
    return [*part.shapes, *join_lines(part.lines, extent * MEETS)[0]] if extent else part.shapes


def propose_scale(shapes: Sequence[Shape], drawing: Drawing) -> Proposal | None:
    """A scale from what the drawing has in words: sizes in its shapes, dimensions, the scale of
    the sheet; else from the commonest shape as one booth.
    """
    words = [
        (from_booths(shapes, drawing.labels), "from {} size{} printed in the drawing"),
        (from_dimensions(drawing), "from {} dimension{} in the drawing"),
        (from_title(drawing), "as the sheet says in {} place{}"),
    ]
    found = [(one, said) for one, said in words if one is not None]
    if found:
        best, said = max(found, key=lambda pair: pair[0].agreeing >= MOST)  # the first of those
        agree = sum(1 for one, _ in found if abs(one.scale / best.scale - 1) < SAME)
        sure = best.agreeing >= MOST and (best.count >= ENOUGH or agree > 1)
        likely = sure or best.agreeing >= HALF
        certainty = Certainty.SURE if sure else Certainty.LIKELY if likely else Certainty.UNSURE
        return Proposal(best.scale, said.format(best.count, "s"[: best.count > 1]), certainty)
    booth = commonest_booth(shapes)
    if booth is None:
        return None
    side = _pitch(shapes, booth[0]) or booth[0]
    squarish = booth[1] <= booth[0] * (1 + WIDEST_GAP)
    scale = STANDARD_SIDE / (side if squarish else math.sqrt(booth[0] * booth[1]))
    what = f"if the commonest shape, {booth[0]:.4g} x {booth[1]:.4g} units,"
    if side != booth[0]:
        what += f" one each {side:.4g} units,"
    reason = f"{what} is a booth of {STANDARD_SIDE:g} x {STANDARD_SIDE:g} m"
    return Proposal(scale, reason, Certainty.UNSURE)


def commonest_booth(shapes: Sequence[Shape]) -> tuple[float, float] | None:
    """The short and the long side of the commonest rectangle, in units of the drawing."""
    sizes = [size for shape in shapes if (size := _sides(shape)) is not None]
    if not sizes:
        return None
    counted = Counter((_rounded(short), _rounded(long)) for short, long in sizes)
    most, _ = max(counted.items(), key=lambda item: (item[1], item[0]))
    same = [size for size in sizes if (_rounded(size[0]), _rounded(size[1])) == most]
    return median(s for s, _ in same), median(long for _, long in same)


def _sides(shape: Shape) -> tuple[float, float] | None:
    """The sides of a shape that is a rectangle, however it is turned."""
    if not 4 <= len(shape.outer) <= 12 or shape.holes:
        return None
    polygon = ShapelyPolygon(shape.outer)
    if polygon.area <= 0:
        return None
    box = shapely.minimum_rotated_rectangle(polygon)
    if not isinstance(box, ShapelyPolygon) or polygon.area < 0.98 * box.area:
        return None
    corners = list(box.exterior.coords)
    short, long = sorted((math.dist(corners[0], corners[1]), math.dist(corners[1], corners[2])))
    return short, long


def _rounded(length: float) -> float:
    """A length to two digits and a half, so that a line's width does not tell booths apart."""
    step = 10.0 ** (math.floor(math.log10(length)) - 1) / 2
    return round(length / step) * step


def _pitch(shapes: Sequence[Shape], side: float) -> float | None:
    """From one booth to the next, where booths are drawn with gaps: a double booth is longer
    than two single ones by one gap, and a booth's pitch is what it has more than a single one.
    """
    sizes = [size for shape in shapes if (size := _sides(shape)) is not None]
    double = [
        length
        for size in sizes
        for length in size
        if 2 * side * 1.005 < length <= 2 * side * (1 + WIDEST_GAP / 2)
    ]
    return median(double) - side if len(double) >= 3 else None
