"""Booths that a person drew into a plan whose other booths have their numbers as attributes.

An export says the numbers of its shapes itself; what is added in a drawing program has its number
written in it, as people do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from shapely import Point as ShapelyPoint
from shapely import STRtree

from hallgen.diagnostics import Diagnostics
from hallgen.readers.fair_file import Role
from hallgen.readers.plans.drawing import Label, Shape
from hallgen.readers.plans.labels import number_by_labels
from hallgen.readers.plans.numbers import number_in
from hallgen.readers.plans.repair import polygon_of
from hallgen.readers.plans.sketch import Candidate, Sketch

Numbered = list[tuple[str, Candidate]]


def added_booths(
    found: Sequence[tuple[str, Candidate]],
    shapes: Sequence[Shape],
    labels: Sequence[Label],
    pattern: re.Pattern[str] | None,
    diagnostics: Diagnostics,
) -> Numbered:
    """The shapes without a number of their own that have one written in them, and that hold none
    of the shapes in `found`.
    """
    known = {id(candidate.shape) for _, candidate in found}
    tree = STRtree([candidate.polygon for _, candidate in found])
    rest: list[Candidate] = []
    for shape in shapes:
        if id(shape) in known or shape.mark.role not in (None, Role.BOOTHS):
            continue
        polygon = polygon_of(shape, "", Diagnostics())
        if polygon is not None and not len(tree.query(polygon, predicate="contains")):
            rest.append(Candidate(polygon, shape))
    around = STRtree([candidate.polygon for candidate in rest])
    written = [
        label
        for label in labels
        if number_in(label.text, pattern)
        and len(around.query(ShapelyPoint(label.at), predicate="within"))
        and not len(tree.query(ShapelyPoint(label.at), predicate="within"))
    ]
    if not written:
        return []
    return number_by_labels(Sketch(rest, [], [], declared=False), written, pattern, diagnostics)
