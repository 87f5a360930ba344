"""A plan without a fair folder, as the only hall there is."""

from __future__ import annotations

from pathlib import Path

from hallgen.diagnostics import Diagnostics, Place
from hallgen.errors import UsageError
from hallgen.model import Booth, BoothKind, Hall, Text
from hallgen.readers.fair_file import PlanSource
from hallgen.readers.halls import RAW_SPACE, safe_id
from hallgen.readers.outline import area_of, with_outline
from hallgen.readers.plans import read_plan
from hallgen.readers.slugs import unique

#: Metres to the roof of a hall of which nothing is said.
HEIGHT = 12.0


def hall_of_plan(path: Path, source: PlanSource, diagnostics: Diagnostics) -> Hall:
    """The hall of a plan. Raises UsageError where it cannot be read; the faults say why."""
    id_ = safe_id(path.stem) or "hall"
    plan = read_plan(path, source, id_, path.name, diagnostics)
    if plan is None:
        raise UsageError(f"{path} cannot be read as a plan; see the faults above.")
    plan = with_outline(plan, source.size)
    assert plan.outline is not None  # noqa: S101 - what with_outline is for
    taken: set[str] = set()
    booths = tuple(
        Booth(
            id=unique(f"{id_}-{safe_id(booth.number) or 'booth'}", taken),
            number=booth.number,
            hall=id_,
            outline=booth.outline,
            kind=booth.kind
            or (BoothKind.RAW if area_of(booth.outline) >= RAW_SPACE else BoothKind.SHELL),
            place=booth.place,
            zone=booth.zone,
        )
        for booth in plan.booths
    )
    return Hall(
        id=id_,
        name=Text.model_validate(path.stem),
        outline=plan.outline,
        height=HEIGHT,
        booths=booths,
        place=Place(path.name),
        walls=plan.walls,
        columns=plan.columns,
        areas=plan.areas,
        gates=plan.gates,
        exits=plan.exits,
        hydrants=plan.hydrants,
    )
