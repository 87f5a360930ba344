"""One product model, from a file of any format to what the site serves. Works in a worker.

file -> source -> fitted -> levels, and a picture
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hallgen.formats import model_facts, read_scene
from hallgen.media.models.apart import with_parts
from hallgen.media.models.beside import Beside
from hallgen.media.models.fitting import fit
from hallgen.media.models.kinds import identify
from hallgen.media.models.levels import make_levels
from hallgen.media.models.picture import cut_out_picture
from hallgen.media.models.reading import read_model
from hallgen.media.models.types import ModelLevels
from hallgen.model import ModelParts, ModelPose


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model by its path in a folder, nothing outside of which is read; and how it is posed."""

    folder: Path
    path: Path
    pose: ModelPose


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a file was, and what was done to it, for the report.

    `beside` has the files that it named, by name, with the hash of their bytes; None where a file
    was not there.
    """

    kind: str
    triangles: int
    notes: tuple[str, ...]
    beside: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class WebModel:
    """A model at its levels, its size in metres along x, y, z, and a WebP of it, cut out."""

    levels: ModelLevels
    size: tuple[float, float, float]
    picture: bytes
    conversion: Conversion


def convert(file: ModelFile) -> WebModel:
    """Make a model web-ready. The same files and pose give the same levels and picture.

    Raises MediaRefusedError for what is no model, or cannot be one here; OSError where the file
    cannot be read.
    """
    data = (file.folder / file.path).read_bytes()
    beside = Beside(file.folder, file.path)
    source = read_model(file.path.name, data, beside)
    fitted = fit(source, file.pose)
    levels = make_levels(fitted)
    if file.pose.parts is ModelParts.APART:
        levels = with_parts(levels, fitted.glb)
    shown = levels.inspect.glb if levels.near_plain is None else levels.near_plain
    return WebModel(
        levels,
        fitted.size,
        cut_out_picture(read_scene(shown)),
        Conversion(
            kind=identify(file.path.name, data).value,
            triangles=model_facts(source.glb).triangles,
            notes=(*fitted.notes, *levels.notes),
            beside=beside.used,
        ),
    )
