"""Hot spots and tours as tours.yaml, and exhibitors' choices as their booth.yaml files."""

from __future__ import annotations

from typing import Any

import yaml

from hallgen.model import BoothChoices, Fair, FairIndex, Hall, Stop, Text, Trail, TrailKind
from hallgen.readers.booth_files import FOLDER, NAME

_LISTS = {TrailKind.HOT_SPOT: "hot_spots", TrailKind.TOUR: "tours"}


def tours_yaml(fair: Fair) -> str:
    """The text of tours.yaml; '' where a fair has no trails."""
    halls = FairIndex(fair).halls
    document = {
        key: [_trail(trail, halls) for trail in trails]
        for kind, key in _LISTS.items()
        if (trails := fair.trails_of(kind))
    }
    return _written(document) if document else ""


def booth_files(fair: Fair) -> dict[str, str]:
    """The text of each booth.yaml by its path in the folder."""
    return {
        f"{FOLDER}/{booth.id}/{NAME}": _written(
            booth.choices.model_dump(mode="json", exclude_defaults=True)
        )
        for hall in fair.halls
        for booth in hall.booths
        if booth.choices != BoothChoices()
    }


def _trail(trail: Trail, halls: dict[str, Hall]) -> dict[str, Any]:
    entry = {
        "id": trail.id,
        "name": trail.name.model_dump(),
        "text": _said(trail.text),
        "picture": trail.picture and trail.picture.as_posix(),
        "stops": [_stop(stop, halls) for stop in trail.stops],
    }
    return {key: value for key, value in entry.items() if value}


def _stop(stop: Stop, halls: dict[str, Hall]) -> dict[str, Any]:
    hall = halls.get(stop.hall)
    area = hall.areas[stop.area].name.best() if hall and stop.area is not None else None
    shown = {"product": stop.product} if stop.product else {"exhibitor": stop.exhibitor}
    captions = {one.language: one.captions.as_posix() for one in stop.narrations if one.captions}
    entry: dict[str, Any] = {
        **(shown if stop.booth else {}),
        "booth": stop.booth,
        "gate": _gate(stop, hall),
        "area": area,
        "hall": None if stop.booth else stop.hall,
        "name": _said(stop.name),
        "text": _said(stop.text),
        "show": stop.show and stop.show.value,
        "narration": {one.language: one.file.as_posix() for one in stop.narrations},
        "captions": captions,
    }
    return {key: value for key, value in entry.items() if value}


def _gate(stop: Stop, hall: Hall | None) -> str | None:
    """The id that the gate has once its plan is read again: gates are counted."""
    gates = [] if hall is None else [gate.id for gate in hall.gates]
    return f"gate-{gates.index(stop.gate) + 1}" if stop.gate in gates else None


def _said(text: Text) -> Any:
    return text.model_dump() if text else None


def _written(document: dict[str, Any]) -> str:
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=100)
