"""The name of a conversion: another file, pose, code or library, another name."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePath

from hallgen.model import ModelPose
from hallgen.resources import wasm

#: Libraries whose other versions may read or write the same file otherwise.
_LIBRARIES = ("cascadio", "dracopy", "embreex", "lxml", "numpy", "pillow", "pycollada", "trimesh")
#: The packages that a conversion runs through.
_PACKAGES = ("formats", "light", "media/models", "scene")


def model_key(name: str, data: bytes, pose: ModelPose) -> str:
    """A name that changes when anything does that a conversion depends on, its code included.

    The files beside a model are not in it: only reading it tells which they are.
    """
    digest = hashlib.sha256(_code())
    digest.update(f"{PurePath(name).suffix.lower()} {pose.model_dump_json()} ".encode())
    digest.update(data)
    return digest.hexdigest()


@cache
def _code() -> bytes:
    digest = hashlib.sha256()
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)} ".encode())
    root = Path(__file__).parents[2]
    for package in _PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            digest.update(path.read_bytes())
    digest.update((wasm() / "gltfpack.wasm").read_bytes())
    return digest.digest()
