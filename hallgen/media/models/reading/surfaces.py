"""STL, PLY and OFF: one surface, with colours at most."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from hallgen.formats import Resolver
from hallgen.media.models.reading.files import Beside
from hallgen.media.models.reading.meshes import Loaded, load, parts_of
from hallgen.media.models.reading.parts import glb_of
from hallgen.media.models.reading.units import unit_said
from hallgen.media.models.types import SourceModel

_STL_HEAD: Final = 80


def read_stl(data: bytes, resolve: Resolver) -> SourceModel:
    """An STL, binary or in words. Raises ModelRefusedError."""
    from trimesh.exchange.stl import load_stl

    loaded = load(load_stl, data, "stl", Beside(resolve))
    colors = _stl_colors(data, loaded)
    if colors is not None:
        loaded = {**loaded, "face_colors": colors}
    return _source(loaded, data, ())


def read_ply(data: bytes, resolve: Resolver) -> SourceModel:
    """A PLY. Raises ModelRefusedError."""
    from trimesh.exchange.ply import load_ply

    beside = Beside(resolve)
    return _source(load(load_ply, data, "ply", beside), data, beside.notes)


def read_off(data: bytes, resolve: Resolver) -> SourceModel:
    """An OFF. Raises ModelRefusedError."""
    from trimesh.exchange.off import load_off

    return _source(load(load_off, data, "off", Beside(resolve)), data, ())


def _source(loaded: Loaded, data: bytes, notes: tuple[str, ...]) -> SourceModel:
    head = data[:1024].decode("latin-1")
    return SourceModel(glb_of(parts_of(loaded)), unit=unit_said(head), notes=notes)


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
