"""A product model made web-ready, and its bytes for keeping it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hallgen.media.models.types import ModelLevel, ModelLevels

#: Zip keeps a date for each file; the same model has the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a file was, and what was done to it, for the report.

    `beside` has the files that it named, by name, with the hash of their bytes; None where a file
    was not there.
    """

    kind: str
    bytes: int
    triangles: int
    seconds: float
    notes: tuple[str, ...]
    beside: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class WebModel:
    """A model at its levels, its size in metres along x, y, z, and a WebP of it, cut out."""

    levels: ModelLevels
    size: tuple[float, float, float]
    picture: bytes
    conversion: Conversion


def to_bytes(model: WebModel) -> bytes:
    """The model as the bytes of a zip file."""
    levels, conversion = model.levels, model.conversion
    every = {"far": levels.far, "near": levels.near, "inspect": levels.inspect}
    made = {name: level for name, level in every.items() if level is not None}
    about: dict[str, Any] = {
        "size": model.size,
        "animations": levels.animations,
        "notes": levels.notes,
        "levels": {name: (lv.triangles, lv.draws, lv.error) for name, lv in made.items()},
        "conversion": {
            "kind": conversion.kind,
            "bytes": conversion.bytes,
            "triangles": conversion.triangles,
            "seconds": conversion.seconds,
            "notes": conversion.notes,
            "beside": dict(conversion.beside),
        },
    }
    files = {"about.json": json.dumps(about).encode(), "picture.webp": model.picture}
    files |= {f"{name}.glb": level.glb for name, level in made.items()}
    if levels.near_plain is not None:
        files["near_plain.glb"] = levels.near_plain
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), data)
    return buffer.getvalue()


def from_bytes(data: bytes) -> WebModel | None:
    """The model of such bytes; None where they are damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        return _model(files)
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, EOFError):
        return None


def _model(files: Mapping[str, bytes]) -> WebModel:
    about = json.loads(files["about.json"])
    levels = {
        name: ModelLevel(files[f"{name}.glb"], *figures)
        for name, figures in about["levels"].items()
    }
    said = about["conversion"]
    width, height, depth = about["size"]
    return WebModel(
        ModelLevels(
            far=levels["far"],
            near=levels.get("near"),
            near_plain=files.get("near_plain.glb"),
            inspect=levels["inspect"],
            animations=tuple(about["animations"]),
            notes=tuple(about["notes"]),
        ),
        (width, height, depth),
        files["picture.webp"],
        Conversion(**{**said, "notes": tuple(said["notes"])}),
    )
