"""Several halls in one drawing: told apart by levels, layers, frames, or where they lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import shapely
from shapely import Point as ShapelyPoint
from shapely import Polygon as ShapelyPolygon
from shapely.geometry.base import BaseGeometry

from hallgen.model import Point
from hallgen.readers.fair_file import PlanSource
from hallgen.readers.plans.drawing import Drawing, Label
from hallgen.readers.plans.guess_layers import literal
from hallgen.readers.plans.hall_names import hall_named

#: A hall has so many booths at least.
_FEWEST: Final = 3
#: Booths are grown by so many of their sides, this much more each time, until halls are one.
_FIRST, _MORE, _STEPS = 1.0, 1.3, 16

Drafts = list[tuple[str | None, PlanSource]]
Boxes = Sequence[ShapelyPolygon]


def split_halls(drawing: Drawing, source: PlanSource, booths: Boxes) -> tuple[Drafts, str]:
    """A draft for each hall of a drawing, and in words how they are told apart; none where there
    is but one. `booths` are those that are found in all of it, in the drawing's units.
    """
    ways = (
        (_by_levels(drawing), "levels"),
        (_by_layers(drawing), "layers"),
    )
    for names, what in ways:
        if len(names) > 1:
            drafts = [(hall, _part(source, only=(name,))) for hall, name in names.items()]
            return list(drafts), f"its {what} are {len(names)} halls: {', '.join(names)} (likely)."
    boxes = _by_places(drawing, booths)
    found = [(hall, _part(source, within=_rounded(box))) for hall, box in boxes.items()]
    names_said = ", ".join(boxes)
    said = f"{len(boxes)} halls lie apart, each by its name: {names_said} (likely)."
    return (list(found), said) if len(found) > 1 else ([], "")


def _part(source: PlanSource, **said: object) -> PlanSource:
    return source.model_copy(update=said)


def _rounded(box: ShapelyPolygon) -> tuple[float, ...]:
    return tuple(float(f"{value:.6g}") for value in box.bounds)


def _by_levels(drawing: Drawing) -> dict[str, str]:
    """The levels that have numbered shapes, and the class that each is known by."""
    counts = Counter(
        name
        for shape in drawing.shapes
        if shape.number
        for name in shape.mark.classes
        if name.startswith("level ")
    )
    found = [name for name, count in counts.items() if count >= _FEWEST]
    return {name: name for name in sorted(found)}


def _by_layers(drawing: Drawing) -> dict[str, str]:
    """The layers or groups that are called as halls are, where no shape is in two."""
    found: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for shape in drawing.shapes:
        named = [(hall, name) for name in shape.mark.layers if (hall := hall_named(name))]
        if len({hall for hall, _ in named}) > 1:
            return {}
        for hall, name in named[:1]:
            found.setdefault(hall, literal(name))
            counts[hall] += 1
    return {hall: name for hall, name in found.items() if counts[hall] >= _FEWEST}


def _by_places(drawing: Drawing, booths: Boxes) -> dict[str, ShapelyPolygon]:
    """The rectangle of each hall whose name is written: the frame around it, or its booths'."""
    labels: dict[str, Label] = {}
    for label in drawing.labels:
        hall = hall_named(label.text)
        if hall is not None:
            labels.setdefault(hall, label)
    if len(labels) < 2 or len(booths) < 2 * _FEWEST:
        return {}
    return _framed(drawing, booths, labels) or _clustered(drawing, booths, labels)


def _framed(drawing: Drawing, booths: Boxes, labels: dict[str, Label]) -> dict[str, ShapelyPolygon]:
    middles = shapely.STRtree([booth.centroid for booth in booths])
    frames = [ShapelyPolygon(shape.outer) for shape in drawing.shapes if len(shape.outer) > 3]
    frames = [frame for frame in frames if frame.is_valid]
    tree = shapely.STRtree(frames)
    found: dict[str, ShapelyPolygon] = {}
    for hall, label in labels.items():
        around = tree.query(ShapelyPoint(label.at), predicate="within")
        holding = [
            frames[i]
            for i in around
            if len(middles.query(frames[i], predicate="contains")) >= _FEWEST
        ]
        if not holding:
            return {}
        found[hall] = shapely.box(*min(holding, key=lambda frame: frame.area).bounds)
    return found if _are_apart(list(found.values())) else {}


def _clustered(
    drawing: Drawing, booths: Boxes, labels: dict[str, Label]
) -> dict[str, ShapelyPolygon]:
    """Booths that lie together, as many clusters as there are names, each near one of them."""
    drawn = [p for thing in drawing.shapes for p in thing.outer]
    drawn += [p for line in drawing.lines for p in line.points]
    whole = shapely.box(
        *shapely.MultiPoint([*drawn, *(p for b in booths for p in _ends(b))]).bounds
    )
    side = min(max(b.bounds[2] - b.bounds[0], b.bounds[3] - b.bounds[1]) for b in booths)
    reach = _FIRST * side
    for _ in range(_STEPS):
        grown = shapely.get_parts(shapely.union_all([booth.buffer(reach) for booth in booths]))
        boxes = (_box(cluster, booths) for cluster in grown)
        clusters = [box for box in boxes if box is not None]
        if len(clusters) == len(labels):
            break
        reach *= _MORE
    else:
        return {}
    nearest = {
        hall: min(clusters, key=lambda box: box.distance(ShapelyPoint(label.at)))
        for hall, label in labels.items()
    }
    apart = len({box.bounds for box in nearest.values()}) == len(nearest) and _are_apart(clusters)
    return _shared_out(nearest, whole) if apart else {}


def _shared_out(
    boxes: dict[str, ShapelyPolygon], whole: ShapelyPolygon
) -> dict[str, ShapelyPolygon]:
    """The sheet shared out between halls, halfway between those beside each other: their walls
    stand around their booths.
    """
    found: dict[str, ShapelyPolygon] = {}
    for hall, box in boxes.items():
        sides = list(whole.bounds)
        for other in boxes.values():
            gaps = [
                *(box.bounds[axis] - other.bounds[axis + 2] for axis in (0, 1)),
                *(other.bounds[axis] - box.bounds[axis + 2] for axis in (0, 1)),
            ]
            at = gaps.index(max(gaps))
            if other is not box and gaps[at] > 0:
                half = gaps[at] / 2
                limit = box.bounds[at] + (-half if at < 2 else half)
                sides[at] = max(sides[at], limit) if at < 2 else min(sides[at], limit)
        found[hall] = shapely.box(sides[0], sides[1], sides[2], sides[3])
    return found


def _ends(booth: ShapelyPolygon) -> tuple[Point, Point]:
    west, south, east, north = booth.bounds
    return (west, south), (east, north)


def _box(cluster: BaseGeometry, booths: Boxes) -> ShapelyPolygon | None:
    """The rectangle around the booths of a cluster, with as much around it as it was grown by."""
    inner = [booth for booth in booths if cluster.contains(booth)]
    return shapely.box(*cluster.bounds) if len(inner) >= _FEWEST else None


def _are_apart(boxes: Sequence[ShapelyPolygon]) -> bool:
    return all(
        one.intersection(other).area < 0.01 * min(one.area, other.area)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
    )
