"""fair.yaml of a fair that is all in one folder: tables in CSV, plans in GeoJSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from hallgen.exports.lists import Sheet
from hallgen.exports.pages import page_entries
from hallgen.model import Fair, Frozen, Hall
from hallgen.readers.fields import TableKind, meanings


def fair_yaml(fair: Fair, plans: Mapping[str, str], sheets: Sequence[tuple[Sheet, str]]) -> str:
    """The text of fair.yaml. `plans` are the files of the halls, `sheets` the tables and theirs."""
    document: dict[str, Any] = {
        "format": 1,
        "id": fair.id,
        "name": _plain(fair.name),
        "languages": list(fair.languages),
    }
    if fair.start and fair.end:
        document["dates"] = {"start": fair.start.isoformat(), "end": fair.end.isoformat()}
    values = {
        "timezone": fair.timezone,
        "venue": _said(fair.venue),
        "organiser": _plain(fair.organiser),
        "description": _plain(fair.description),
        "url": fair.url,
        "registration": fair.registration,
        "enquiries": _said(fair.enquiries),
        "counts": _said(fair.counts) if fair.counts else None,
        "embeds": list(fair.embeds),
        "publish": _said(fair.publishing),
        "theme": _said(fair.theme),
        # A rule that is 0 is none: what is not said would be as the usual profile has it.
        "rules": {rule: value or 0 for rule, value in fair.rules.model_dump().items()},
        "zones": [_said(zone) for zone in fair.zones],
        "halls": [_hall(hall, plans[hall.id]) for hall in fair.halls],
        "tables": {sheet.kind: [_table(sheet, file)] for sheet, file in sheets if sheet.rows},
        "pages": page_entries(fair),
    }
    document |= {key: value for key, value in values.items() if value}
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=100)


def _hall(hall: Hall, file: str) -> dict[str, Any]:
    doors = {f"gate-{n}": gate.leads for n, gate in enumerate(hall.gates, 1) if gate.leads}
    entry: dict[str, Any] = {"id": hall.id, "name": _plain(hall.name), "height": hall.height}
    if hall.zones:
        entry["zones"] = list(hall.zones)
    if doors:
        entry["doors"] = doors
    return {**entry, "plan": {"file": file, "unit": "m"}}


def _table(sheet: Sheet, file: str) -> dict[str, Any]:
    """The table; its columns are said where the readers would not take each for what it is."""
    meant = {one.field: one.column for one in meanings(TableKind(sheet.kind), sheet.columns)}
    itself = meant == {column: column for column in sheet.columns}
    return {"file": file} | ({} if itself else {"columns": {c: c for c in sheet.columns}})


def _said(thing: Frozen) -> dict[str, Any]:
    return thing.model_dump(mode="json", exclude_defaults=True)


def _plain(text: Any) -> Any:
    return text.model_dump()
