"""A product model as the site and its booths have it. To be made in a worker."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from hallgen.media.made import Account, Figures, Made, MadeFile, named, piece
from hallgen.media.models.convert import ModelFile, WebModel, convert
from hallgen.media.models.levels import shortcomings
from hallgen.media.models.shelf import PublishedModel
from hallgen.media.pictures import picture_set
from hallgen.model import ModelPose


def make_model(folder: Path, pose: ModelPose, file: Path) -> Made[PublishedModel]:
    """A model in a folder as the site and its booths have it. Raises what `convert` does."""
    model = convert(ModelFile(folder, file.relative_to(folder), pose))
    levels = model.levels
    inspect = named(levels.inspect.glb, ".glb")
    apart = None if levels.apart is None else named(levels.apart.glb, ".glb")
    near = None if levels.near is None else named(levels.near.glb, ".glb")
    plain = None if levels.near_plain is None else piece(levels.near_plain, ".glb")
    far, portrait = piece(levels.far.glb, ".glb"), piece(model.picture, ".webp")
    shown = picture_set(Image.open(io.BytesIO(model.picture)).convert("RGBA"))
    published = PublishedModel(
        near=None if near is None else near.name,
        inspect=inspect.name,
        size=model.size,
        animated=bool(levels.animations),
        picture=shown.facts,
        far=far.name,
        plain=None if plain is None else plain.name,
        portrait=portrait.name,
        apart=None if apart is None else apart.name,
        lacking=tuple(code.code for code in shortcomings(levels)),
        why="; ".join(levels.notes),
        beside=dict(model.conversion.beside),
    )
    files = (inspect, near, apart, *shown.files)
    pieces = (far, plain, portrait)
    return Made(published, _those(files), _those(pieces), account_of(model))


def account_of(model: WebModel) -> Account:
    """What the report says of a model."""
    levels, conversion = model.levels, model.conversion
    every = {
        "far": levels.far,
        "near": levels.near,
        "inspect": levels.inspect,
        "apart": levels.apart,
    }
    figures: Figures = {
        name: {
            "bytes": len(level.glb),
            "triangles": level.triangles,
            "draws": level.draws,
            "error": round(level.error, 5),
        }
        for name, level in every.items()
        if level is not None
    }
    return Account(
        form=conversion.kind,
        triangles=conversion.triangles,
        figures=figures,
        notes=conversion.notes,
    )


def _those(files: Iterable[MadeFile | None]) -> tuple[MadeFile, ...]:
    return tuple(file for file in files if file is not None)
