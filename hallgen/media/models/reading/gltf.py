"""glTF 2.0 and GLB."""

from __future__ import annotations

from typing import Final

from hallgen import codes
from hallgen.formats import Fault, GltfError, Resolver, plain_glb
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.types import SourceModel
from hallgen.model import UpAxis

_CODES: Final = {
    Fault.BROKEN: codes.MODEL_BROKEN,
    Fault.OLD: codes.MODEL_OLD,
    Fault.MISSING_FILE: codes.MODEL_INCOMPLETE,
    Fault.UNDECODED: codes.MODEL_UNDECODED,
    Fault.EXTENSION: codes.MODEL_EXTENSION,
    Fault.NOT_FINITE: codes.MODEL_NOT_FINITE,
    Fault.EMPTY: codes.MODEL_EMPTY,
    Fault.TOO_LARGE: codes.MODEL_TOO_LARGE,
}


def read_gltf(data: bytes, resolve: Resolver) -> SourceModel:
    """A .gltf or .glb of glTF 2.0. Raises MediaRefusedError."""
    try:
        plain = plain_glb(data, resolve)
    except GltfError as error:
        raise MediaRefusedError(_CODES[error.fault], error.message) from error
    return SourceModel(plain.glb, 1.0, UpAxis.Y, plain.notes, UpAxis.Y)
