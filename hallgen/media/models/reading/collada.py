"""DAE (COLLADA), with the pictures beside it."""

from __future__ import annotations

from typing import Final

from hallgen import codes
from hallgen.formats import Resolver
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.reading.files import Beside
from hallgen.media.models.reading.markup import parse_xml
from hallgen.media.models.reading.meshes import load_parts
from hallgen.media.models.reading.parts import glb_of
from hallgen.media.models.types import SourceModel
from hallgen.model import UpAxis

_UP: Final = {"X_UP": UpAxis.X, "Y_UP": UpAxis.Y, "Z_UP": UpAxis.Z}


def read_dae(data: bytes, resolve: Resolver) -> SourceModel:
    """A DAE. Raises MediaRefusedError."""
    from trimesh.exchange.dae import load_collada

    root = parse_xml(data)
    if root.find("{*}library_geometries") is None:
        raise MediaRefusedError(codes.MODEL_EMPTY, "It has no geometry.")
    asset = root.find("{*}asset")
    unit = None if asset is None else asset.find("{*}unit")
    up = None if asset is None else asset.findtext("{*}up_axis")
    beside = Beside(resolve)
    parts = load_parts(load_collada, data, "dae", beside)
    return SourceModel(
        glb_of(parts),
        unit=1.0 if unit is None else _metres(unit.get("meter")),
        up=_UP.get((up or "").strip().upper(), UpAxis.Y),
        notes=beside.notes,
        usual_up=UpAxis.Y,
    )


def _metres(text: str | None) -> float | None:
    try:
        metres = float(text or "nan")
    except ValueError:
        return None
    return metres if metres > 0 else None
