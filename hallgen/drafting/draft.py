"""A hall's plan opened for correction, and written back beside the drawing it is from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from hallgen.diagnostics import Diagnostics
from hallgen.drafting.fair_text import with_plan
from hallgen.drafting.reading import ReadHall, read_hall
from hallgen.drafting.sheet import Sheet, picture_sheet, sheet_of
from hallgen.drafting.things import Corrected, Thing, ThingKind, things_of
from hallgen.readers.fair_file import NumberSource, PlanSource
from hallgen.readers.fair_yaml import NAME
from hallgen.readers.halls import safe_id
from hallgen.readers.plans import propose
from hallgen.readers.plans.drawing import Drawing
from hallgen.readers.plans.formats import read_drawing
from hallgen.units import Unit

#: What corrected plans end in, so that they are known when they are opened again.
ENDING: Final = ".corrected.geojson"
#: The member of a corrected plan that says which drawing it corrects.
_MEMBER: Final = "hallgen"
#: Metres a pixel of a picture until a person sets the scale: a hall of 60 m is 1,200 of them.
_A_PIXEL: Final = 0.05
#: Digits of a metre that are written: a tenth of a millimetre.
_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """A hall's plan on its sheet. `scale` is metres a unit of the sheet; `source` the drawing's own
    entry, and `file` where what is corrected goes, from the fair folder.
    """

    folder: Path
    hall: str
    name: str
    sheet: Sheet
    scale: float
    things: tuple[Thing, ...]
    source: PlanSource
    file: str


def open_draft(folder: Path, hall: str, diagnostics: Diagnostics) -> Draft | None:
    """The plan of a hall that `hallgen plan edit` shows; None where not even its drawing can be
    read, which is told. A drawing in which nothing was recognised, a picture and a scan are opened
    without booths.

    Raises UsageError where there is no such hall, and FairError as reading fair.yaml does.
    """
    found = Diagnostics()
    read = read_hall(folder, hall, found)
    original = _original(read.file)
    source = read.entry.plan if original is None else original[0]
    file = folder / source.file
    drawing = read_drawing(file, source, source.file, unread := Diagnostics())
    if drawing is not None:
        sheet = sheet_of(file, drawing, source.y or drawing.y)
    else:
        picture = picture_sheet(file, source.page) if file.is_file() else None
        if picture is None:
            diagnostics.extend(unread)
            return None
        sheet = picture
    diagnostics.extend(() if drawing is None else found)
    return Draft(
        folder=folder,
        hall=read.entry.id,
        name=read.entry.name.best() or read.entry.id,
        sheet=sheet,
        scale=(scale := _scale(read, drawing, original)),
        things=() if read.understood is None else things_of(read.understood, scale),
        source=source,
        file=_beside(source.file, read),
    )


def save_draft(draft: Draft, corrected: Corrected) -> None:
    """Write a corrected plan as GeoJSON in metres beside the drawing, and have fair.yaml name it;
    all else in fair.yaml, comments too, stays as it is.
    """
    target = draft.folder / draft.file
    _replace(target, geojson_of(draft, corrected))
    fair = draft.folder / NAME
    text = fair.read_bytes().decode("utf-8")
    name = corrected.name.strip()
    plan = {"file": draft.file, "unit": Unit.METRE.value, "numbers": NumberSource.COLUMN.value}
    changed = with_plan(text, draft.hall, plan, name if name not in ("", draft.name) else None)
    if changed != text:
        _replace(fair, changed)


def geojson_of(draft: Draft, corrected: Corrected) -> str:
    """A corrected plan as a FeatureCollection in metres, y up, a feature a line."""
    source = draft.source.model_dump(mode="json", exclude_defaults=True)
    head = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "local metres, y up"}},
        _MEMBER: {"corrects": source, "scale": float(f"{corrected.scale:.9g}")},
    }
    said = json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    features = ",\n".join(
        json.dumps(_feature(thing, corrected.scale), ensure_ascii=False)
        for thing in corrected.things
    )
    return f'{said},\n "features": [\n{features}\n ]\n}}\n'


def _feature(thing: Thing, scale: float) -> dict[str, Any]:
    """A thing as a feature; its kind is the word that reading a plan knows it by."""
    kind = thing.sort if thing.kind in (ThingKind.BOOTH, ThingKind.AREA) else thing.kind.value
    if thing.kind is ThingKind.AREA and not kind:
        kind = "facility"
    said = {"number": thing.number, "name": thing.name, "zone": thing.zone, "kind": kind}
    rings = [[_metres(x, y, scale) for x, y in ring] for ring in thing.rings]
    if thing.kind is ThingKind.GATE:
        geometry: dict[str, Any] = {"type": "LineString", "coordinates": rings[0]}
    else:
        geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]] for ring in rings]}
    properties = {key: value for key, value in said.items() if value}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _metres(x: float, y: float, scale: float) -> list[float]:
    return [round(x * scale, _DIGITS) + 0.0, round(-y * scale, _DIGITS) + 0.0]


def _original(file: Path) -> tuple[PlanSource, float] | None:
    """The drawing that a corrected plan is of, and the scale it was given; None of any other."""
    if not file.name.endswith(ENDING) or not file.is_file():
        return None
    try:
        said = json.loads(file.read_text(encoding="utf-8"))[_MEMBER]
        return PlanSource.model_validate(said["corrects"]), float(said["scale"])
    except (ValueError, KeyError, TypeError, ValidationError):
        return None  # someone has changed it by hand: it is corrected as a drawing of its own


def _scale(
    read: ReadHall, drawing: Drawing | None, original: tuple[PlanSource, float] | None
) -> float:
    """Metres a unit of the sheet: as it was given or understood, else what is proposed, else 1."""
    if original is not None:
        return original[1]
    if read.understood is not None:
        return read.understood.scale
    if drawing is None:
        return read.entry.plan.scale or _A_PIXEL
    proposal = propose(drawing, read.entry.plan)
    return 1.0 if proposal is None else proposal.scale


def _beside(file: str, read: ReadHall) -> str:
    """The name of the corrected plan: the drawing's, and the hall's where they share a drawing."""
    if file.endswith(ENDING):
        return file
    stem = str(Path(file).with_suffix("")).replace("\\", "/")
    shared = sum(1 for entry in read.fair.file.halls if entry.plan.file == file) > 1
    hall = safe_id(read.entry.id)
    others = {entry.plan.file for entry in read.fair.file.halls if entry is not read.entry}
    plain = f"{stem}{ENDING}"
    return f"{stem}.{hall}{ENDING}" if shared or plain in others else plain


def _replace(target: Path, text: str) -> None:
    """Write a file whole or not at all."""
    new = target.with_name(f".{target.name}.new")
    new.write_bytes(text.encode("utf-8"))
    new.replace(target)
