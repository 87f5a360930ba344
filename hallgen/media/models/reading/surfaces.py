"""STL, PLY and OFF: one surface, with colours at most."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from hallgen.formats import Resolver
from hallgen.media.models.reading.files import Beside
from hallgen.media.models.reading.meshes import Loaded, load_parts
from hallgen.media.models.reading.parts import Part, glb_of
from hallgen.media.models.reading.units import unit_said
from hallgen.media.models.types import SourceModel

_STL_HEAD: Final = 80


def read_stl(data: bytes, resolve: Resolver) -> SourceModel:
    """An STL, binary or in words. Raises MediaRefusedError."""
    from trimesh.exchange.stl import load_stl

    def load_colored(file: BytesIO, **options: Any) -> Loaded:
        loaded = load_stl(file, **options)
        return {**loaded, "face_colors": _stl_colors(data, loaded)}

    return _source(load_parts(load_colored, data, "stl", Beside(resolve)), data, ())


def read_ply(data: bytes, resolve: Resolver) -> SourceModel:
    """A PLY. Raises MediaRefusedError."""
    from trimesh.exchange.ply import load_ply

    beside = Beside(resolve)
    parts = load_parts(load_ply, data, "ply", beside)
    return _source(parts, data, beside.notes)


def read_off(data: bytes, resolve: Resolver) -> SourceModel:
    """An OFF. Raises MediaRefusedError."""
    from trimesh.exchange.off import load_off

    return _source(load_parts(load_off, data, "off", Beside(resolve)), data, ())


def _source(parts: Sequence[Part], data: bytes, notes: tuple[str, ...]) -> SourceModel:
    head = data[:1024].decode("latin-1")
    return SourceModel(glb_of(parts), unit=unit_said(head), notes=notes)


def _stl_colors(data: bytes, loaded: Loaded) -> NDArray[np.uint8] | None:
    """Colours of triangles in the two ways that makers of printers put them into binary STL.

    Magics: "COLOR=" in the head, red lowest, a set highest bit means the colour of the whole.
    Others: blue lowest, a set highest bit means that there is a colour.
    """
    words = loaded.get("face_attributes", {}).get("stl")
    if words is None or not np.any(words):
        return None
    five = [np.asarray(words) >> shift & 31 for shift in (0, 5, 10)]
    own = np.asarray(words) >> 15 == 1
    colors = np.stack(five, axis=1) * 255 // 31
    whole = data[:_STL_HEAD].find(b"COLOR=")
    if whole >= 0:
        whole_color = np.frombuffer(data[whole + 6 : whole + 9], np.uint8)
        return np.where(own[:, None], whole_color, colors).astype(np.uint8)
    return colors[:, ::-1].astype(np.uint8) if own.all() else None
