"""Models of every format as plain GLBs. `read_model` is the door."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hallgen.formats import Resolver
from hallgen.media.models.kinds import ModelKind, identify, models_in
from hallgen.media.models.reading.archives import open_archive
from hallgen.media.models.reading.collada import read_dae
from hallgen.media.models.reading.gltf import read_gltf
from hallgen.media.models.reading.step import read_step
from hallgen.media.models.reading.surfaces import read_off, read_ply, read_stl
from hallgen.media.models.reading.threemf import read_3mf
from hallgen.media.models.reading.wavefront import read_obj
from hallgen.media.models.types import SourceModel


def read_model(name: str, data: bytes, resolve: Resolver) -> SourceModel:
    """A model's file as a plain GLB in its own units and axes.

    `name` is its path or name, for its ending; `resolve` gives the bytes of a file by its path
    beside it ("textures/wood.png"), or None, and never one outside of the fair folder.
    Raises MediaRefusedError for what is no model, or cannot be read.
    """
    return _READERS[identify(name, data)](data, resolve)


def _read_archive(data: bytes, _: Resolver) -> SourceModel:
    """The one model of an archive, with the files that are in it."""
    archive = open_archive(data)
    (name,) = models_in(archive.names)
    folder = name.rpartition("/")[0]
    return read_model(name, archive.read(name), lambda path: archive.beside(folder, path))


_READERS: Final[dict[ModelKind, Callable[[bytes, Resolver], SourceModel]]] = {
    ModelKind.GLTF: read_gltf,
    ModelKind.OBJ: read_obj,
    ModelKind.STL: read_stl,
    ModelKind.PLY: read_ply,
    ModelKind.OFF: read_off,
    ModelKind.THREE_MF: read_3mf,
    ModelKind.DAE: read_dae,
    ModelKind.STEP: read_step,
    ModelKind.ARCHIVE: _read_archive,
}


__all__ = ["read_model"]
