"""Indoor Mapping Data Format: an archive, or its unpacked folder by the manifest.json in it.

Units and kiosks with a number are booths; an occupant is in the unit that its anchor names
(OGC 20-094, https://docs.ogc.org/cs/20-094/). A plan is one level of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Text
from hallgen.readers.archives import Archive, ArchiveError
from hallgen.readers.exhibitors import name_key
from hallgen.readers.fair_file import PlanSource, YAxis
from hallgen.readers.plans.drawing import Drawing
from hallgen.readers.plans.geojson import bounds_of, draw
from hallgen.readers.plans.numbers import compiled, number_in
from hallgen.readers.plans.projection import around

SUFFIXES: Final = (".zip", ".imdf")
#: What an export of ours adds to a feature, declared as an extension in its manifest.
KIND, ZONE, NAME = "hallgen:kind", "hallgen:zone", "hallgen:name"
_TYPES: Final = ("level", "unit", "kiosk", "opening", "fixture", "anchor", "occupant")
#: What a unit of a category is, in the words of `kinds`; any other category may be a booth.
_KINDS: Final = {
    **dict.fromkeys(("brick", "concrete", "drywall", "glass", "wood", "structure"), "wall"),
    "column": "column",
    **dict.fromkeys(("auditorium", "theater", "movietheater", "conferenceroom"), "stage"),
    **dict.fromkeys(("lounge", "privatelounge", "foodservice", "waitingroom"), "lounge"),
    "lobby": "foyer",
    **dict.fromkeys(
        ("elevator", "escalator", "stairs", "steps", "ramp", "restroom", "storage", "office",
         "nonpublic", "firstaid", "kitchen", "mothersroom", "shower", "smokingarea"),
        "facility",
    ),
    **dict.fromkeys(("walkway", "road", "unenclosedarea", "footbridge", "opentobelow"), "aisle"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Part:
    """A feature and where it stands."""

    feature: dict[str, Any]
    place: Place

    @property
    def id(self) -> str:
        return str(self.feature.get("id", ""))

    @property
    def said(self) -> dict[str, Any]:
        properties = self.feature.get("properties")
        return properties if isinstance(properties, dict) else {}

    @property
    def name(self) -> Text:
        return _labels(self.said.get(NAME) or self.said.get("name"))


_Features = Mapping[str, Sequence[_Part]]


def is_imdf(path: Path) -> bool:
    """Whether a file is an archive, or the manifest of an unpacked one."""
    return path.suffix.lower() in SUFFIXES or (
        path.name == "manifest.json" and (path.parent / "level.geojson").is_file()
    )


def read_imdf(
    path: Path, source: PlanSource, name: str, diagnostics: Diagnostics
) -> Drawing | None:
    """What a level draws, in metres; None where the file cannot be read or no level is meant."""
    place = Place(name)
    try:
        texts = _from_folder(path) if path.name == "manifest.json" else _from_archive(path)
    except ArchiveError as error:
        diagnostics.add(codes.PLAN_UNREADABLE, place, f"The drawing cannot be read: {error}.")
        return None
    features = _features(texts, name, diagnostics)
    if not features["level"]:
        message = "The file has no levels, so it is no IMDF."
        diagnostics.add(codes.PLAN_UNREADABLE, place, message)
        return None
    level = _level(features["level"], source, place, diagnostics)
    if level is None:
        return None
    bounds = bounds_of([level.feature])
    if bounds is None:
        message = "The level has no outline."
        diagnostics.add(codes.PLAN_UNREADABLE, level.place, message)
        return None
    west, south, east, north = bounds
    drawn = [_outline(level), *_drawn(features, level.id, source, diagnostics)]
    return draw(
        [part.feature for part in drawn],
        [part.place for part in drawn],
        source,
        Drawing(YAxis.UP, 1.0, surveyed=True),
        around(((west + east) / 2, (south + north) / 2)),
        diagnostics,
    )


def _from_folder(path: Path) -> dict[str, bytes]:
    files = {type_: path.parent / f"{type_}.geojson" for type_ in _TYPES}
    return {type_: file.read_bytes() for type_, file in files.items() if file.is_file()}


def _from_archive(path: Path) -> dict[str, bytes]:
    """The features' files, at the top of the archive or in a folder of it. Raises ArchiveError."""
    with Archive(path) as archive:
        by_name = {name.rpartition("/")[2]: name for name in archive.names}
        files = {type_: by_name.get(f"{type_}.geojson") for type_ in _TYPES}
        return {type_: archive.read(name) for type_, name in files.items() if name}


def _features(
    texts: Mapping[str, bytes], name: str, diagnostics: Diagnostics
) -> dict[str, list[_Part]]:
    found: dict[str, list[_Part]] = {type_: [] for type_ in _TYPES}
    for type_, data in texts.items():
        place = Place(name, item=f"{type_}.geojson")
        try:
            document = json.loads(data.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            message = f"This part cannot be read as GeoJSON: {error}."
            diagnostics.add(codes.PLAN_PART_UNREADABLE, place, message)
            continue
        listed = document.get("features") if isinstance(document, dict) else None
        for feature in listed if isinstance(listed, list) else ():
            if isinstance(feature, dict):
                item = f"{type_} {feature.get('id', '')}".strip()
                found[type_].append(_Part(feature, Place(name, item=item)))
    return found


def _level(
    levels: Sequence[_Part], source: PlanSource, place: Place, diagnostics: Diagnostics
) -> _Part | None:
    """The level that is meant; the only one, where fair.yaml names none."""
    if source.level is None and len(levels) == 1:
        return levels[0]
    wanted = name_key(source.level or "")
    for level in levels:
        names = (level.name, _labels(level.said.get("short_name")))
        keys = {name_key(words) for name in names for _, words in name.said}
        if wanted and (level.id == source.level or wanted in keys):
            return level
    called = ", ".join(level.name.best("en") or level.id for level in levels[:12])
    said = f"no level {source.level!r}" if source.level else f"{len(levels)} levels"
    advice = f"Say in fair.yaml which is the hall's, as `level:` of its plan: {called}."
    diagnostics.add(codes.PLAN_UNREADABLE, place, f"The file has {said}.", advice)
    return None


def _outline(level: _Part) -> _Part:
    return _as_feature(level, {"kind": "hall"})


def _drawn(
    features: _Features, level: str, source: PlanSource, diagnostics: Diagnostics
) -> list[_Part]:
    """What is on a level, with the properties that plans in GeoJSON have."""
    pattern = compiled(source, Place(source.file), Diagnostics())
    occupants = _occupants(features, diagnostics)
    found: list[_Part] = []
    for part in (*features["unit"], *features["kiosk"]):
        if part.said.get("level_id") != level:
            continue
        category = str(part.said.get("category") or "")
        kind = str(part.said.get(KIND) or _KINDS.get(category.partition(".")[0], ""))
        if kind and kind not in ("shell", "raw", "pavilion", "outdoor"):
            found.append(_as_feature(part, {"kind": kind, "name": _map(part.name)}))
            continue
        label = part.name.best("en")
        number = label if kind else number_in(label, pattern)
        said = {
            "number": number,
            "name": _map(occupants.get(part.id, Text() if number else part.name)),
            "zone": str(part.said.get(ZONE) or ""),
            "kind": kind,
        }
        found.append(_as_feature(part, said))
    found += [
        _as_feature(part, {"kind": "wall"})
        for part in features["fixture"]
        if part.said.get("level_id") == level and part.said.get("category") == "wall"
    ]
    for part in features["opening"]:
        emergency = str(part.said.get("category") or "").startswith("emergency")
        if part.said.get("level_id") == level and not emergency:
            found.append(_as_feature(part, {"kind": "gate", "name": _map(part.name)}))
    return found


def _occupants(features: _Features, diagnostics: Diagnostics) -> dict[str, Text]:
    """The name of the first occupant of each unit. References that lead nowhere are told once."""
    units = {part.id for part in (*features["unit"], *features["kiosk"])}
    unit_of = {part.id: part.said.get("unit_id") for part in features["anchor"]}
    found: dict[str, Text] = {}
    lost: list[_Part] = []
    for part in features["occupant"]:
        unit = unit_of.get(str(part.said.get("anchor_id")))
        if isinstance(unit, str) and unit in units:
            found.setdefault(unit, part.name)
        else:
            lost.append(part)
    if lost:
        message = f"{len(lost)} occupant(s) have an anchor or a unit that is not in the file."
        diagnostics.add(codes.PLAN_PART_UNREADABLE, lost[0].place, message)
    return found


def _as_feature(part: _Part, said: dict[str, Any]) -> _Part:
    """A feature as plans in GeoJSON have them; its own type and category are names of layers."""
    layer = str(part.said.get("category") or "")
    properties = {"layer": layer, **{key: value for key, value in said.items() if value}}
    feature = {
        "type": "Feature",
        "id": part.id,
        "feature_type": part.feature.get("feature_type"),
        "geometry": part.feature.get("geometry"),
        "properties": properties,
    }
    return _Part(feature, part.place)


def _labels(value: Any) -> Text:
    """IMDF's LABELS: a map from languages to texts."""
    if not isinstance(value, dict):
        return Text()
    return Text.model_validate({k: v for k, v in value.items() if isinstance(v, str)})


def _map(name: Text) -> dict[str, str]:
    return dict(name.said)
